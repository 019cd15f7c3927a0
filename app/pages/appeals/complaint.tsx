// The pre-trial complaint where the case admits it: said to everyone, prepared by the applicant with one press, and only
// inside the window that the guide gives.
import type { CaseView } from '../../queries/case';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Alert } from '../../ui/notice';

export function ComplaintNotice({ t, locale, view }: { t: Text; locale: Locale; view: CaseView }) {
  const say = t.case.complaint;
  const { complaint, complaints, standing, side, number } = view;
  const filed =
    complaints.length > 0 ? (
      <>
        <p>{say.filed}:</p>
        <ul>
          {complaints.map(({ number: other, body, open }) => (
            <li key={other}>
              {open ? <a href={`/${locale}/appeals/${other}`}>{say.atBody(other, body)}</a> : say.atBody(other, body)}
            </li>
          ))}
        </ul>
      </>
    ) : null;
  if (!complaint) return filed ? <Alert tone="info">{filed}</Alert> : null;
  const silent = standing === 'overdue';
  if (!complaint.open)
    return (
      <Alert tone="info">
        <p>{complaint.until ? say.closed(complaint.until) : null}</p>
        {filed}
      </Alert>
    );
  return (
    <Alert tone={silent ? 'warning' : 'info'} title={side === 'applicant' ? say.yours : say.title} id="complaint">
      <p>
        {complaint.hasSuperior ? (silent ? say.overdue : say.replied) : t.steps.complaint.toCourt}{' '}
        {complaint.until ? `${say.until(complaint.until)} ${say.left(complaint.daysLeft)}` : null}{' '}
        {complaint.named ? null : t.steps.complaint.notNamed}
      </p>
      {filed}
      {side === 'applicant' && !complaint.stands ? (
        <div className="actions">
          <LinkButton
            href={`/${locale}/appeals/new?kind=complaint&origin=${number}`}
            weight={silent ? 'primary' : 'secondary'}
          >
            {say.prepare}
          </LinkButton>
        </div>
      ) : null}
    </Alert>
  );
}
