// What is said of a round in preparation is changed.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { reviseRound } from '../../commands/rounds/revise';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { interrupted, resumedIn } from '../carry';
import { listIn, textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { fieldsOf, SettingsFields, settingsLabels } from './settings-form';
import { workCrumbs, workingOn } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, round, viewer } = await workingOn(args);
  const { number, settings } = round;
  return {
    ...{ locale, number, regions: settings.regions, stored: fieldsOf(round) },
    title: textFor(locale).roundPrepare.editTitle(number),
    draftKey: `round-${number}:${viewer.personId}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { round, ...here } = await workingOn(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const saved = await reviseRound(here.world, here.viewer, { ...typed, roundId: round.id });
  return saved.ok
    ? redirect(`/${here.locale}/rounds/${round.number}/prepare?done=saved`, 303)
    : refusalResponse(here, saved.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function RoundSettings() {
  const { locale, title, number, regions, stored, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  return (
    <Narrow>
      <PageHead title={title} crumbs={workCrumbs(t, locale, number)} />
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={settingsLabels(t)} />
        <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
          <SettingsFields
            {...{ t, locale }}
            value={(name) => (typed ? textOf(typed, name) : (stored[name] ?? ''))}
            values={(name) => (typed ? listIn(typed, name) : name === 'regions' ? regions : [])}
            wrong={(name) => refused?.fields[name]}
          />
          <FormActions>
            <SubmitButton busy={t.acts.sending}>{t.roundPrepare.save}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
}
