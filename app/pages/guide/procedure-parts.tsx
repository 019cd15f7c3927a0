// Parts of a procedure's page: side steps, the answer, the ends. Used by procedure.tsx only.
import type { ReactNode } from 'react';
import type { Law } from '../../queries/guide';
import type { procedureView, StepView } from '../../queries/guide-procedure';
import type { Text } from '../../text';
import { type Locale } from '../../text/format';
import { Card, Grid, Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList, Muted } from '../../ui/words';
import { Laws, Term } from './parts';

export type Part = { t: Text; locale: Locale; procedure: ReturnType<typeof procedureView> };

const Step = ({ t, step }: { t: Text; step: StepView | null }) =>
  step ? (
    <>
      <Term t={t} term={step.term} />
      <Laws laws={step.laws} />
    </>
  ) : null;

/** Each provision once, however many grounds rest on it. */
const once = (laws: readonly Law[]): Law[] => [
  ...new Map(laws.map((law) => [`${law.label}${law.note}`, law])).values(),
];

type Fact = { term: string; value: ReactNode };
const when = (known: unknown, fact: Fact): Fact[] => (known ? [fact] : []);

/** What may happen on the way: extension, redirecting, putting right and return, hearing, suspension of the act. */
export function SideSteps({ t, procedure }: Part) {
  const say = t.guide.procedure;
  const { extension, redirect, cure, hearing, suspension } = procedure;
  return (
    <Section id="side" title={say.side}>
      <div className="duo">
        <Card title={say.extension} id="extension">
          <p>{extension.allowed ? say.extensionText(extension.times) : t.guide.noExtension}</p>
          {extension.allowed ? (
            <DefinitionList
              items={[
                { term: say.extensionLimit, value: <Step t={t} step={extension.limit} /> },
                { term: say.extensionNotice, value: <Step t={t} step={extension.notice} /> },
                ...when(extension.decidedBy.length > 0, {
                  term: say.extensionBy,
                  value: extension.decidedBy.join(', '),
                }),
                ...when(extension.onlyIf, { term: say.extensionOnly, value: extension.onlyIf }),
                { term: say.extensionTimes, value: <Laws laws={extension.timesLaws} /> },
              ]}
            />
          ) : (
            <Laws laws={extension.laws} />
          )}
          {extension.allowed && extension.reasonRequired ? <p>{say.extensionReason}</p> : null}
        </Card>
        {redirect ? (
          <Card title={say.redirect} id="redirect">
            <DefinitionList
              items={[
                ...when(redirect.step, {
                  term: say.redirectTerm,
                  value: redirect.step ? <Term t={t} term={redirect.step.term} /> : null,
                }),
                ...when(redirect.notice, {
                  term: say.redirectNotice,
                  value: redirect.notice ? <Term t={t} term={redirect.notice.term} /> : null,
                }),
                { term: say.redirectClock, value: say.redirectFresh },
              ]}
            />
            <p>{redirect.partial ? say.redirectPartial : say.redirectWhole}</p>
            <Laws laws={once([...(redirect.step?.laws ?? []), ...(redirect.notice?.laws ?? []), ...redirect.laws])} />
          </Card>
        ) : null}
        {cure ? (
          <Card title={say.cure} id="cure">
            <p>{say.cureText}</p>
            <DefinitionList
              items={cure.grounds.map(({ name, text, step }) => ({
                term: name,
                value: (
                  <>
                    <p>{text}</p>
                    {step ? <Term t={t} term={step.term} /> : null}
                  </>
                ),
              }))}
            />
            <Laws laws={once([...cure.laws, ...cure.grounds.flatMap(({ laws }) => laws)])} />
          </Card>
        ) : null}
        {hearing ? (
          <Card title={say.hearing} id="hearing">
            <p>{hearing.required ? say.hearingYes : say.hearingNo}</p>
            {hearing.step ? (
              <DefinitionList items={[{ term: say.hearingTerm, value: <Step t={t} step={hearing.step} /> }]} />
            ) : (
              <Laws laws={hearing.laws} />
            )}
            <Exceptions lead={say.unheard} of={hearing.exceptions} />
          </Card>
        ) : null}
        {suspension ? (
          <Card title={t.steps.suspension.title} id="suspension">
            <p>{suspension.text}</p>
            <Laws laws={suspension.laws} />
            <Exceptions lead={say.notSuspended} of={suspension.exceptions} />
          </Card>
        ) : null}
      </div>
    </Section>
  );
}

