// Open cases of a body that ask the same: joined here, and answered together from here.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { joinAppeals } from '../../commands/appeals/join';
import { likeCases, type LikeCases } from '../../queries/like-cases';
import { textFor, type Locale, type Text } from '../../text';
import { longDay, percent } from '../../text/format';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Checkbox, Fieldset } from '../../ui/choice';
import { TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { EmptyState, Muted } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { BodyTabs } from './body-tabs';
import { officeHere } from './office-here';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, office, query } = await officeHere(args);
  const { bodyId, bodies, kinds } = office;
  return {
    ...{ locale, bodyId, bodies, kinds, title: t.office.similar.title, done: query.has('done') },
    groups: await likeCases(world, bodyId),
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { office, query: _, ...known } = await officeHere(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const made = await joinAppeals(known.world, known.viewer, typed);
  return made.ok
    ? redirect(`/${known.locale}/desk/similar?body=${office.bodyId}&done=1`, 303)
    : refusalResponse(known, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function Similar() {
  const { locale, bodyId, bodies, kinds, title, done, groups } = useLoaderData<typeof loader>();
  const answer = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.office.similar;
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/desk`, label: t.desk.title }]} />}
        title={title}
        lead={say.lead}
      />
      <Narrow>
        <Stack>
          <BodyTabs {...{ t, bodies, bodyId }} path={`/${locale}/desk/similar`} />
          {done ? <Alert tone="success">{say.done}</Alert> : null}
          <Resumed t={t} resumed={answer.resumed} />
          <Refused t={t} refused={answer.refused} labels={{ appealIds: say.tick, reason: say.reason }} />
          {groups.length === 0 ? <EmptyState title={say.none.title}>{say.none.text}</EmptyState> : null}
          {groups.map((group) => (
            <Group
              key={group.cases[0]?.id}
              {...{ t, locale, group, answer }}
              kind={kinds.find(({ id }) => id === group.kind)?.name ?? group.kind}
            />
          ))}
        </Stack>
      </Narrow>
    </>
  );
}

type GroupProps = { t: Text; locale: Locale; group: LikeCases; kind: string; answer: Answered };

function Group({ t, locale, group: { alike, cases }, kind, answer: { typed, refused } }: GroupProps) {
  const say = t.office.similar;
  const [first] = cases;
  const sent = listIn(typed, 'appealIds');
  const own = cases.some(({ id }) => sent.includes(id));
  const query = new URLSearchParams([['act', 'answer'], ...cases.map(({ number }) => ['case', number])]);
  if (!first) return null;
  return (
    <Card title={first.subject} level={2} meta={`${say.group(cases.length)} · ${kind}`}>
      <p>{say.alike(percent(locale, alike))}</p>
      <Form>
        <Fieldset legend={say.tick}>
          {cases.map(({ id, number, subject, applicant, dueDay, twice }) => (
            <Checkbox
              key={id}
              id={`case-${id}`}
              name="appealIds"
              value={id}
              checked={typed && own ? sent.includes(id) : true}
              label={
                <>
                  <a href={`/${locale}/appeals/${number}`}>{t.case.number(number)}</a> {subject}{' '}
                  <Muted>
                    {applicant}
                    {twice ? ` (${say.twice})` : ''} · {longDay(locale, dueDay)}
                  </Muted>
                </>
              }
            />
          ))}
        </Fieldset>
        {cases.every(({ joined }) => joined) ? (
          <p>{say.joinedAll}</p>
        ) : (
          <TextArea
            name="reason"
            id={`reason-${first.id}`}
            label={say.reason}
            hint={say.reasonHint}
            rows={2}
            maxLength={1000}
            value={own ? textOf(typed, 'reason') : ''}
            error={own ? refused?.fields.reason : undefined}
            required
          />
        )}
        <FormActions>
          {cases.every(({ joined }) => joined) ? null : (
            <SubmitButton weight="secondary" busy={t.acts.sending}>
              {say.join}
            </SubmitButton>
          )}
          <LinkButton href={`/${locale}/desk/together?${query}`} weight="quiet">
            {say.answer}
          </LinkButton>
        </FormActions>
      </Form>
    </Card>
  );
}
