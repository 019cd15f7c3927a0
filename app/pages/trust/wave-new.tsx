// A new wave: which questionnaire, of whom, from when to when. For the administrator, and for the secretary or chair of a council (?council=);
// for the host of a round in preparation the questions beside its draft (?round=), with the checklist of neutral questions.
import { randomUUID } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { planWave } from '../../commands/waves/plan';
import { addDays } from '../../core/day';
import { bodyTree } from '../../queries/bodies';
import { planning } from '../../queries/wave-planning';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes, RadioCards } from '../../ui/choice';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { bodyOptions } from '../body-options';
import { interrupted, resumedIn } from '../carry';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { workCrumbs } from '../round-work/working';

const NAMES = [
  ['titleKk', 'kk'],
  ['titleRu', 'ru'],
  ['titleEn', 'en'],
] as const;
/** A wave is announced for tomorrow and lasts as long as the guide's yearly one, unless something else is chosen. */
const [AHEAD, LASTS] = [1, 28];

async function allowed(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const here = requireViewer(args);
  const query = new URL(args.request.url).searchParams;
  const asked = { slug: query.get('council'), round: query.get('round'), locale: here.locale };
  const plan = await planning(here.world, here.viewer, asked);
  if (plan === null) throw new Response(null, { status: 404 });
  if (plan === false) throw new Response(null, { status: 403 });
  return { here, plan };
}

export async function loader(args: LoaderFunctionArgs) {
  const { here, plan } = await allowed(args);
  return { locale: here.locale, plan, tree: await bodyTree(here.world, here.locale), key: randomUUID() };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { here, plan } = await allowed(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const { hosted } = plan;
  const beside = hosted && { roundId: hosted.id };
  const planned = await planWave(here.world, here.viewer, { ...typed, councilId: plan.councilId ?? '', ...beside });
  if (planned.ok && hosted)
    return redirect(`/${here.locale}/rounds/${hosted.number}/prepare?done=asked#questions`, 303);
  return planned.ok
    ? redirect(`/${here.locale}/trust/waves/${planned.value.number}`, 303)
    : refusalResponse(here, planned.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? textFor(data.locale).waves.plan.title : ''} — Kenes` },
];

export default function NewWave() {
  const { locale, plan, tree, key } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const { plan: say, title } = t.waves;
  const value = (name: string, otherwise = '') => textOf(typed, name) || otherwise;
  const { hosted } = plan;
  const soon = addDays(plan.today, AHEAD);
  const opens = hosted && hosted.opensDay > soon ? hosted.opensDay : hosted ? plan.today : soon;
  const closes = hosted ? hosted.closesDay : addDays(opens, LASTS);
  return (
    <Narrow>
      <PageHead
        crumbs={
          hosted ? (
            workCrumbs(t, locale, hosted.number)
          ) : (
            <Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/trust`, label: title }]} />
          )
        }
        eyebrow={hosted?.title ?? plan.council?.name}
        title={hosted ? say.beside.title : say.title}
        lead={hosted ? say.beside.lead : say.lead}
      />
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused
          t={t}
          refused={refused}
          labels={{
            ...{ instrument: say.instrument, titleKk: say.titles.kk, titleRu: say.titles.ru, titleEn: say.titles.en },
            ...{ openness: say.openness, bodyIds: say.body, opensDay: say.opens, closesDay: say.closes },
            answers: t.roundPrepare.neutralTitle,
          }}
        />
        <Form>
          <Hidden values={{ key: value('key', key) }} />
          <Select
            name="instrument"
            label={say.instrument}
            hint={say.instrumentHint}
            required
            value={value('instrument')}
            options={plan.instruments.map(({ id, name, minutes }) => ({
              value: id,
              label: `${name} (${t.answering.minutes(minutes)})`,
            }))}
            error={refused?.fields.instrument}
          />
          {NAMES.map(([name, lang]) => (
            <Field
              key={name}
              name={name}
              label={say.titles[lang]}
              lang={lang}
              required
              value={value(name)}
              error={refused?.fields[name]}
            />
          ))}
          <RadioCards
            name="openness"
            legend={say.openness}
            value={value('openness', 'closed')}
            options={(['closed', 'open'] as const).map((one) => ({
              value: one,
              label: say.opennessOf[one].name,
              text: say.opennessOf[one].text,
            }))}
            error={refused?.fields.openness}
          />
          {hosted ? null : (
            <Select
              name="bodyIds"
              label={say.body}
              hint={say.bodyHint}
              empty={say.everyBody}
              value={value('bodyIds')}
              options={[]}
              groups={bodyOptions({ tree, locale, value: ({ id }) => id })}
              error={refused?.fields.bodyIds}
            />
          )}
          {plan.rounds.length > 0 ? (
            <Select
              name="roundId"
              label={say.round}
              empty={say.noRound}
              value={value('roundId')}
              options={plan.rounds.map(({ id, label }) => ({ value: id, label }))}
            />
          ) : null}
          <Field
            name="opensDay"
            type="date"
            width="m"
            label={say.opens}
            required
            value={value('opensDay', opens)}
            error={refused?.fields.opensDay}
          />
          <Field
            name="closesDay"
            type="date"
            width="m"
            label={say.closes}
            hint={say.closesHint}
            required
            value={value('closesDay', closes)}
            error={refused?.fields.closesDay}
          />
          {hosted ? (
            <Checkboxes
              name="answers"
              legend={t.roundPrepare.neutralTitle}
              hint={say.beside.neutral}
              options={hosted.neutral.map(({ id, text }) => ({ value: id, label: text }))}
              values={listIn(typed, 'answers')}
              error={refused?.fields.answers}
            />
          ) : null}
          <p>{say.sealed}</p>
          <FormActions>
            <SubmitButton>{say.button}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
}
