// The questions asked beside a round's draft, each leading to its survey.
import type { RoundQuestions } from '../../queries/round-questions';
import { dayRange } from '../../text/format';
import { Section } from '../../ui/layout';
import { Muted } from '../../ui/words';
import type { Part } from './part';

type Props = Pick<Part, 't' | 'locale'> & { questions: RoundQuestions };

export function Questions({ t, locale, questions }: Props) {
  if (questions.length === 0) return null;
  const say = t.round.questions;
  return (
    <Section title={say.title} lead={say.lead} id="questions">
      <QuestionList {...{ t, locale, questions }} />
    </Section>
  );
}

/** Nothing where nothing is asked. */
export const QuestionList = ({ t, locale, questions }: Props) =>
  questions.length === 0 ? null : (
    <ul>
      {questions.map(({ number, title, stage, opensDay, closesDay, signedBy }) => (
        <li key={number}>
          <a href={`/${locale}/trust/waves/${number}`}>{title}</a>{' '}
          <Muted>{`${t.round.questions.stage[stage]}, ${dayRange(locale, opensDay, closesDay)}`}</Muted>
          {signedBy ? <small className="case-line">{t.round.questions.neutral(signedBy)}</small> : null}
        </li>
      ))}
    </ul>
  );
