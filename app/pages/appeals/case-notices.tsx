// The notices of a case for its parties: how far each got, and the way to its proof of service.
import type { Way } from '../../core/notice';
import type { NoticeView } from '../../queries/notices';
import type { Locale, Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { Card } from '../../ui/layout';
import { Tag, type Tone } from '../../ui/words';

const TONE = {
  waiting: 'plain',
  accepted: 'plain',
  lost: 'danger',
  seen: 'good',
  paper: 'good',
} as const satisfies Record<Way, Tone>;

export const WayTag = ({ t, way }: { t: Text; way: Way }) => <Tag tone={TONE[way]}>{t.notices.tags[way]}</Tag>;

type Props = { t: Text; locale: Locale; number: string; notices: readonly NoticeView[] };

export function CaseNotices({ t, locale, number, notices }: Props) {
  if (notices.length === 0) return null;
  return (
    <Card title={t.notices.title} level={2} id="notices">
      <ul className="steps">
        {notices.map(({ letterId, name, way, writtenAt }) => (
          <li key={letterId}>
            <a href={`/${locale}/appeals/${number}/notices/${letterId}`}>{name}</a> <WayTag t={t} way={way} />
            <small className="case-line">{dayAndTime(locale, writtenAt)}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
