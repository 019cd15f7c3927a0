// Letters that came in: those that wait for a word of their body, with what they say for its registrars and heads alone; and the latest of all,
// with what became of each and nothing of what it says, for administrators.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day, type Instant } from '../core/day';
import { UNMATCHED, type Unmatched, type WHATS } from '../core/incoming-words';
import { isAdministrator, type Viewer } from '../core/viewer';
import { namesOf } from './desk';
import type { World } from '../world';

const LATEST = 50;

/** `words`: null for whom they are not. */
export type UnmatchedLetter = {
  id: string;
  number: string;
  body: string;
  receivedAt: Instant;
  dueDay: Day;
  late: boolean;
  why: Unmatched;
  words: { from: string; subject: string; text: string; whole: string } | null;
};
export type CameIn = {
  id: string;
  receivedAt: Instant;
  number: string;
  body: string;
  what: (typeof WHATS)[number] | null;
  why: Unmatched | null;
};
export type IncomingView = { all: boolean; settles: boolean; waiting: UnmatchedLetter[]; log: CameIn[] };

/** The bodies whose letters a viewer settles. */
const ownBodies = ({ mandates }: Viewer): string[] => [
  ...new Set(
    mandates.flatMap(({ role, bodyId }) => (bodyId && (role === 'registrar' || role === 'approver') ? [bodyId] : [])),
  ),
];

export async function incomingLetters(world: World, viewer: Viewer, locale: Locale): Promise<IncomingView> {
  const { prisma } = world.db;
  const [own, all] = [ownBodies(viewer), isAdministrator(viewer)];
  const whose = all ? {} : { bodyId: { in: own } };
  const [waiting, log] = await Promise.all([
    prisma.incoming.findMany({
      where: { state: 'unmatched', ...whose },
      orderBy: [{ dueDay: 'asc' }, { id: 'asc' }],
      take: LATEST,
    }),
    prisma.incoming.findMany({
      where: all
        ? { state: { in: ['done', 'unmatched'] } }
        : { ...whose, what: { in: ['put', 'returned', 'discarded'] } },
      orderBy: { id: 'desc' },
      take: LATEST,
    }),
  ]);
  const ids = [...new Set([...waiting, ...log].flatMap(({ appealId }) => appealId ?? []))];
  const cases = await prisma.appeal.findMany({ where: { id: { in: ids } }, select: { id: true, number: true } });
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const named = await namesOf(
    world,
    [...waiting, ...log].flatMap(({ bodyId }) => bodyId ?? []),
    locale,
  );
  const bodies = new Map(named.map(({ id, name }) => [id, name]));
  const today = dayOf(world.now());
  const place = ({ appealId, bodyId }: { appealId: string | null; bodyId: string | null }) => ({
    number: numbers.get(appealId ?? '') ?? '',
    body: bodies.get(bodyId ?? '') ?? '',
  });
  return {
    all,
    settles: own.length > 0,
    waiting: waiting.map((row) => ({
      ...{ id: row.id, ...place(row), receivedAt: row.receivedAt.getTime() },
      ...{ dueDay: row.dueDay as Day, late: (row.dueDay ?? today) < today, why: whyOf(row.why) ?? 'sender' },
      words: own.includes(row.bodyId ?? '')
        ? { from: row.sender ?? row.envelope, subject: row.subject ?? '', text: row.text ?? '', whole: row.whole ?? '' }
        : null,
    })),
    log: log.map((row) => ({
      ...{ id: row.id, ...place(row), receivedAt: row.receivedAt.getTime() },
      what: row.what as CameIn['what'],
      why: whyOf(row.why),
    })),
  };
}

const whyOf = (why: string | null): Unmatched | null => UNMATCHED.find((one) => one === why) ?? null;
