// Everything that Kenes keeps of one person, table by table: the account, roles, letters, what they follow and keep, what they uploaded, which
// surveys they were asked in, and every act of theirs in the ledger. Secrets (hashes of passwords and links, keys of authenticators) are left
// out: they say nothing of the person. How they answered surveys is nowhere (record 13).
import { BY_NUMBER, byText, type OwnTable } from './tables';

type Wanted = Record<string, Omit<OwnTable, 'name'>>;
const named = (tables: Wanted): OwnTable[] => Object.entries(tables).map(([name, table]) => ({ name, ...table }));

const OF_PERSON: Wanted = {
  account: {
    columns: `email, name, address, locale, demo, pace, "workingHours", "passwordHash" IS NOT NULL AS "hasPassword", "totpSecret" IS NOT NULL AS "hasAuthenticator", "calendarHash" IS NOT NULL AS "hasCalendar", "createdAt", "closedAt"`,
    from: `"Person" t WHERE t.id = $1::uuid`,
  },
  addresses: {
    columns: `email, notices, "createdAt", "confirmedAt"`,
    from: `"Address" t WHERE t."personId" = $1::uuid`,
  },
  roles: {
    columns: `t.role, t.post, t.head, t.side, b."nameRu" AS body, o.name AS organisation, c."nameRu" AS council, t.since, t.until`,
    from: `"Membership" t LEFT JOIN "Body" b ON b.id = t."bodyId" LEFT JOIN "Organisation" o ON o.id = t."organisationId" LEFT JOIN "Council" c ON c.id = t."councilId" WHERE t."personId" = $1::uuid`,
  },
  absences: {
    columns: `"bodyId", "coverId", "fromDay", "untilDay"`,
    from: `"Absence" t WHERE t."personId" = $1::uuid`,
  },
  sessions: {
    columns: `agent, "createdAt", "seenAt", "expiresAt", "revokedAt"`,
    from: `"Session" t WHERE t."personId" = $1::uuid`,
  },
  passkeys: { columns: `name, "createdAt", "usedAt"`, from: `"Passkey" t WHERE t."personId" = $1::uuid` },
  keys: {
    columns: `name, scopes, "organisationId", "bodyId", "createdAt", "expiresAt", "usedAt", "revokedAt"`,
    from: `"ApiKey" t WHERE t."personId" = $1::uuid`,
  },
  letters: {
    columns: `email, locale, letter, subject, text, state, "createdAt", "sentAt", "readAt"`,
    from: `"Letter" t WHERE t."personId" = $1::uuid`,
  },
  follows: {
    columns: `what, value, "createdAt"`,
    from: `"Follow" t WHERE t."personId" = $1::uuid`,
    by: byText(`t.what || ' ' || t.value`),
  },
  mutes: {
    columns: `what, value, "createdAt"`,
    from: `"Mute" t WHERE t."personId" = $1::uuid`,
    by: byText(`t.what || ' ' || t.value`),
  },
  searches: {
    columns: `value, "createdAt", "seenAt"`,
    from: `"SavedSearch" t WHERE t."personId" = $1::uuid`,
    by: byText('t.value'),
  },
  drafts: { columns: `about, typed, files, "createdAt", "savedAt"`, from: `"Draft" t WHERE t."personId" = $1::uuid` },
  files: {
    columns: `name, type, size, sha256, stream, "createdAt"`,
    from: `"File" t WHERE t."ownerId" = $1::uuid`,
  },
  comments: {
    columns: `number, participant, "nameHidden", origin, "receivedAt", text, wording, language, phase, code, disposition, hidden`,
    from: `"Comment" t WHERE t."personId" = $1::uuid`,
  },
  surveys: {
    columns: `w.number AS wave, t."invitedDay", t.reminded, t.taken`,
    from: `"SurveyRight" t JOIN "Panel" p ON p.id = t."panelId" JOIN "Wave" w ON w.id = p."waveId" WHERE t."personId" = $1::uuid`,
  },
  // Who acted, as the ledger names them: by id.
  acts: {
    columns: `t.stream, t.version, t.type, t.at, t.day, t.actor`,
    from: `"Event" t WHERE t.actor ->> 'personId' = $1`,
    by: BY_NUMBER,
  },
  exports: {
    columns: `"organisationId", "bodyId", year, "askedAt", "takenAt"`,
    from: `"DataExport" t WHERE t."personId" = $1::uuid`,
  },
};

export const PERSON_TABLES = named(OF_PERSON);

const OF_ORGANISATION: Wanted = {
  organisation: {
    columns: `bin, name, address, region, fields, "createdAt"`,
    from: `"Organisation" t WHERE t.id = $1::uuid`,
  },
  people: {
    columns: `p.name, p.email, t.role, t.since, t.until`,
    from: `"Membership" t JOIN "Person" p ON p.id = t."personId" WHERE t."organisationId" = $1::uuid`,
  },
  invitations: {
    columns: `r.number AS round, t."openedAt"`,
    from: `"Invitation" t JOIN "Round" r ON r.id = t."roundId" WHERE t."organisationId" = $1::uuid`,
    by: byText('t."roundId"::text'),
  },
  comments: {
    columns: `number, "nameHidden", origin, "receivedAt", text, wording, language, phase, code, disposition, hidden`,
    from: `"Comment" t WHERE t."organisationId" = $1::uuid`,
  },
  keys: {
    columns: `name, scopes, "createdAt", "expiresAt", "usedAt", "revokedAt", "revokedBy"`,
    from: `"ApiKey" t WHERE t."organisationId" = $1::uuid`,
  },
  exports: { columns: `name, "askedAt", "takenAt"`, from: `"DataExport" t WHERE t."organisationId" = $1::uuid` },
};

export const ORGANISATION_TABLES = named(OF_ORGANISATION);
