// Whether the complaint suspends the execution of the act: on the page of the act's case and on that of the complaint, with the article.
import type { CaseView } from '../../queries/case';
import type { SuspensionView } from '../../queries/suspension';
import type { Locale, Text } from '../../text';
import { Alert } from '../../ui/notice';
import { Prose, Quote } from '../../ui/words';
import { Sources } from '../sources';

export function SuspensionNotice({ t, locale, view }: { t: Text; locale: Locale; view: CaseView }) {
  const say = t.steps.suspension;
  const { suspension } = view;
  if (!suspension) return null;
  const { state, day, reason, act, sources } = suspension;
  return (
    <Alert tone={state === 'suspended' ? 'warning' : 'info'} title={say.title} id="suspension">
      <p>
        {said(say, state, day ?? '')} <Sources sources={sources} />
      </p>
      {reason ? (
        <Quote source={reason.name}>
          <Prose text={reason.text} />
        </Quote>
      ) : null}
      {act ? (
        <p>
          <a href={`/${locale}/appeals/${act}`}>{t.case.number(act)}</a>
        </p>
      ) : null}
    </Alert>
  );
}

function said(say: Text['steps']['suspension'], state: SuspensionView['state'], day: string): string {
  switch (state) {
    case 'suspended':
      return `${say.suspended(day)} ${say.until}`;
    case 'goes_on':
      return say.goesOn(day);
    case 'lifted':
    case 'ended':
    case 'annulled':
      return say[state](day);
    case 'nothing':
    case 'untied':
      return say[state];
  }
}
