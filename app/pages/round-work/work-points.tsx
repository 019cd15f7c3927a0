// The points of a round on the workbench: what asks for something first, what is answered folded away.
import type { PointLine, WorkView } from '../../queries/round-work';
import { number as figure } from '../../text/format';
import type { Locale, Text } from '../../text';
import { Details } from '../../ui/details';
import { Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Tag } from '../../ui/words';
import { DispositionTag } from '../rounds/disposition';

type Props = { t: Text; locale: Locale; view: WorkView };

export const STANDING_TONES = {
  collecting: 'clock',
  drafted: 'brand',
  returned: 'danger',
  approved: 'good',
} as const;

/** A point that needs somebody: comments wait in it, and it is here to be drafted or approved. */
export const isOpen = ({ open }: PointLine): boolean => open > 0;
export const toApprove = (point: PointLine): boolean => isOpen(point) && point.standing === 'drafted';
export const toDraft = (point: PointLine): boolean => isOpen(point) && point.standing !== 'drafted';

export function Points(props: Props) {
  const { t, view } = props;
  const say = t.roundWork;
  const mine = view.mayApprove ? toApprove : toDraft;
  const waiting = view.points.filter(isOpen).toSorted((a, b) => Number(mine(b)) - Number(mine(a)) || b.open - a.open);
  const answered = view.points.filter((point) => !isOpen(point));
  return (
    <Section title={say.pointsTitle} lead={say.pointsLead} id="points">
      <Stack>
        {waiting.length > 0 ? <Lines {...props} points={waiting} caption={say.pointsTitle} /> : null}
        {answered.length > 0 ? (
          <Details summary={say.answeredPoints(answered.length)} open={waiting.length === 0}>
            <Lines {...props} points={answered} caption={say.answeredPoints(answered.length)} />
          </Details>
        ) : null}
      </Stack>
    </Section>
  );
}

function Lines({ t, locale, view, points, caption }: Props & { points: readonly PointLine[]; caption: string }) {
  const say = t.roundWork;
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'point', label: say.columns.point, width: 'wide' },
        { key: 'answer', label: say.columns.answer },
        { key: 'comments', label: say.columns.comments, align: 'end', width: 'fit' },
        { key: 'standing', label: say.columns.standing, width: 'fit' },
      ]}
      rows={points.map((point) => ({
        id: point.id,
        cells: {
          point: <a href={`/${locale}/rounds/${view.number}/points/${point.id}`}>{point.title}</a>,
          answer: point.code && point.codeName ? <DispositionTag code={point.code} name={point.codeName} /> : '—',
          comments: figure(locale, point.open || point.answered),
          standing: <Tag tone={STANDING_TONES[point.standing]}>{say.standing[point.standing]}</Tag>,
        },
      }))}
    />
  );
}
