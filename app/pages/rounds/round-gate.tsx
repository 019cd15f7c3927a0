// What was looked at before the round opened: each check with what was found, so that anyone can look again; and what was passed over,
// with whose signature and for what reason.
import type { GateLine } from '../../queries/round';
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/layout';
import { Prose, Tag } from '../../ui/words';
import { regionName } from '../region-choice';
import { Sources } from '../sources';
import { roundAddress } from './addresses';
import type { Part } from './part';
import { byline } from './said';

export function Gate(part: Part) {
  const { t, locale, view } = part;
  const say = t.round.gate;
  if (view.gate.length === 0) return null;
  const { openedBy, openedDay } = view;
  return (
    <Section
      title={say.title}
      lead={openedBy && openedDay ? say.signed(byline(openedBy), openedDay) : say.lead}
      id="gate"
    >
      <ul className="scorecard">
        {view.gate.map((line) => (
          <li key={line.check} className={line.passed ? 'is-passed' : 'is-not'}>
            <Icon name={line.passed ? 'check' : 'warning'} />
            <div>
              <p>
                <strong>{line.name}</strong>{' '}
                <Tag tone={line.passed ? 'good' : line.waiver ? 'clock' : 'danger'}>
                  {line.passed ? say.passed : line.waiver ? say.waived : say.failed}
                </Tag>
              </p>
              <p>
                {line.text} <Sources sources={line.sources} />
              </p>
              {foundOf(part, line).map((sentence) => (
                <p key={sentence} className="muted">
                  {sentence}
                </p>
              ))}
              {line.check === 'invited' ? (
                <p>
                  <a href={`${roundAddress(locale, view.number)}/reach`}>{t.round.more.reach}</a>
                </p>
              ) : null}
              {line.waiver ? (
                <div className="waiver">
                  <Prose text={line.waiver.reason} />
                  <p className="signed">{byline(line.waiver.by)}</p>
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What the check found, in sentences. Figures come with the scorecard as it was kept at the opening. */
function foundOf({ t }: Pick<Part, 't'>, { check, facts, missing }: GateLine): string[] {
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
        ...(without.length > 0 ? [say.without(without.map((one) => regionName(t, one)))] : []),
      ];
    }
    case 'decides':
    case 'fixed':
    case 'contact':
      return [];
  }
}
