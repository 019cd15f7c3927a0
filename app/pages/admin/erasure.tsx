// One erasure that was asked for: the second person looks at it and erases, or declines.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { decideErasure } from '../../commands/records/decide-erasure';
import { may } from '../../core/permission';
import { erasure } from '../../queries/erasures';
import { textFor } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { DefinitionList } from '../../ui/words';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';
import { fieldName } from './erasure-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const found = await erasure(world, args.params.id ?? '');
  if (!found || !may(viewer, 'record.decide_erasure', { bodyId: found.bodyId ?? '' }))
    throw new Response(null, { status: 404 });
  return { locale, found, decides: found.state === 'asked' && found.asked.personId !== viewer.personId };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const step = textOf(await typedIn(args.request), 'step');
  const decided = await decideErasure(here.world, here.viewer, { id: args.params.id, step });
  return decided.ok ? redirect(here.path, 303) : refusalResponse(here, decided.refusal);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').register.erasure.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function ErasurePage() {
  const { locale, found, decides } = useLoaderData<typeof loader>();
  const { refused } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.register.erasure;
  const { number, fields, ground, reason, asked, askedAt, state, decided } = found;
  return (
    <Narrow>
      <PageHead title={say.decide.title(number)} lead={say.decide.lead} />
      <Refused t={t} refused={refused} />
      <Stack>
        <DefinitionList
          items={[
            {
              term: say.columns.what,
              value: fields.map(({ version, name }) => fieldName(t, String(version), name)).join('; '),
            },
            { term: say.ground, value: say.grounds[ground] },
            { term: say.reason, value: reason },
            { term: say.columns.by, value: `${asked.name}, ${dayAndTime(locale, askedAt)}` },
            { term: say.columns.state, value: [say.states[state], decided?.name].filter(Boolean).join(', ') },
          ]}
        />
        {decides ? (
          <>
            <Form>
              <Hidden values={{ step: 'erase' }} />
              <FormActions>
                <SubmitButton>{say.decide.erase}</SubmitButton>
              </FormActions>
            </Form>
            <Form>
              <Hidden values={{ step: 'decline' }} />
              <FormActions>
                <SubmitButton weight="secondary">{say.decide.decline}</SubmitButton>
              </FormActions>
            </Form>
          </>
        ) : state === 'asked' ? (
          <p>{say.waiting}</p>
        ) : null}
      </Stack>
    </Narrow>
  );
}
