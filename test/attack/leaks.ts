// Holdings as they would be if an answer left one more trace: controls, which show that the strategies find what is there to be found.
import { groupsOf, text, type Holdings, type Kept } from './holdings';
import { sorted, type Truth } from './score';

type Leak = (holdings: Holdings, truths: readonly Truth[]) => Holdings;

/** Answers in the order that they came, as an insert on arrival would have put them; ids and transactions rise with it. */
const inOrder: Leak = (holdings, truths) => {
  const place = new Map(truths.map(({ sheet }, n) => [sheet, n]));
  const rows = [...(holdings.final.SurveyAnswer ?? [])].sort(
    (a, b) => (place.get(sorted(a.row.values)) ?? 0) - (place.get(sorted(b.row.values)) ?? 0),
  );
  const SurveyAnswer = rows.map(({ row }, n): Kept => {
    const id = `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    return { page: Math.floor(n / 50), line: (n % 50) + 1, xmin: n, row: { ...row, id } };
  });
  return { ...holdings, final: { ...holdings.final, SurveyAnswer } };
};

/** Answers in the order of their names, as a box gives them when nobody shuffles. */
const inOrderOfNames: Leak = (holdings, truths) =>
  inOrder(
    holdings,
    [...truths].sort((a, b) => (a.name < b.name ? -1 : 1)),
  );

/** The boxes of all backups, each entry changed. */
const boxesOf = (
  holdings: Holdings,
  change: (entry: [name: string, sealed: string]) => [string, string],
): Holdings => ({
  ...holdings,
  backups: holdings.backups.map(({ tables, ...rest }) => ({
    ...rest,
    tables: {
      ...tables,
      SurveyBox: (tables.SurveyBox ?? []).map(({ row, ...of }) => ({
        ...of,
        row: { ...row, sealed: Object.fromEntries(Object.entries(row.sealed as Record<string, string>).map(change)) },
      })),
    },
  })),
});

/** Answers in boxes under their receipts. */
const namedByReceipts: Leak = (holdings, truths) => {
  const receipts = new Map(truths.map(({ name, hash }) => [name, hash]));
  return boxesOf(holdings, ([name, sealed]) => [receipts.get(name) ?? name, sealed]);
};

/** Sealed answers filled up to the next power of two, not to the longest of their wave. */
const halfFilled: Leak = (holdings, truths) => {
  const lengths = new Map(
    truths.map(({ name, sheet, texts }) => [
      name,
      2 ** Math.ceil(Math.log2(sheet.length + Buffer.byteLength(texts.join('')))),
    ]),
  );
  return boxesOf(holdings, ([name, sealed]) => [
    name,
    sealed.padEnd(lengths.get(name) ?? 0, 'A').slice(0, lengths.get(name)),
  ]);
};

/** A log that names who answered beside the row. */
const told: Leak = (holdings, truths) => {
  const people = new Map(truths.map(({ sheet, personId }) => [sheet, personId]));
  const logs = groupsOf(holdings).flatMap(({ answers }) =>
    answers.map(({ row }) => JSON.stringify({ person: people.get(sorted(row.values)), answer: text(row.id) })),
  );
  return { ...holdings, logs: [...holdings.logs, ...logs] };
};

export const LEAKS: Readonly<Record<string, Leak>> = {
  'answers kept in the order they came': inOrder,
  'answers kept in the order of their names in boxes': inOrderOfNames,
  'answers in boxes under their receipts': namedByReceipts,
  'sealed answers filled up to the next power of two': halfFilled,
  'a log that names who answered': told,
};
