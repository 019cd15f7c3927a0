// What came of a round: the outcome in its four parts, the decision, what followed.
import type { ResultView } from '../../queries/round-result';
import { Card, Section, Stack } from '../../ui/layout';
import type { Part } from './part';
import { byline, Said } from './said';

type Props = Pick<Part, 't'> & { result: ResultView };

/** We asked, you said, we did, what happens next. */
export function Outcome({ t, result }: Props) {
  const say = t.round.outcome;
  const { outcome } = result;
  if (!outcome) return null;
  const parts = [
    { title: say.asked, said: outcome.asked },
    { title: say.said, said: outcome.said },
    { title: say.did, said: outcome.did },
    { title: say.next, said: outcome.next },
  ];
  return (
    <Section title={say.title} lead={say.signed(byline(outcome.by), outcome.day)} id="outcome">
      <ol className="outcome">
        {parts.map(({ title, said }) => (
          <li key={title}>
            <h3>{title}</h3>
            <Said said={said} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Decision({ t, result }: Props) {
  const say = t.round.decision;
  const { decision, followUp } = result;
  if (!decision) return null;
  return (
    <Section title={say.title} lead={say.signed(byline(decision.by), decision.day)} id="decision">
      <Stack>
        <Said said={decision.text} />
        <div>
          <h3>{say.next}</h3>
          <Said said={decision.next} />
        </div>
        {followUp ? (
          <Card title={say.followUp} meta={say.signed(byline(followUp.by), followUp.day)}>
            <Said said={followUp.text} />
          </Card>
        ) : null}
      </Stack>
    </Section>
  );
}
