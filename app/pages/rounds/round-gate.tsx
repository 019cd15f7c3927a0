// What was looked at before the round opened: each check with what was found, so that anyone can look again; and what was passed over,
// with whose signature and for what reason.
import { Icon } from '../../ui/icon';
import { Section } from '../../ui/layout';
import { Prose, Tag } from '../../ui/words';
import { Sources } from '../sources';
import { roundAddress } from './addresses';
import { foundOf } from './gate-found';
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
              {foundOf(t, line).map((sentence) => (
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
