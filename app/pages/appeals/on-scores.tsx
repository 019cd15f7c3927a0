// What a case counts as on the scores of its body: its contest, for everyone; for officials of the body the way to make one.
import type { OnCase } from '../../queries/contesting';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Card } from '../../ui/layout';
import { StatusTag } from '../contests/status';

type Props = { t: Text; locale: Locale; view: { number: string }; contest: OnCase };

export function OnScores({ t, locale, view: { number }, contest: { found, counts } }: Props) {
  const { onCase: say, make, about } = t.contests;
  const { counted } = t.scores.body;
  return (
    <Card title={say.title} level={2} id="scores">
      {found ? (
        <>
          <p>
            {say.contested} <a href={`/${locale}/contests/${found.number}`}>{about(found.number)}</a>
          </p>
          <p>
            <StatusTag t={t} status={found.status} />
          </p>
        </>
      ) : counts ? (
        <>
          <p>{make.counts(counted[counts.lawful], counted[counts.extended])}</p>
          <LinkButton href={`/${locale}/appeals/${number}/contest`}>{make.button}</LinkButton>
        </>
      ) : null}
    </Card>
  );
}
