// The table of waves, with the days, the stage and how many answered. Part of the overview.
import type { WaveList, WaveLine } from '../../queries/waves';
import type { TrustWords } from '../../queries/trust-words';
import type { Locale, Text } from '../../text';
import { dayRange, number } from '../../text/format';
import { Pagination, Table } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { waveAddress } from './addresses';
import { saidOf } from './said';

type Props = { t: Text; locale: Locale; words: TrustWords; waves: WaveList };

export function WaveTable({ t, locale, words, waves }: Props) {
  const say = t.trust.waves;
  if (waves.rows.length === 0) return <EmptyState title={say.none} />;
  return (
    <>
      <Table
        caption={say.title}
        captionHidden
        columns={[
          { key: 'wave', label: say.columns.wave, width: 'wide' },
          { key: 'days', label: say.columns.days },
          { key: 'stage', label: say.columns.stage, width: 'fit' },
          { key: 'answered', label: say.columns.answered },
        ]}
        rows={waves.rows.map((wave) => ({
          id: wave.number,
          cells: {
            wave: (
              <span className="term-words">
                <a href={waveAddress(locale, wave.number)}>{wave.title}</a>
                <small>{wave.occasionName}</small>
              </span>
            ),
            days: dayRange(locale, wave.opensDay, wave.closesDay),
            stage: <Tag tone={wave.stage === 'open' ? 'clock' : 'plain'}>{t.trust.stages[wave.stage]}</Tag>,
            answered: <Answered {...{ t, locale, words, wave }} />,
          },
        }))}
      />
      {waves.older ? (
        <Pagination
          label={say.title}
          older={{ href: `/${locale}/trust?after=${encodeURIComponent(waves.older)}#waves`, label: say.older }}
        />
      ) : null}
    </>
  );
}

function Answered({ t, locale, words, wave }: Omit<Props, 'waves'> & { wave: WaveLine }) {
  const { sealed, openRate } = t.trust.waves;
  if (wave.stage !== 'counted') return <>{wave.stage === 'open' || wave.stage === 'closed' ? sealed : '—'}</>;
  return (
    <ul className="plain-list">
      {wave.responses.map(({ direction, invited, counted, share }) => (
        <li key={direction}>
          {words.direction[direction].name}:{' '}
          {invited === null
            ? openRate(counted)
            : invited === 0
              ? number(locale, 0)
              : saidOf(t, share, t.trust.said.share)}
        </li>
      ))}
    </ul>
  );
}