type Exception = { id: string; name: string; text: string; laws: readonly Law[] };

function Exceptions({ lead, of }: { lead: string; of: readonly Exception[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <p>{lead}</p>
      <DefinitionList
        items={of.map(({ name, text, laws }) => ({
          term: name,
          value: (
            <>
              <p>{text}</p>
              <Laws laws={[...laws]} />
            </>
          ),
        }))}
      />
    </>
  );
}

const Explained = ({ name, text }: { name: string; text: string }) => (
  <span className="term-words">
    {name}
    {text ? <small>{text}</small> : null}
  </span>
);

/** What an answer must have, and what is none. */
export function Reply({ t, procedure }: Part) {
  const { columns, procedure: say } = t.guide;
  return (
    <>
      <Section id="reply" title={say.reply} lead={say.replyLead}>
        <Table
          caption={say.reply}
          captionHidden
          columns={[
            { key: 'requirement', label: columns.requirement, width: 'wide' },
            { key: 'given', label: columns.given },
            { key: 'law', label: columns.law },
          ]}
          rows={procedure.requirements.map(({ id, name, text, byOfficial, laws }) => ({
            id,
            cells: {
              requirement: <Explained name={name} text={text} />,
              given: byOfficial ? <strong>{say.byOfficial}</strong> : <Muted>{say.bySystem}</Muted>,
              law: <Laws laws={laws} />,
            },
          }))}
        />
      </Section>
      <Section id="not-reply" title={say.notReply} lead={say.notReplyLead}>
        <DefinitionList items={procedure.notReplies.map(({ name, text }) => ({ term: name, value: text }))} />
      </Section>
    </>
  );
}

/** How it may end: outcomes, grounds of termination, silence and where to complain. */
export function Ends({ t, procedure }: Part) {
  const { columns, procedure: say } = t.guide;
  const { outcomes, grounds, overdue, escalation, window } = procedure;
  const length = ({ n, unit }: { n: number; unit: Parameters<typeof t.ledger.term>[1] }) => t.ledger.term(n, unit);
  return (
    <>
      <Section id="outcomes" title={say.outcomes}>
        <Table
          caption={say.outcomes}
          captionHidden
          columns={[
            { key: 'outcome', label: columns.outcome, width: 'wide' },
            { key: 'ending', label: columns.ending },
            { key: 'law', label: columns.law },
          ]}
          rows={outcomes.map(({ id, name, text, ending, laws }) => ({
            id,
            cells: { outcome: <Explained name={name} text={text} />, ending, law: <Laws laws={laws} /> },
          }))}
        />
      </Section>
      {grounds.length > 0 ? (
        <Section id="grounds" title={say.grounds}>
          <Table
            caption={say.grounds}
            captionHidden
            columns={[
              { key: 'ground', label: columns.ground, width: 'wide' },
              { key: 'decides', label: columns.decides },
              { key: 'law', label: columns.law },
            ]}
            rows={grounds.map(({ id, name, text, decidedBy, laws }) => ({
              id,
              cells: {
                ground: <Explained name={name} text={text} />,
                decides: decidedBy.length > 0 ? decidedBy.join(', ') : <Muted>{say.anyDecider}</Muted>,
                law: <Laws laws={laws} />,
              },
            }))}
          />
        </Section>
      ) : null}
      <Section id="overdue" title={say.overdue}>
        <Grid min="l">
          <Card tone="danger" title={overdue.name} footer={<Laws laws={overdue.laws} />}>
            <p>{overdue.text}</p>
            <p>{say.overdueFrom}</p>
          </Card>
          <Card title={say.escalation}>
            <ol className="steps-list">
              {escalation.map(({ id, name, text, laws }) => (
                <li key={id}>
                  <strong>{name}</strong>
                  <p>{text}</p>
                  <Laws laws={laws} />
                </li>
              ))}
            </ol>
          </Card>
          <Card
            title={say.window}
            footer={window ? <Laws laws={[...window.laws, ...(window.longer?.laws ?? [])]} /> : undefined}
          >
            {window ? <p>{say.windowText(length(window))}</p> : <p>{say.noWindow}</p>}
            {window?.longer ? <p>{say.windowLonger(length(window.longer))}</p> : null}
          </Card>
        </Grid>
      </Section>
    </>
  );
}
