// The insider's ways of telling who gave which answer, each by one trace that an answer might have left. Each gives guesses from what
// the insider holds and nothing else. An entry here is played by attack.ts and must be able to win: see leaks.ts.
import type { Chance } from '../../prisma/chance';
import { byPlace, groupsOf, text, type Group, type Holdings, type Kept } from './holdings';
import { arrivals, links, takings } from './links';
import { MUCH, type Guess } from './score';

type Play = (holdings: Holdings, chance: Chance) => Guess[];

const sortedBy = <T>(list: readonly T[], key: (one: T) => number | string): T[] =>
  [...list].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });

/** The n-th of the people gave the n-th of the answers; where there are fewer answers, spread evenly. */
function inStep(
  group: Group,
  people: readonly string[],
  answers: readonly Kept[],
  kind: 'answer' | 'text' = 'answer',
): Guess[] {
  return people.flatMap((personId, n): Guess[] => {
    const answer = answers[Math.floor((n * answers.length) / people.length)];
    return answer ? [{ personId, group: group.panelIds.join(' '), claim: { kind, id: text(answer.row.id) } }] : [];
  });
}

/** For each group: people in an order, answers in an order. */
const orders =
  (
    people: (group: Group, holdings: Holdings, chance: Chance) => readonly string[],
    answers: (group: Group) => readonly Kept[],
  ): Play =>
  (holdings, chance) =>
    groupsOf(holdings).flatMap((group) => inStep(group, people(group, holdings, chance), answers(group)));

const placed = ({ answers }: Group) => [...answers].sort(byPlace);
const byRight = (key: (right: Kept) => number | string) => (group: Group) =>
  sortedBy(group.takers, ({ right }) => key(right)).map(({ personId }) => personId);

/** People by the moment in a column of a table that names them. */
const byMoment =
  (table: string, column: string) =>
  (group: Group, { final, backups }: Holdings) => {
    const moments = new Map<string, string>();
    for (const { tables } of [...backups, { tables: final }])
      for (const { row } of tables[table] ?? [])
        if (row.personId && row[column]) moments.set(text(row.personId), text(row[column]));
    return sortedBy(
      group.takers.filter(({ personId }) => moments.has(personId)),
      ({ personId }) => moments.get(personId) ?? '',
    ).map(({ personId }) => personId);
  };

/** People by when their answer came, as far as it can be linked: those who never answered are left out. */
const byArrival = (group: Group, holdings: Holdings, chance: Chance) => {
  const linked = new Map(links(holdings, group, chance).map(({ personId, name }) => [name, personId]));
  return arrivals(holdings, group).flatMap(({ name }) => linked.get(name) ?? []);
};
const byName = (group: Group, holdings: Holdings, chance: Chance) =>
  sortedBy(links(holdings, group, chance), ({ name }) => name).map(({ personId }) => personId);

/** The receipt of whoever put an answer in under this name: the name itself where it is one, else the one at its place in their order. */
const receipts: Play = (holdings, chance) => {
  const published = (holdings.final.SurveyReceipt ?? []).map(({ row }) => text(row.hash)).sort();
  const known = new Set(published);
  const groups = groupsOf(holdings);
  const names = groups.flatMap((group) => arrivals(holdings, group).map(({ name }) => name)).sort();
  const place = new Map(names.map((name, n) => [name, Math.floor((n * published.length) / names.length)]));
  return groups.flatMap((group) =>
    links(holdings, group, chance).flatMap(({ personId, name }): Guess[] => {
      const hash = known.has(name) ? name : published[place.get(name) ?? 0];
      return hash ? [{ personId, group: group.panelIds.join(' '), claim: { kind: 'receipt', hash } }] : [];
    }),
  );
};

const sealedOf = (holdings: Holdings, group: Group) =>
  new Map(arrivals(holdings, group).map(({ name, sealed }) => [name, sealed.length]));
const byLength = (group: Group, holdings: Holdings, chance: Chance) => {
  const lengths = sealedOf(holdings, group);
  return sortedBy(links(holdings, group, chance), ({ name }) => lengths.get(name) ?? 0).map(({ personId }) => personId);
};
const long = ({ row }: Kept) => JSON.stringify(row.values ?? row.text).length;

/** Of those whose sealed answer is known for sure: whoever's sealed answer is among the longest wrote much. */
const wroteMuch: Play = (holdings, chance) =>
  groupsOf(holdings).flatMap((group): Guess[] => {
    const lengths = sealedOf(holdings, group);
    const wrote = group.texts.filter(({ row }) => Buffer.byteLength(text(row.text)) > MUCH).length;
    const shortest = sortedBy([...lengths.values()], (length) => -length)[wrote - 1] ?? Infinity;
    const range = new Set(lengths.values()).size;
    return links(holdings, group, chance)
      .filter(({ sure }) => sure)
      .map(({ personId, name }) => ({
        ...{ personId, group: group.panelIds.join(' ') },
        claim: {
          kind: 'wrote',
          much: range > 1 ? (lengths.get(name) ?? 0) >= shortest : chance.happens(wrote / lengths.size),
        },
      }));
  });

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const WORD = /\p{L}{4,}/gu;
const wordsOf = (words: string): Set<string> => new Set(words.toLowerCase().match(WORD) ?? []);

