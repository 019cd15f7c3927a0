// Parts of the page of a kind of round: its stages, answers to comments, the council, what happens next, examples. Used by round.tsx.
import type { RoundExample, StepView } from '../../queries/guide-round';
import type { Text } from '../../text';
import { longDay } from '../../text/format';
import { Card, Grid, Section } from '../../ui/layout';
import { LedgerCalendar } from '../../ui/ledger-calendar';
import { Table } from '../../ui/table';
import { Muted } from '../../ui/words';
import { Laws } from './parts';
import { BriefLaws, Explained, Notes, type RoundPart } from './round-parts';

/** The stages in the guide's order, each with the duties whose term begins in it. */
export function Stages({ t, round }: RoundPart) {
  const say = t.roundGuide;
  return (
    <Section id="stages" title={say.stages} lead={say.stagesLead}>
      <ol className="stage-list">
        {round.stages.map(({ id, name, text, steps }) => (
          <li key={id}>
            <strong>{name}</strong>
            <p>{text}</p>
            {steps.map((step) => (
              <p key={step.id} className="stage-duty">
                <a href={`#step-${step.id}`}>{step.name}</a> <Muted>{inWords(t, step)}</Muted>
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** '10 working days, from the last day for comments'; a term counted back says by its duty what it lies before. */
function inWords(t: Text, { term, stated }: StepView): string {
  if (stated) return term.start;
  const { n, unit, direction, start } = term;
  return direction === 'backward' ? t.ledger.before(n, unit) : `${t.ledger.term(n, unit)}, ${start}`;
}

export function Dispositions({ t, round }: RoundPart) {
  const say = t.roundGuide;
  return (
    <Section
      id="dispositions"
      title={say.dispositions}
      lead={
        <>
          {round.fourEyes.text} <BriefLaws laws={round.fourEyes.laws} />
        </>
      }
    >
      <Table
        caption={say.dispositions}
        captionHidden
        columns={[
          { key: 'disposition', label: say.columns.disposition, width: 'wide' },
          { key: 'requires', label: say.columns.requires },
          { key: 'law', label: say.columns.law },
        ]}
        rows={round.dispositions.map(({ id, name, text, requires, laws }) => ({
          id,
          cells: {
            disposition: <Explained name={name} text={text} />,
            requires: say.requires[requires],
            law: <BriefLaws laws={laws} />,
          },
        }))}
      />
      <Notes laws={round.dispositions.flatMap(({ laws }) => laws)} />
    </Section>
  );
}

export function Council({ t, round: { council } }: RoundPart) {
  const say = t.roundGuide;
  if (!council) return null;
  return (
    <Section id="council" title={say.council}>
      <Grid min="l">
        {(['quorum', 'adoption', 'recusal'] as const).map((id) => (
          <Card key={id} id={id} title={say[id]} footer={<Laws laws={council[id].laws} />}>
            <p>{council[id].text}</p>
          </Card>
        ))}
      </Grid>
    </Section>
  );
}

export function Next({ t, round }: RoundPart) {
  const say = t.roundGuide;
  const sides = [
    {
      id: 'participant',
      title: say.participant,
      steps: say.participantSteps[round.open ? 'everyone' : 'others'],
    },
    { id: 'body', title: say.body, steps: say.bodySteps },
  ];
  return (
    <Section id="next" title={say.next} lead={say.silence}>
      <div className="duo">
        {sides.map(({ id, title, steps }) => (
          <Card key={id} title={title} id={`next-${id}`}>
            <ul>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </Section>
  );
}

/** Each term drawn beside its words; every day in words is a link away. */
export function Examples({ t, locale, round }: RoundPart) {
  const say = t.guide.procedure;
  if (round.examples.length === 0) return null;
  return (
    <Section id="examples" title={say.examples} lead={say.examplesLead}>
      {round.examples.map((example) => (
        <Section key={example.id} level={3} id={`example-${example.id}`} title={example.ruleName}>
          <Drawn t={t} locale={locale} example={example} />
        </Section>
      ))}
    </Section>
  );
}

function Drawn({ t, locale, example }: Omit<RoundPart, 'round'> & { example: RoundExample }) {
  const { ledger } = t;
  const say = t.guide.procedure;
  const { text, from, due, provisional, days, query } = example;
  const { n, unit, direction } = example.term;
  const backward = direction === 'backward';
  const words = backward ? ledger.before(n, unit) : ledger.term(n, unit);
  return (
    <div className={backward ? 'ledger ledger-back' : 'ledger'}>
      <div className="ledger-sheet">
        <div className="ledger-picture">
          <LedgerCalendar
            locale={locale}
            days={backward ? days.toReversed() : days}
            due={due}
            texts={{ ...ledger, summary: ledger.summary(words, from, due) }}
          />
        </div>
        <div className="ledger-words">
          <p>{text}</p>
          <p>{say.exampleFrom(longDay(locale, from))}</p>
          <p>
            <strong>{say.exampleDue(longDay(locale, due))}</strong>
          </p>
          {provisional ? <Muted>{ledger.provisional}</Muted> : null}
          <p>
            <a href={`/${locale}/calculator?${query}`}>{say.openInCalculator}</a>
          </p>
        </div>
      </div>
    </div>
  );
}
