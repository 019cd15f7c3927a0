// The gate's checks as whoever prepares sees them: each with its figures in words, its article, and the way to waive it.
import type { Check, PrepareView } from '../../queries/round-prepare';
import type { Locale, Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Stack } from '../../ui/layout';
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
      const count = [
        words.invited(Number(facts.invited), Number(facts.register)),
        ...('invitedInField' in facts ? [words.inField(Number(facts.invitedInField))] : []),
      ].join(' ');
      return regions.length > 0 ? `${count} ${words.regions(regions.join(', '))}` : count;
    }
    case 'decides':
    case 'fixed':
    case 'contact':
      return null;
  }
}

/** The page on which what a check misses is put right. */
function placeOf({ id, facts }: Check, home: string): string {
  switch (id) {
    case 'documents':
    case 'machine_readable':
      return `${home}/documents`;
    case 'languages':
      return facts.missing ? `${home}/documents` : `${home}/settings`;
    case 'neutral':
      return '#neutral';
    case 'invited':
      return `${home}/invitations`;
    case 'time_left':
    case 'decides':
    case 'fixed':
    case 'contact':
      return `${home}/settings`;
  }
}

/** What is not in order first, each with the way to put it right; the rest folded away while there is something to do. */
export function GateChecks(props: Props) {
  const { t, view } = props;
  const failing = view.checks.filter(({ passed, waiver }) => !passed && !waiver);
  const settled = view.checks.filter((check) => !failing.includes(check));
  return (
    <Stack>
      {failing.length > 0 ? <Checks {...props} checks={failing} /> : null}
      {settled.length > 0 ? (
        <Details summary={t.roundPrepare.inOrder(settled.length)} open={failing.length === 0}>
          <Checks {...props} checks={settled} />
        </Details>
      ) : null}
    </Stack>
  );
}

function Checks({ t, locale, view, typed, refused, checks }: Props & { checks: readonly Check[] }) {
  const say = t.roundPrepare;
  const home = `/${locale}/rounds/${view.number}`;
  const preparing = view.phase === 'preparing';
  return (
    <ul className="checks">
      {checks.map((check) => {
        const { id, name, text, passed, waiver, source } = check;
        const found = factsOf(t, check, view);
        const asked = textOf(typed, 'check') === id;
        const open = !passed && !waiver && preparing;
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
            {found ? <p>{found}</p> : null}
            <p className="muted">
              {text} {source ? <Sources sources={[source]} /> : null}
            </p>
            {waiver ? <p>«{waiver.reason}»</p> : null}
            {open ? (
              <div className="check-acts">
                <LinkButton href={placeOf(check, home)} size="small">
                  {say.putRight}
                  <span className="unseen">: {name}</span>
                </LinkButton>
                {view.mayWaive ? (
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
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
