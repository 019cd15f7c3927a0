// The notices of a case and what is known of how each reached the applicant: from letters, what the mail server and pages said of them, and
// the case's own record. For the parties; asked by the page of a case and by the proof of service.
import type { Locale, NoticeId } from '../../guide/schema';
import { streamOf } from '../core/appeal';
import type { Day, Instant } from '../core/day';
import { foldObligations } from '../core/obligation';
import { serveKey, wayOf, type EvidenceKind, type Way } from '../core/notice';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { IS_NOTICE, NOTICE, ORDER } from '../data/evidence';
import type { World } from '../world';
import type { CaseFacts } from './case-facts';
import { sourceOf, type Source } from './reasons';

export type Proved = { what: EvidenceKind; at: Instant; detail: string | null };
/** One letter of a notice: to each of an organisation's people goes one. */
export type Copy = {
  letterId: string;
  reader: string;
  /** Enough of it to know it again. */
  address: string;
  language: Locale;
  subject: string | null;
  state: string;
  writtenAt: Instant;
  sentAt: Instant | null;
  /** Of its words; null until they are written. */
  sha256: string | null;
  evidence: Proved[];
};
export type NoticeView = {
  /** Of its first letter: what its page is called by. */
  letterId: string;
  name: string;
  sources: Source[];
  way: Way;
  writtenAt: Instant;
  copies: Copy[];
  /** It was to be handed over on paper: why, found on which day, by which day. */
  unserved: { why: 'unread' | 'lost'; on: Day; by: Day } | null;
  paper: { on: Day; number: string; officer: string; recordedOn: Day } | null;
};

type Row = Omit<Copy, 'writtenAt' | 'sentAt' | 'evidence'> & {
  order: string;
  notice: NoticeId;
  writtenAt: Date;
  sentAt: Date | null;
  evidence: Proved[];
};

const ROWS = `
SELECT l.id AS "letterId", ${ORDER('l')} AS order, ${NOTICE('l')} AS notice, p.name AS reader, l.email AS address, l.locale AS language, l.subject,
       l.state, l."createdAt" AS "writtenAt", l."sentAt", encode(sha256(convert_to(l.text, 'UTF8')), 'hex') AS sha256,
       (SELECT coalesce(json_agg(json_build_object('what', e.what, 'at', (extract(epoch FROM e.at) * 1000)::bigint, 'detail', e.detail) ORDER BY e.at), '[]')
          FROM "Evidence" e WHERE e."letterId" = l.id) AS evidence
  FROM "Letter" l JOIN "Person" p ON p.id = l."personId"
 WHERE l.stream = $1 AND ${IS_NOTICE('l')} ORDER BY l."createdAt", l.id`;

/** 'a•••@mail.kz': whose address it is can be told, and not read off. */
const masked = (address: string): string => address.replace(/^(.)[^@]*/, '$1•••');

/** Every notice of the case, oldest first. Empty for whoever is no party to it, and under an edition that knows no notices. */
export async function noticesOf(
  world: World,
  viewer: Viewer | null,
  facts: CaseFacts,
  locale: Locale,
): Promise<NoticeView[]> {
  const { appeal } = facts;
  const edition = world.guide.edition(appeal.edition);
  if (!edition.notices || !may(viewer, 'appeal.read_notices', appeal)) return [];
  const { rows } = await world.db.pool.query<Row>({ name: 'case_notices', text: ROWS, values: [streamOf(appeal.id)] });
  const orders = new Map<string, Row[]>();
  for (const row of rows) orders.set(row.order, [...(orders.get(row.order) ?? []), row]);
  const { notices } = edition;
  return [...orders.values()].flatMap((letters) => {
    const [first] = letters;
    if (!first) return [];
    const basis = notices.notices.find(({ id }) => id === first.notice)?.basis ?? [];
    const { unserved, paper } = recordOf(
      facts,
      letters.map(({ letterId }) => letterId),
    );
    const copies = letters.map(
      ({ order: _order, notice: _notice, writtenAt, sentAt, address, evidence, ...row }): Copy => ({
        ...row,
        address: masked(address),
        writtenAt: writtenAt.getTime(),
        sentAt: sentAt?.getTime() ?? null,
        evidence: evidence.map(({ at, ...one }) => ({ ...one, at: Number(at) })),
      }),
    );
    const found = copies.flatMap(({ evidence }) => evidence.map(({ what }) => what));
    return [
      {
        letterId: first.letterId,
        name: edition.texts[locale][`notice.${first.notice}.name`] ?? first.notice,
        sources: basis.map((one) => sourceOf(edition, locale, one)),
        way: wayOf(paper ? [...found, 'paper'] : found),
        writtenAt: first.writtenAt.getTime(),
        ...{ copies, unserved, paper },
      },
    ];
  });
}

/** What the case itself records of the notice: that it was not seen, and that it went out on paper. */
function recordOf({ events }: CaseFacts, letterIds: readonly string[]): Pick<NoticeView, 'unserved' | 'paper'> {
  const missed = events.find(
    (event) => event.type === 'appeal.notice_unserved' && letterIds.includes(event.payload.letterId),
  );
  const served = events.find(
    (event) => event.type === 'appeal.notice_served' && letterIds.includes(event.payload.letterId),
  );
  const owed =
    missed?.type === 'appeal.notice_unserved'
      ? foldObligations(events).get(serveKey(missed.payload.letterId))
      : undefined;
  return {
    unserved:
      missed?.type === 'appeal.notice_unserved' && owed
        ? { why: missed.payload.why, on: missed.day, by: owed.reckoning.due }
        : null,
    paper:
      served?.type === 'appeal.notice_served' && served.payload.how === 'paper'
        ? {
            on: served.payload.on,
            number: served.payload.number,
            officer: [served.payload.officer?.name, served.payload.officer?.post].filter(Boolean).join(', '),
            recordedOn: served.day,
          }
        : null,
  };
}

/** What the link of a notice leads to; null for a token that no letter has. */
export async function noticeByToken(
  world: Pick<World, 'db' | 'guide'>,
  token: string,
  locale: Locale,
): Promise<{ letterId: string; personId: string | null; name: string; number: string; path: string } | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(token)) return null;
  const { rows } = await world.db.pool.query<{
    letterId: string;
    personId: string | null;
    notice: string;
    number: string;
    path: string;
    edition: string;
  }>({
    name: 'notice_by_token',
    text: `SELECT l.id AS "letterId", l."personId", ${NOTICE('l')} AS notice, l.data ->> 'number' AS number, coalesce(l.data ->> 'toPath', l.data ->> 'path') AS path,
                  l.data ->> 'edition' AS edition
             FROM "Letter" l WHERE l.token = $1::uuid AND ${IS_NOTICE('l')}`,
    values: [token],
  });
  const [row] = rows;
  if (!row) return null;
  const { notice, edition, ...rest } = row;
  return { ...rest, name: world.guide.edition(edition).texts[locale][`notice.${notice}.name`] ?? rest.number };
}
