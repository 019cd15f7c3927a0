// The host adds a document to a round, or a later version of one: Markdown, read once into clauses that keep their anchors from
// version to version. After the round opened a later version is where what was accepted must be seen.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DOCUMENT_ROLES, STATE_LANGUAGES } from '../../../guide/schema';
import { carryAnchors, type Clause, type Fate } from '../../core/clause';
import { latestOf } from '../../core/gate';
import { may } from '../../core/permission';
import { parse } from '../../core/parse';
import { done, refuse, type Outcome } from '../../core/refusal';
import { documentsBasis, rolesOf } from '../../core/round-documents';
import type { Viewer } from '../../core/viewer';
import { anchorsUsed, clausesOf } from '../../data/clauses';
import { DOCUMENT_MAX, htmlOf, readDocument } from '../../data/documents/markdown';
import { attachmentsOf } from '../../data/uploads';
import type { Update } from '../../data/write';
import type { World } from '../../world';
import { actOnRound } from './act';

export const input = z.object({
  roundId: z.uuid(),
  role: z.enum(DOCUMENT_ROLES),
  language: z.enum(STATE_LANGUAGES),
  title: z.string().trim().min(1, 'required').min(3, 'too_short').max(300, 'too_long'),
  markdown: z.string().trim().min(1, 'required').max(DOCUMENT_MAX.characters, 'too_long'),
  /** An upload of the viewer's: the file that the text was read from; empty where it is not given out. */
  original: z.union([z.uuid(), z.literal('')]).default(''),
});

/**
 * Adds a version: the host before the round opened, the body that must answer after it. Refuses: invalid, document_unreadable (no
 * clause in it, or too many), document_not_of_kind (no document that a round of this kind has, and no version of one that is there),
 * round_completed, not_found (the original file), and what every act on a round refuses.
 */
export async function addDocument(
  world: World,
  viewer: Viewer | null,
  raw: unknown,
): Promise<Outcome<{ number: string }>> {
  const read = parse(input, raw);
  if (!read.ok) return read;
  const { roundId, role, language, title, markdown } = read.value;
  const { clauses: fresh } = readDocument(markdown);
  if (fresh.length === 0 || fresh.length > DOCUMENT_MAX.clauses)
    return refuse('document_unreadable', { fields: { markdown: 'bad_value' } });
  const documentId = world.newId();
  const asked = read.value.original ? [read.value.original] : [];
  const files = viewer ? await attachmentsOf(world, viewer.personId, asked) : [];
  return actOnRound(world, viewer, {
    roundId,
    action: null,
    decide: async ({ round, around, viewer: who }) => {
      const allowed =
        may(who, 'round.prepare', round) || (round.phase !== 'preparing' && may(who, 'round.analyse', round));
      if (!allowed) return refuse('not_allowed');
      if (round.phase === 'completed') return refuse('round_completed');
      if (files.length !== asked.length) return refuse('not_found');
      const before = latestOf(round.documents, role, language);
      if (!before && !rolesOf(around.kind).includes(role))
        return refuse('document_not_of_kind', { fields: { role: 'bad_choice' }, basis: documentsBasis(around.kind) });
      const version = (before?.version ?? 0) + 1;
      const [former, used] = before
        ? await Promise.all([
            clausesOf(world.db, before.documentId),
            anchorsUsed(world.db, { roundId, role, language }),
          ])
        : [[], []];
      const { clauses, fates } = carryAnchors(former, fresh, used);
      const sha256 = createHash('sha256').update(markdown).digest('hex');
      const [original] = files;
      const document = { documentId, role, language, version, title, sha256 };
      const createdAt = new Date(around.now).toISOString();
      return done({
        facts: [
          {
            type: 'round.document_added',
            payload: { ...document, clauses: clauses.length, readable: true, ...(original && { original }) },
          },
        ],
        also: [
          {
            table: 'Document',
            rows: [{ id: documentId, roundId, role, language, version, title, sha256, markdown, createdAt }],
          },
          { table: 'Clause', rows: clauses.map((clause, position) => rowOf(documentId, clause, position)) },
        ],
        updates: before ? [fatesIn(before.documentId, fates)] : [],
        files,
      });
    },
  });
}

/** A clause as it is stored: rendered once, for as long as its version is shown. */
const rowOf = (documentId: string, clause: Clause, position: number) => ({
  documentId,
  ...clause,
  position,
  html: htmlOf(clause.text),
});

const fatesIn = (documentId: string, fates: Record<string, Fate>): Update => ({
  table: 'Clause',
  rows: Object.entries(fates).map(([anchor, fate]) => ({ documentId, anchor, fate })),
  by: ['documentId', 'anchor'],
  types: { documentId: 'uuid', anchor: 'text', fate: 'text' },
});
