// The words of one edition of the guide as letters ask for them, in one language. Made by the worker for each letter.
import type { Edition, Locale } from '../../guide/schema';
import type { Words } from './letter';

/** Acts of our own are no law: a letter cites only what binds the body. */
const OURS = 'guide';

export function wordsOf(edition: Edition, locale: Locale): Words {
  const texts = edition.texts[locale];
  const name = (key: string): string => {
    const found = texts[key];
    if (found === undefined) throw new Error(`edition ${edition.id} has no text ${key} in ${locale}`);
    return found;
  };
  const procedureOf = (id: string) => {
    const found = Object.entries(edition.procedures).find(([kind]) => kind === id)?.[1];
    if (!found) throw new Error(`edition ${edition.id} has no procedure ${id}`);
    return found;
  };
  const basesOf = (id: string, of: Parameters<Words['articles']>[1]) => {
    const { rules, overdue, complaint_window: window, termination_grounds: grounds } = procedureOf(id);
    if (of === 'overdue') return overdue.basis;
    if (of === 'complaint') return window?.basis ?? [];
    if ('ground' in of) return grounds.find((ground) => ground.id === of.ground)?.basis ?? [];
    return Object.entries(rules).find(([rule]) => rule === of.rule)?.[1]?.basis ?? [];
  };
  return {
    name,
    articles: (procedure, of) =>
      basesOf(procedure, of)
        .filter(({ act }) => act !== OURS)
        .map(({ act, article }) => ({ act: name(`act.${act}.short`), article })),
    ending: (procedure, outcome) =>
      procedureOf(procedure).outcomes.find(({ id }) => id === outcome)?.ends_as ?? 'decided',
  };
}
