// Parts of a procedure's page: what either party may do next, when reminders come, worked examples. Used by procedure.tsx only.
import type { ExampleView } from '../../queries/guide-procedure';
import { longDay } from '../../text/format';
import { Card, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList, Muted } from '../../ui/words';
import { DrawnTerm, Laws } from './parts';
import type { Part } from './procedure-parts';

export function Next({ t, procedure }: Part) {
  const say = t.guide.procedure;
  const parties = [
    { id: 'applicant', title: say.nextApplicant, steps: procedure.next.applicant },
    { id: 'body', title: say.nextBody, steps: procedure.next.body },
  ];
  return (
    <Section id="next" title={say.next}>
      <div className="duo">
        {parties.map(({ id, title, steps }) => (
          <Card key={id} title={title} id={`next-${id}`}>
            <ul className="next-list">
              {steps.map((step) => (
                <li key={step.id}>
                  <Muted>{say.nextWhen(step.when)}</Muted>
                  <p>{step.text}</p>
                  <Laws laws={step.laws} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Section>
  );
}

export function Reminders({ t, procedure }: Part) {
  const say = t.guide.procedure;
  const { reminders } = procedure;
  if (!reminders) return null;
  return (
    <Section id="reminders" title={say.reminders} lead={say.remindersLead(reminders.hour)}>
      <DefinitionList
        items={reminders.points.map(({ name, text, to }) => ({
          term: name,
          value: (
            <>
              {text} <Muted>({say.remindTo[to]})</Muted>
            </>
          ),
        }))}
      />
      <Laws laws={reminders.laws} />
    </Section>
  );
}

/** The first example drawn, the others as rows; every day of each, with its reason, is one link away in the calculator. */
export function Examples({ t, locale, procedure }: Part) {
  const say = t.guide.procedure;
  const [first, ...others] = procedure.examples;
  if (!first) return null;
  const calculatorOf = ({ query }: ExampleView) => `/${locale}/calculator?${query}`;
  return (
    <Section id="examples" title={say.examples} lead={say.examplesLead}>
      <Section level={3} id={`example-${first.id}`} title={first.ruleName} lead={first.text}>
        <Stack gap="s">
          <p>{[say.exampleDue(longDay(locale, first.due)), ...givenBy(first, { t, locale })].join(' · ')}</p>
          <DrawnTerm {...{ t, locale, ...first }} table="elsewhere" />
          <p>
            <a href={calculatorOf(first)}>{say.openInCalculator}</a>
          </p>
        </Stack>
      </Section>
      {others.length > 0 ? (
        <Section level={3} id="more-examples" title={say.moreExamples} lead={say.moreExamplesLead}>
          <Table
            caption={say.moreExamples}
            captionHidden
            columns={[
              { key: 'example', label: t.guide.columns.example, width: 'wide' },
              { key: 'days', label: t.guide.columns.days },
            ]}
            rows={others.map((example) => ({
              id: example.id,
              cells: {
                example: (
                  <span className="term-words" id={`example-${example.id}`}>
                    {example.ruleName}
                    <small>{example.text}</small>
                  </span>
                ),
                days: (
                  <span className="term-words">
                    <a href={calculatorOf(example)}>{say.exampleDue(longDay(locale, example.due))}</a>
                    <small>{givenBy(example, { t, locale }).join(' · ')}</small>
                  </span>
                ),
              },
            }))}
          />
        </Section>
      ) : null}
    </Section>
  );
}

/** What is given, in words: when it was received or registered, or from which day it is counted; and whether the year is official. */
function givenBy(
  { received, registered, from, provisional }: ExampleView,
  { t, locale }: Pick<Part, 't' | 'locale'>,
): string[] {
  const say = t.guide.procedure;
  return [
    ...(received ? [say.exampleReceived(`${longDay(locale, received.slice(0, 10))}, ${received.slice(11)}`)] : []),
    ...(registered ? [say.exampleRegistered(longDay(locale, registered))] : []),
    ...(from ? [say.exampleFrom(longDay(locale, from))] : []),
    ...(provisional ? [t.ledger.provisional] : []),
  ];
}
