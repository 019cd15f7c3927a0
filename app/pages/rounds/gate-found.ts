// What a check of the gate found, in sentences: said on the round's page and in its dossier.
import type { GateLine } from '../../queries/round';
import type { Text } from '../../text';
import { regionName } from '../region-choice';

/** What the check found, in sentences. Figures come with the scorecard as it was kept at the opening. */
export function foundOf(t: Text, { check, facts, missing }: GateLine): string[] {
  const say = t.round.gate.found;
  const count = (name: string) => Number(facts[name] ?? 0);
  const text = (name: string) => String(facts[name] ?? '');
  const named = missing.map(({ name, language }) =>
    language ? t.round.gate.inLanguage(name, t.case.languages[language]) : name,
  );
  const missingWords = named.length > 0 ? [say.missing(named)] : [];
  switch (check) {
    case 'time_left':
      if (text('lastCall')) return [say.call(text('lastCall'))];
      return count('needed') > 0 ? [say.days(count('workingDays'), count('needed'))] : [];
    case 'languages':
      return [...missingWords, ...('words' in facts && count('words') === 0 ? [say.words] : [])];
    case 'documents':
      return missingWords;
    case 'machine_readable':
      return count('unreadable') > 0 ? [say.unreadable(count('unreadable'))] : [];
    case 'neutral':
      return text('signedBy') ? [say.signedBy(text('signedBy'))] : [];
    case 'invited': {
      const without = text('regionsWithout').split(' ').filter(Boolean);
      return [
        say.invited(count('invited'), count('register')),
        ...('invitedInField' in facts ? [say.inField(count('invitedInField'))] : []),
        ...(without.length > 0 ? [say.without(without.map((one) => regionName(t, one)))] : []),
      ];
    }
    case 'decides':
    case 'fixed':
    case 'contact':
      return [];
  }
}
