// Who works somewhere: the table of officials with a button that ends each role, those invited, and the form that invites.
// Used for a body's officials, for a public council and for the administrators of Kenes.
import type { ReactNode } from 'react';
import { dayOf } from '../../core/day';
import { lastDayBefore } from '../../core/seat-term';
import { OFFICIAL_ROLES } from '../../core/viewer';
import type { Staff as StaffView } from '../../queries/staff';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { RadioCards, type Choice } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { EmptyState } from '../../ui/words';
import { HandOver } from '../accounts/hand-over';
import { LastDay } from '../accounts/last-day';
import { LocaleChoice } from '../accounts/locale-choice';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';

export type Invited = { email: string; path: string | null };
/** Where the form invites to, and what it asks besides the address. */
export type Invites = {
  title: string;
  /** What stands where nobody is. */
  none: string;
  hidden: Record<string, string>;
  roles: { hint: string; first: string; options: readonly Choice[] } | null;
  post: { label: string; hint: string; required: boolean } | null;
  /** Further fields of the form, such as the side and the term of a seat on a council. */
  more?: (answer: Answered, prefix: string) => ReactNode;
  /** Their names for the summary of what is wrong. */
  labels?: Record<string, string>;
};
type Props = {
  t: Text;
  locale: Locale;
  origin: string;
  staff: StaffView;
  invites: Invites;
  title: string;
  ending: Answered;
  inviting: Answered;
  invited: Invited | undefined;
};

export function Staff({ t, locale, origin, staff, invites, title, ending, inviting, invited }: Props) {
  const words = t.administration;
  return (
    <Section title={title} id="officials">
      <Stack>
        <Refused t={t} refused={ending.refused} />
        {staff.officials.length === 0 ? (
          <EmptyState title={invites.none} />
        ) : (
          <Officials t={t} locale={locale} staff={staff} invites={invites} title={title} />
        )}
        {staff.invited.length > 0 ? (
          <div>
            <h3>{words.invited}</h3>
            <ul>
              {staff.invited.map(({ email, role, post, expiresAt }) => (
                <li key={`${email}${role}`}>
                  {[email, t.accounts.roles[role], ...(post ? [post] : [])].join(', ')}
                  <small className="case-line">{t.accounts.account.until(expiresAt)}</small>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        <Section level={3} title={invites.title}>
          <Stack>
            {invited ? <Alert tone="success">{words.sent(invited.email)}</Alert> : null}
            {invited?.path ? <HandOver t={t} locale={locale} origin={origin} path={invited.path} for="other" /> : null}
            <Invite t={t} locale={locale} invites={invites} answer={inviting} />
          </Stack>
        </Section>
      </Stack>
    </Section>
  );
}

function Officials({ t, locale, staff, invites, title }: Pick<Props, 't' | 'locale' | 'staff' | 'invites' | 'title'>) {
  const words = t.administration;
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { key: 'name', label: words.name },
        { key: 'role', label: words.role },
        { key: 'post', label: invites.post?.label ?? words.post },
        { key: 'email', label: words.email },
        { key: 'since', label: words.since },
        { key: 'act', label: words.act, width: 'fit' },
      ]}
      rows={staff.officials.map(({ membershipId, name, email, role, post, since, until }) => ({
        id: membershipId,
        cells: {
          name,
          role: t.accounts.roles[role],
          post: post ?? '',
          email,
          since:
            until === null
              ? numericDay(locale, dayOf(since))
              : `${numericDay(locale, dayOf(since))} – ${numericDay(locale, lastDayBefore(until))}`,
          act: (
            <form method="post">
              <Hidden values={{ intent: 'end', membershipId }} />
              <SubmitButton weight="secondary" size="small">
                {words.end} <span className="unseen">{name}</span>
              </SubmitButton>
            </form>
          ),
        },
      }))}
    />
  );
}

function Invite({
  t,
  locale,
  invites,
  answer: { refused, typed },
}: Pick<Props, 't' | 'locale' | 'invites'> & { answer: Answered }) {
  const words = t.administration;
  const prefix = 'invite-';
  const { email, role } = words;
  const { hidden, roles, post, more, labels } = invites;
  return (
    <>
      <Refused
        t={t}
        refused={refused}
        labels={{ role, email, ...(post && { post: post.label }), ...labels }}
        prefix={prefix}
      />
      <Form>
        <Hidden values={{ intent: 'invite', ...hidden }} />
        <Field
          name="email"
          id={`${prefix}email`}
          type="email"
          required
          label={email}
          value={textOf(typed, 'email')}
          error={refused?.fields.email}
        />
        {roles ? (
          <RadioCards
            name="role"
            id={`${prefix}role`}
            legend={role}
            hint={roles.hint}
            value={textOf(typed, 'role') || roles.first}
            options={roles.options}
            error={refused?.fields.role}
          />
        ) : null}
        {post ? (
          <Field
            name="post"
            id={`${prefix}post`}
            required={post.required}
            mark={post.required ? undefined : t.accounts.optional}
            label={post.label}
            hint={post.hint}
            value={textOf(typed, 'post')}
            error={refused?.fields.post}
          />
        ) : null}
        {more?.({ refused, typed }, prefix)}
        <LocaleChoice
          t={t}
          id={`${prefix}locale`}
          legend={words.locale}
          value={textOf(typed, 'locale')}
          fallback={locale}
        />
        <FormActions>
          <SubmitButton weight="secondary">{words.send}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

/** Inviting officials to a body. */
export const toBody = (t: Text, bodyId: string): Invites => {
  const { invite: title, officialsNone: none, roleHint: hint, roleTexts, post: label, postHint } = t.administration;
  return {
    ...{ title, none, hidden: { bodyId } },
    roles: {
      ...{ hint, first: 'executor' },
      options: OFFICIAL_ROLES.map((value) => ({ value, label: t.accounts.roles[value], text: roleTexts[value] })),
    },
    post: { label, hint: postHint, required: true },
    more: ({ refused, typed }, prefix) => (
      <LastDay {...{ t, prefix }} value={textOf(typed, 'lastDay')} error={refused?.fields.lastDay} />
    ),
    labels: { lastDay: t.accounts.account.lastDay },
  };
};

/** Inviting administrators of Kenes. */
export const toKenes = (t: Text): Invites => ({
  title: t.administration.inviteAdministrator,
  none: t.administration.officialsNone,
  hidden: { role: 'administrator' },
  roles: null,
  post: null,
});
