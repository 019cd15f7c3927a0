// The answer of the calculator: the last day, what it follows from, the term drawn day by day, and where the same stands as JSON.
import type { Day } from '../../core/day';
import { isRoundKind } from '../../core/duty';
import { lawsOf, startName, wordOf, type Law, type TermView } from '../../queries/guide';
import { reasonedDay, type ReasonedDay } from '../../queries/reasons';
import type { Asked, TermAnswer } from '../../queries/term';
import type { Text } from '../../text';
import { fullDay, longDay, type Locale } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { CopyField } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList } from '../../ui/words';
import { DrawnTerm, Laws, Term } from './parts';

export type ResultView = {
  edition: string;
  /** The edition's first day, when the count lies before it. */
  notInForce: Day | null;
  step: { kindName: string; ruleName: string; href: string } | null;
  received: { day: Day; time: string; why: string } | null;
  registered: Day | null;
  start: Day;
  due: Day;
  provisional: boolean;
  term: TermView;
  days: ReasonedDay[];
  laws: Law[];
  share: string;
  json: string;
};

export function resultView(
  answer: TermAnswer,
  { locale, asked, origin }: { locale: Locale; asked: Asked; origin: string },
): ResultView {
  const { edition, inForce, step, receipt, registered, start, due, provisional, term, days, basis } = answer;
  const word = (key: string) => wordOf(edition, locale, key);
  const query = new URLSearchParams(asked).toString();
  return {
    edition: edition.id,
    notInForce: inForce ? null : edition.in_force_from,
    step: step && {
      href: `/${locale}/guide/${isRoundKind(step.kind) ? 'rounds/' : ''}${step.kind}`,
      kindName: word(`kind.${step.kind}.name`),
      ruleName: word(`rule.${step.rule}.name`),
    },
    received: receipt && { day: receipt.at.day, time: receipt.at.time, why: word(`received.${receipt.why}.name`) },
    registered,
    start,
    due,
    provisional,
    term: {
      n: term.n,
      unit: term.unit,
      direction: term.direction,
      start: step ? startName(edition, locale, step.from) : '',
    },
    days: days.map((day) => reasonedDay(edition, locale, day)),
    laws: lawsOf(edition, locale, basis),
    share: `${origin}/${locale}/calculator?${query}`,
    json: `/api/v1/term?${query}&lang=${locale}`,
  };
}

export function Result({ t, locale, today, result }: { t: Text; locale: Locale; today: Day; result: ResultView }) {
  const { result: say } = t.calculator;
  const { step, received, registered, start, due, term } = result;
  const day = (value: Day) => <time dateTime={value}>{longDay(locale, value)}</time>;
  return (
    <Section id="answer" title={step ? `${step.kindName}: ${step.ruleName}` : say.title}>
      <Stack>
        <Deadline
          nearness="calm"
          day={due}
          dayText={fullDay(locale, due)}
          label={say.due}
          size="large"
          provisional={result.provisional ? t.ledger.provisional : undefined}
        />
        {result.notInForce ? (
          <Alert tone="warning">
            <p>{say.notInForce(result.notInForce)}</p>
          </Alert>
        ) : null}
        <DefinitionList
          items={[
            ...(received
              ? [
                  {
                    term: say.received,
                    value: (
                      <>
                        {day(received.day)}, {received.time} <span className="muted">({received.why})</span>
                      </>
                    ),
                  },
                ]
              : []),
            ...(registered ? [{ term: say.registered, value: day(registered) }] : []),
            { term: say.start, value: day(start) },
            { term: say.term, value: <Term t={t} term={term} /> },
            { term: say.basis, value: <Laws laws={result.laws} /> },
            { term: say.edition, value: result.edition },
          ]}
        />
        <DrawnTerm {...{ t, locale, term, start, due, today }} days={result.days} />
        <CopyField id="share" label={say.share} value={result.share} copy={say.copy} copied={say.copied} />
        <p className="row row-m">
          <a href={result.json}>{say.json}</a>
          {step ? <a href={step.href}>{say.procedure}</a> : null}
        </p>
      </Stack>
    </Section>
  );
}