/** Whoever filed a case with the rarest words of a text wrote it. */
const byWords: Play = (holdings) => {
  const said = new Map<string, Set<string>>();
  for (const { row } of holdings.final.Appeal ?? [])
    said.set(text(row.personId), wordsOf(`${text(row.subject)} ${text(row.text)}`));
  const common = new Map<string, number>();
  for (const words of said.values()) for (const word of words) common.set(word, (common.get(word) ?? 0) + 1);
  return groupsOf(holdings).flatMap((group) =>
    group.texts.flatMap((one): Guess[] => {
      const words = wordsOf(text(one.row.text));
      const near = ({ personId }: { personId: string }) =>
        [...(said.get(personId) ?? [])]
          .filter((word) => words.has(word))
          .reduce((sum, word) => sum + 1 / (common.get(word) ?? 1), 0);
      const [first] = sortedBy(group.takers, (taker) => -near(taker));
      return first
        ? [{ personId: first.personId, group: group.panelIds.join(' '), claim: { kind: 'text', id: text(one.row.id) } }]
        : [];
    }),
  );
};

/** A line of the logs that names a person beside a receipt or an answer. */
const byLogs: Play = (holdings) =>
  groupsOf(holdings).flatMap((group) =>
    group.takers.flatMap(({ personId }): Guess[] => {
      const lines = holdings.logs.filter((line) => line.includes(personId));
      const answer = group.answers.find(({ row }) => lines.some((line) => line.includes(text(row.id))));
      return answer
        ? [{ personId, group: group.panelIds.join(' '), claim: { kind: 'answer', id: text(answer.row.id) } }]
        : [];
    }),
  );

/** People as the logs name them last while rights are taken, answers as the logs name them first. */
const byLines: Play = (holdings) => {
  const took = new Map<string, number>();
  const came = new Map<string, number>();
  holdings.logs.forEach((line, at) => {
    const ids = new Set(line.match(ID));
    if (line.includes('"SurveyRight"')) for (const id of ids) took.set(id, at);
    for (const id of line.match(ID) ?? []) if (!came.has(id)) came.set(id, at + came.size / 1e6);
  });
  return groupsOf(holdings).flatMap((group) =>
    inStep(
      group,
      sortedBy(
        group.takers.filter(({ personId }) => took.has(personId)),
        ({ personId }) => took.get(personId) ?? 0,
      ).map(({ personId }) => personId),
      sortedBy(group.answers, ({ row }) => came.get(text(row.id)) ?? 0),
    ),
  );
};

/** Answers lie in the order of the panels they came from, the people of small panels too: who is of which body, and which answer. */
const byPanels = (group: Group) =>
  sortedBy(
    group.takers,
    ({ right }) => `${text(right.row.panelId)} ${String(right.page * 1000 + right.line).padStart(9, '0')}`,
  ).map(({ personId }) => personId);
const pooledOnly = (group: Group) => (group.panelIds.length > 1 ? placed(group) : []);

export const STRATEGIES: Readonly<Record<string, Play>> = {
  'rows on disk in the order that rights lie there': orders(
    byRight(({ page, line }) => page * 1000 + line),
    placed,
  ),
  'rows on disk in the order of the transactions that took rights': orders(
    byRight(({ xmin }) => xmin),
    placed,
  ),
  'answers by transaction, rights by transaction': orders(
    byRight(({ xmin }) => xmin),
    ({ answers }) => sortedBy(answers, ({ xmin }) => xmin),
  ),
  'ids that rise with time, on both sides': orders(
    byRight(({ row }) => text(row.id)),
    ({ answers }) => sortedBy(answers, ({ row }) => text(row.id)),
  ),
  'rights as backups saw them taken': orders(
    (group, holdings) => takings(holdings, group).map(({ personId }) => personId),
    placed,
  ),
  'sealed answers as backups saw them come, linked to people': orders(byArrival, placed),
  'sealed answers in the order of their names, linked to people': orders(byName, placed),
  'receipts beside the names that backups saw come: which receipt is whose': receipts,
  'hashes of blinded messages in their order': orders(
    byRight(({ row }) => text(row.blinded)),
    placed,
  ),
  'hashes of blinded messages beside ids': orders(
    byRight(({ row }) => text(row.blinded)),
    ({ answers }) => sortedBy(answers, ({ row }) => text(row.id)),
  ),
  'last use of sessions': orders(byMoment('Session', 'seenAt'), placed),
  'moments of letters': orders(byMoment('Letter', 'sentAt'), placed),
  'lengths of sealed answers beside lengths of sheets': orders(byLength, ({ answers }) => sortedBy(answers, long)),
  'lengths of sealed answers: who wrote much': wroteMuch,
  'lengths of sealed answers beside lengths of texts': (holdings, chance) =>
    groupsOf(holdings).flatMap((group) => {
      const people = [...byLength(group, holdings, chance)].reverse().slice(0, group.texts.length);
      return inStep(group, people, sortedBy(group.texts, long).reverse(), 'text');
    }),
  'words of texts beside words of cases': byWords,
  'lines of logs that name both': byLogs,
  'lines of logs in their order': byLines,
  'pooled answers in the order of their panels': orders(byPanels, pooledOnly),
};
