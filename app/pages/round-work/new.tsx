// A body or a council begins a round: who hosts, which kind, what it is about, which days.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ROUND_KINDS } from '../../../guide/schema';
import { prepareRound } from '../../commands/rounds/prepare';
import { dayOf } from '../../core/day';
import { hostsOf } from '../../queries/round-prepare';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { interrupted, resumedIn } from '../carry';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { SettingsFields, settingsLabels } from './settings-form';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const hosts = await hostsOf(world, viewer, locale);
  if (hosts.length === 0) throw new Response(null, { status: 403 });
  const mine = new Set(hosts.map(({ value }) => (value.includes('/') ? 'council' : 'body')));
  const edition = world.guide.inForceOn(dayOf(world.now()));
  const texts = edition.texts[locale];
  return {
    ...{ locale, title: t.roundPrepare.newTitle, hosts, key: world.newId() },
    kinds: ROUND_KINDS.filter((kind) => edition.rounds?.kinds[kind].hosts.some((host) => mine.has(host))).map(
      (kind) => ({
        value: kind,
        label: texts[`kind.${kind}.name`] ?? kind,
        text: texts[`kind.${kind}.text`] ?? '',
      }),
    ),
    draftKey: `round-new:${viewer.personId}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const here = requireViewer(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const [bodyId = '', councilId = ''] = textOf(typed, 'host').split('/');
  const made = await prepareRound(here.world, here.viewer, { ...typed, bodyId, councilId });
  if (made.ok) return redirect(`/${here.locale}/rounds/${made.value.number}/prepare?done=saved`, 303);
  const { fields } = made.refusal;
  return refusalResponse(
    here,
    { ...made.refusal, fields: fields?.bodyId ? { ...fields, host: fields.bodyId } : fields },
    typed,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function NewRound() {
  const { locale, title, hosts, kinds, key, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.roundPrepare;
  const value = (name: string) => textOf(typed, name);
  const wrong = (name: string) => refused?.fields[name];
  return (
    <Narrow>
      <PageHead title={title} lead={say.newLead} />
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={settingsLabels(t)} />
        <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
          <Hidden values={{ key: value('key') || key }} />
          <Select
            name="host"
            label={say.host}
            width="l"
            required
            value={value('host') || hosts[0]?.value}
            error={wrong('host')}
            options={hosts}
          />
          <RadioCards
            name="kind"
            legend={say.kind}
            hint={say.kindHint}
            options={kinds}
            value={value('kind')}
            error={wrong('kind')}
          />
          <SettingsFields {...{ t, locale, value, wrong }} values={(name) => listIn(typed, name)} />
          <FormActions>
            <SubmitButton busy={t.acts.sending}>{say.create}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
}
