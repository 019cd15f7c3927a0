// The questions asked beside a round's draft, each leading to its survey.
import type { RoundQuestions } from '../../queries/round-questions';
import { dayRange } from '../../text/format';
import { Section } from '../../ui/layout';
import { Muted } from '../../ui/words';
import type { Part } from './part';

export function Questions({ t, locale, questions }: Pick<Part, 't' | 'locale'> & { questions: RoundQuestions }) {
  if (questions.length === 0) return null;
  const say = t.round.questions;
  return (
    <Section title={say.title} lead={say.lead} id="questions">
      <ul>
        {questions.map(({ number, title, stage, opensDay, closesDay }) => (
          <li key={number}>
            <a href={`/${locale}/trust/waves/${number}`}>{title}</a>{' '}
            <Muted>{`${say.stage[stage]}, ${dayRange(locale, opensDay, closesDay)}`}</Muted>
          </li>
        ))}
      </ul>
    </Section>
  );
}
