// An appeal that was returned may be filed again: the applicant gets the form with what was written, everyone sees what came of it.
import type { CaseView } from '../../queries/case';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Alert } from '../../ui/notice';

export function FileAgain({ t, locale, view }: { t: Text; locale: Locale; view: CaseView }) {
  const say = t.steps.again;
  const { standing, side, number, again, kind, suspension } = view;
  // A complaint that came back is filed anew about what it was about.
  const act = kind === 'complaint' ? (suspension?.act ?? null) : null;
  const form = act === null ? `again=${number}` : `kind=complaint&origin=${act}`;
  if (again.length === 0 && !(standing === 'returned' && side === 'applicant')) return null;
  return (
    <Alert tone="info">
      {again.map(({ number: other, open }) => (
        <p key={other}>
          {say.filed}:{' '}
          {open ? <a href={`/${locale}/appeals/${other}`}>{t.case.number(other)}</a> : t.case.number(other)}
        </p>
      ))}
      {again.length === 0 ? (
        <>
          <p>{say.text}</p>
          <div className="actions">
            <LinkButton href={`/${locale}/appeals/new?${form}`} weight="primary">
              {say.offer}
            </LinkButton>
          </div>
        </>
      ) : null}
    </Alert>
  );
}
