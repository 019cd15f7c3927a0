// Levels of what trust rests on, and how drivers go with trust, in both directions. Parts of the pages of a wave and of a body.
import type { Construct, Publishing } from '../../../guide/schema';
import { DRIVERS } from '../../../guide/survey-ids';
import type { ConstructFigures } from '../../core/construct-figures';
import { number } from '../../text/format';
import { Ranges, type Range } from '../../ui/ranges';
import type { Part, Side } from './level-parts';
import { axisOf, estimated, lackOf, MARK, saidOf } from './said';

type Props = Omit<Part, 'instrument'> & { sides: readonly Side[] };
const TEN = axisOf({ from: 0, to: 10 });

/** Mean scores of constructs, each under the other, with their reliability. */
export function ConstructMeans({
  title,
  constructs,
  ...part
}: Props & { title: string; constructs: readonly Construct[] }) {
  const { t, words, sides } = part;
  const say = t.trust.wave.dimensions;
  const rows = constructs.flatMap((construct) =>
    sides.flatMap((side): Range[] => {
      const figures = side.seen.figures?.constructs[construct];
      if (!figures) return [];
      return [
        {
          id: `${construct} ${side.id}`,
          label: (
            <span className="term-words">
              {words.construct[construct].name}
              <small>{words.direction[side.direction].name}</small>
            </span>
          ),
          mark: MARK[side.direction],
          value: estimated(figures.mean),
          text: saidOf(t, figures.mean, t.trust.said.mean),
          note: <Reliability {...part} figures={figures} />,
        },
      ];
    }),
  );
  if (rows.length === 0) return <NoFigures {...part} />;
  const columns = { label: say.columns.label, value: say.columns.value, note: say.columns.alpha };
  return <Ranges title={title} desc={say.desc} columns={columns} axis={TEN} rows={rows} />;
}

function Reliability({ t, locale, figures }: Props & { figures: ConstructFigures }) {
  const { single, columns } = t.trust.wave.dimensions;
  return (
    <span className="term-words">
      {figures.alpha ? saidOf(t, figures.alpha, t.trust.said.alpha) : single}
      <small>{`${columns.scored}: ${number(locale, figures.scored)}`}</small>
    </span>
  );
}

/** Why there is nothing to draw: each side's reason. */
export function NoFigures({ words, sides, t }: Pick<Props, 'words' | 'sides' | 't'>) {
  return (
    <ul className="plain-list">
      {sides.map(({ id, direction, seen }) => (
        <li key={id}>
          {words.direction[direction].name}:{' '}
          {seen.suppressed ? words.suppression[seen.suppressed].text : t.trust.notAsked}
        </li>
      ))}
    </ul>
  );
}

/** How each driver goes with overall trust. */
export function DriverAssociations({ title, publishing, ...part }: Props & { title: string; publishing: Publishing }) {
  const { t, locale, words, sides } = part;
  const say = t.trust.wave.drivers;
  const rows = DRIVERS.flatMap((driver) =>
    sides.flatMap((side): Range[] => {
      const found = side.seen.figures?.drivers[driver];
      if (!found) return [];
      return [
        {
          id: `${driver} ${side.id}`,
          label: (
            <span className="term-words">
              {words.construct[driver].name}
              <small>{words.direction[side.direction].name}</small>
            </span>
          ),
          mark: MARK[side.direction],
          value: estimated(found),
          text: found.estimate === null ? lackOf(t, found) : saidOf(t, found, t.trust.said.alpha),
          note: number(locale, found.n),
        },
      ];
    }),
  );
  if (rows.length === 0) return <NoFigures {...part} />;
  const axis = { from: -1, to: 1, ticks: [-1, 0, 1].map((at) => ({ at, text: String(at).replace('-', '−') })) };
  return (
    <>
      <p className="section-lead">{say.lead(publishing.association.n)}</p>
      <Ranges title={title} desc={say.desc} columns={say.columns} axis={axis} zero={0} rows={rows} />
    </>
  );
}
