// The kinds of consultation round on the guide's contents page, beside the kinds of appeal. Used by contents.tsx.
import type { roundKinds } from '../../queries/guide-round';
import type { Text } from '../../text';
import { either, type Locale } from '../../text/format';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Muted } from '../../ui/words';
import { Term } from './parts';
import { BriefLaws } from './round-parts';

type Props = { t: Text; locale: Locale; rounds: ReturnType<typeof roundKinds> };

export function RoundKinds({ t, locale, rounds }: Props) {
  const { lead, columns, noPeriod } = t.roundGuide;
  const { rounds: title } = t.guide.sections;
  const term = (found: Props['rounds'][number]['period']) =>
    found ? (
      <>
        <Term t={t} term={found.term} />
        <BriefLaws laws={found.laws} />
      </>
    ) : (
      <Muted>{noPeriod}</Muted>
    );
  return (
    <Section id="rounds" title={title} lead={lead}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { key: 'kind', label: columns.kind, width: 'wide' },
          { key: 'period', label: columns.period },
          { key: 'answers', label: columns.answers },
          { key: 'hosts', label: columns.hosts },
        ]}
        rows={rounds.map(({ id, name, text, period, answers, hosts }) => ({
          id,
          cells: {
            kind: (
              <span className="term-words">
                <a href={`/${locale}/guide/rounds/${id}`}>{name}</a>
                <small>{text}</small>
              </span>
            ),
            period: term(period),
            answers: term(answers),
            hosts: either(locale, hosts),
          },
        }))}
      />
    </Section>
  );
}
