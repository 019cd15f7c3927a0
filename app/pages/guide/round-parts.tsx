// Parts of the page of a kind of round: its numbers, documents and gate; laws in short. Used by round.tsx, round-after.tsx and the contents.
import type { Law } from '../../queries/guide';
import type { RoundKindView, StepView } from '../../queries/guide-round';
import type { Text } from '../../text';
import type { Locale } from '../../text/format';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { LawLink, Tag } from '../../ui/words';
import { Checked, Laws, Mark, Term } from './parts';

export type RoundPart = { t: Text; locale: Locale; round: RoundKindView };

/** Provisions on one line; what is to be known about them stands once, under the table (Notes). */
export function BriefLaws({ laws }: { laws: readonly Law[] }) {
  return (
    <span className="laws-brief">
      {laws.map((law) => (
        <span key={`${law.label}${law.note ?? ''}`}>
          <LawLink label={law.label} href={law.href} /> <Mark law={law} />
        </span>
      ))}
    </span>
  );
}

/** Each note of these provisions once. */
export function Notes({ laws }: { laws: readonly Law[] }) {
  const notes = [...new Set(laws.flatMap(({ note }) => note ?? []))];
  return notes.length > 0 ? <p className="muted after-table">{notes.join(' ')}</p> : null;
}

export const Explained = ({ name, text }: { name: string; text: string | null }) => (
  <span className="term-words">
    {name}
    {text ? <small>{text}</small> : null}
  </span>
);

/** How long, and from which day; of a day that somebody states only that. */
function StepTerm({ t, step }: { t: Text; step: Pick<StepView, 'term' | 'stated'> }) {
  return step.stated ? (
    <span className="term-words">
      <strong>{step.term.start}</strong>
    </span>
  ) : (
    <Term t={t} term={step.term} />
  );
}

export function Steps({ t, locale, round }: RoundPart) {
  const { columns, procedure: of } = t.guide;
  const say = t.roundGuide;
  return (
    <Section id="steps" title={say.steps} lead={say.stepsLead}>
      <Table
        caption={say.steps}
        captionHidden
        columns={[
          { key: 'rule', label: columns.rule, width: 'wide' },
          { key: 'term', label: columns.term },
          { key: 'owes', label: columns.owes },
          { key: 'law', label: columns.law },
          { key: 'checked', label: columns.checked, width: 'fit' },
        ]}
        rows={round.steps.map(({ id, name, text, opens, debtor, creditor, gathered, laws, ...step }) => ({
          id,
          cells: {
            rule: (
              <span className="term-words" id={`step-${id}`}>
                <span>
                  {name} <Tag tone={opens ? 'brand' : 'plain'}>{opens ? of.duty : of.limit}</Tag>
                </span>
                <small>{text}</small>
                {gathered ? <small>{say.gathered(gathered)}</small> : null}
              </span>
            ),
            term: <StepTerm t={t} step={step} />,
            owes: of.owes(debtor, creditor),
            law: <Laws laws={laws} />,
            checked: <Checked locale={locale} laws={laws} />,
          },
        }))}
      />
    </Section>
  );
}

export function Documents({ t, round }: RoundPart) {
  const say = t.roundGuide;
  if (round.documents.length === 0)
    return (
      <Section id="documents" title={say.documents}>
        <p>{say.documentsNone}</p>
      </Section>
    );
  return (
    <Section id="documents" title={say.documents} lead={say.documentsLead}>
      <Table
        caption={say.documents}
        captionHidden
        columns={[
          { key: 'document', label: say.columns.document, width: 'wide' },
          { key: 'law', label: say.columns.law },
        ]}
        rows={round.documents.map(({ id, name, text, laws }) => ({
          id,
          cells: { document: <Explained name={name} text={text} />, law: <BriefLaws laws={laws} /> },
        }))}
      />
      <Notes laws={round.documents.flatMap(({ laws }) => laws)} />
    </Section>
  );
}

export function Gate({ t, round }: RoundPart) {
  const say = t.roundGuide;
  return (
    <Section id="gate" title={say.gate} lead={say.gateLead}>
      <Table
        caption={say.gate}
        captionHidden
        columns={[
          { key: 'check', label: say.columns.check, width: 'wide' },
          { key: 'law', label: say.columns.law },
        ]}
        rows={round.gate.map(({ id, name, text, laws }) => ({
          id,
          cells: { check: <Explained name={name} text={text} />, law: <BriefLaws laws={laws} /> },
        }))}
      />
      <Notes laws={round.gate.flatMap(({ laws }) => laws)} />
      {round.neutral.length > 0 ? (
        <Section level={3} id="neutral" title={say.neutral}>
          <ul>
            {round.neutral.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Section>
  );
}
