// Beside the filing form: how the days would be counted if it were sent now, for the chosen kind, and why.
import type { SentNow } from '../../queries/filing';
import type { Locale, Text } from '../../text';
import { longDay } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { Details } from '../../ui/details';
import { Card } from '../../ui/layout';
import { DefinitionList } from '../../ui/words';
import { DrawnTerm } from '../guide/parts';
import { Sources } from '../sources';
import { whySentences } from './why';

export function SentNowCard({ t, locale, now }: { t: Text; locale: Locale; now: SentNow }) {
  const say = t.filing.now;
  const { term, registeredDay, registeredText, receivedDay, receivedTime, before, sources, provisional } = now;
  return (
    <Card title={say.title} level={2} meta={say.kind(now.kindName)} tone="tint" id="now">
      <Deadline
        nearness="calm"
        size="large"
        label={say.due}
        day={term.due}
        dayText={say.dueOn(term.due)}
        provisional={provisional ? t.ledger.provisional : undefined}
      />
      <DefinitionList
        items={[
          { term: say.received, value: say.receivedAt(receivedDay, receivedTime) },
          {
            term: say.registered,
            value: (
              <>
                {longDay(locale, registeredDay)}
                <small className="case-line">{registeredText}</small>
              </>
            ),
          },
          { term: say.because, value: whySentences(t, term, receivedDay).join(' ') },
          { term: say.basis, value: <Sources sources={sources} /> },
        ]}
      />
      <Details summary={say.days}>
        <DrawnTerm
          t={t}
          locale={locale}
          term={term.term}
          start={before[0]?.date ?? term.from}
          due={term.due}
          days={[...before, ...term.days]}
        />
      </Details>
    </Card>
  );
}
