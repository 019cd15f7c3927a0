// The words of one edition of the guide as letters ask for them, in one language, for procedures of appeals and kinds of rounds.
// Made by the worker for each letter.
import { CONTEST, type Basis, type Edition, type Locale, type RoundKindRules } from '../../guide/schema';
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
  const roundOf = (id: string) => Object.entries(edition.rounds?.kinds ?? {}).find(([kind]) => kind === id)?.[1];
  const ruleOf = (rules: Partial<Record<string, { basis: Basis[] }>>, rule: string) => rules[rule]?.basis ?? [];
  /** A duty that rests on the parties' agreement first has its laws only as models; an article nobody read is not cited as law. */
  const ofRound = ({ rules }: RoundKindRules, of: Parameters<Words['articles']>[1]) => {
    const basis = typeof of === 'object' && 'rule' in of ? ruleOf(rules, of.rule) : [];
    return basis[0]?.act === OURS ? [] : basis.filter(({ confidence }) => confidence !== 'unsure');
  };
  const basesOf = (id: string, of: Parameters<Words['articles']>[1]) => {
    if (id === CONTEST) return edition.contests?.basis ?? [];
    const round = roundOf(id);
    if (round) return ofRound(round, of);
    const { rules, overdue, complaint_window: window, termination_grounds: grounds } = procedureOf(id);
    if (of === 'overdue') return overdue.basis;
    if (of === 'complaint') return window?.basis ?? [];
    if ('ground' in of) return grounds.find((ground) => ground.id === of.ground)?.basis ?? [];
    return ruleOf(rules, of.rule);
  };
  return {
    name,
    articles: (procedure, of) =>
      basesOf(procedure, of)
        .filter(({ act }) => act !== OURS)
        .map(({ act, article }) => ({ act: name(`act.${act}.short`), article })),
    meaning: (kind, code) =>
      edition.rounds?.dispositions.some(({ id, change }) => id === code && change) && !roundOf(kind)?.has_draft
        ? null
        : name(`disposition.${code}.text`),
    ending: (procedure, outcome) =>
      procedureOf(procedure).outcomes.find(({ id }) => id === outcome)?.ends_as ?? 'decided',
  };
}
