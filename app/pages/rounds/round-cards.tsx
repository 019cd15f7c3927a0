// Open rounds as cards: what is asked, by whom, until when. Used on top of the list and on the landing page.
import type { RoundRow } from '../../queries/rounds';
import type { Locale, Text } from '../../text';
import { Card, Grid } from '../../ui/layout';
import { roundAddress } from './addresses';
import { Closes } from './round-table';

type Props = { t: Text; locale: Locale; today: string; rows: readonly RoundRow[] };

export const RoundCards = ({ t, locale, today, rows }: Props) => (
  <Grid min="l">
    {rows.map((row) => (
      <Card
        key={row.number}
        title={<span lang={row.language === locale ? undefined : row.language}>{row.title}</span>}
        href={roundAddress(locale, row.number)}
        tone={row.closesDay === today ? 'clock' : 'plain'}
        meta={`${row.kindName} · ${t.topics[row.topic]}`}
        footer={t.rounds.comments(row.comments)}
      >
        <p>{row.body.name}</p>
        <Closes t={t} locale={locale} round={row} today={today} />
      </Card>
    ))}
  </Grid>
);
