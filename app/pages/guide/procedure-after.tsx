// Parts of a procedure's page: what either party may do next, when reminders come, worked examples. Used by procedure.tsx only.
import { longDay } from '../../text/format';
import { Card, Section, Stack } from '../../ui/layout';
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

export function Examples({ t, locale, procedure }: Part) {
  const say = t.guide.procedure;
  if (procedure.examples.length === 0) return null;
  const day = (value: string) => longDay(locale, value);
  return (
    <Section id="examples" title={say.examples} lead={say.examplesLead}>
      {procedure.examples.map((example) => (
        <Section key={example.id} level={3} id={`example-${example.id}`} title={example.ruleName} lead={example.text}>
          <Stack gap="s">
            <p>
              {[
                example.received
                  ? say.exampleReceived(`${day(example.received.slice(0, 10))}, ${example.received.slice(11)}`)
                  : '',
                example.registered ? say.exampleRegistered(day(example.registered)) : '',
                example.from ? say.exampleFrom(day(example.from)) : '',
                say.exampleDue(day(example.due)),
                example.provisional ? t.ledger.provisional : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <DrawnTerm
              t={t}
              locale={locale}
              term={example.term}
              start={example.start}
              due={example.due}
              days={example.days}
            />
            <p>
              <a href={`/${locale}/calculator?${example.query}`}>{say.openInCalculator}</a>
            </p>
          </Stack>
        </Section>
      ))}
    </Section>
  );
}
