// The gate's checks as whoever prepares sees them: each with its figures in words, its article, and the way to waive it.
import type { Check, PrepareView } from '../../queries/round-prepare';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Tag } from '../../ui/words';
import { Sources } from '../sources';
import { textOf, type Typed } from '../form';
import { regionName } from '../region-choice';
import type { RefusalView } from '../respond';

type Props = { t: Text; locale: Locale; view: PrepareView; typed?: Typed; refused?: RefusalView };

/** What a check found, in a sentence; nothing where its name says it all. */
export function factsOf(
  t: Text,
  { id, facts, passed }: Pick<Check, 'id' | 'facts' | 'passed'>,
  view: Pick<PrepareView, 'needed'>,
): string | null {
  const say = t.roundPrepare;
  const { facts: words } = say;
  const documentName = (role: string) => view.needed.find((one) => one.role === role)?.name ?? role;
  const missing = String(facts.missing ?? '')
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const [role = '', language] = one.split(':');
      const inLanguage = language === 'kk' || language === 'ru' ? ` ${say.inLanguage[language]}` : '';
      return documentName(role) + inLanguage;
    });
  switch (id) {
    case 'time_left':
      if ('lastCall' in facts) return facts.lastCall ? words.call(String(facts.lastCall)) : words.noHearing;
      return words.time(Number(facts.workingDays), Number(facts.needed));
    case 'languages':
      if (missing.length > 0) return words.missing(missing.join(', '));
      return facts.words === 0 ? words.words : null;
    case 'documents':
      return missing.length > 0 ? words.missing(missing.join(', ')) : null;
    case 'machine_readable':
      if (passed) return null;
      return Number(facts.unreadable) > 0 ? words.unreadable(Number(facts.unreadable)) : words.noDocuments;
    case 'neutral':
      return passed ? words.signedBy(String(facts.signedBy)) : words.unsigned;
    case 'invited': {
      const regions = String(facts.regionsWithout ?? '')
        .split(' ')
        .filter(Boolean)
        .map((region) => regionName(t, region));
      const count = words.invited(Number(facts.invited), Number(facts.register));
      return regions.length > 0 ? `${count} ${words.regions(regions.join(', '))}` : count;
    }
    case 'decides':
    case 'fixed':
    case 'contact':
      return null;
  }
}

export function GateChecks({ t, view, typed, refused }: Props) {
  const say = t.roundPrepare;
  return (
    <ul className="checks">
      {view.checks.map((check) => {
        const { id, name, text, passed, waiver, source } = check;
        const found = factsOf(t, check, view);
        const asked = textOf(typed, 'check') === id;
        return (
          <li key={id} id={`check-${id}`}>
            <p>
              <strong>{name}</strong>{' '}
              {passed ? (
                <Tag tone="good">{say.passed}</Tag>
              ) : waiver ? (
                <Tag tone="clock">{say.waivedBy(waiver.by)}</Tag>
              ) : (
                <Tag tone="danger">{say.failed}</Tag>
              )}
            </p>
            <p>
              {text} {source ? <Sources sources={[source]} /> : null}
            </p>
            {found ? <p className="muted">{found}</p> : null}
            {waiver ? <p>«{waiver.reason}»</p> : null}
            {!passed && !waiver && view.mayWaive && view.phase === 'preparing' ? (
              <Details summary={say.waive} open={asked}>
                <Form>
                  <Hidden values={{ intent: 'waive', check: id }} />
                  <TextArea
                    name="reason"
                    id={asked ? 'reason' : `reason-${id}`}
                    label={say.waiveReason}
                    hint={say.waiveHint}
                    rows={3}
                    maxLength={2000}
                    value={asked ? textOf(typed, 'reason') : ''}
                    error={asked ? refused?.fields.reason : undefined}
                    required
                  />
                  <FormActions>
                    <SubmitButton weight="danger" busy={t.acts.sending}>
                      {say.waive}
                    </SubmitButton>
                  </FormActions>
                </Form>
              </Details>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
