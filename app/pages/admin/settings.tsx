// Settings for administrators: maintenance with its time of return, a notice above every page, of whom a second factor is asked, and who changed
// what and why.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { changeSetting } from '../../commands/settings/change';
import { dayOf, timeOf } from '../../core/day';
import { ASKED_OF } from '../../core/second-factor';
import { maintenanceUntil, settingHistory, settings, type SettingChange } from '../../queries/settings';
import { textFor, type Locale, type Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireMay, type Answered } from '../respond';
import { AdminCrumbs } from './crumbs';

const HOUR = 3_600_000;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = requireMay(args, 'setting.change', undefined);
  const back = world.now() + HOUR;
  const { notice, second_factor } = await settings(world);
  return {
    ...{ locale, day: dayOf(back), time: timeOf(back) },
    until: await maintenanceUntil(world),
    notice,
    askedOf: second_factor.askedOf,
    history: await settingHistory(world),
  };
}

export async function action(args: ActionFunctionArgs) {
  const here = requireMay(args, 'setting.change', undefined);
  const typed = await typedIn(args.request);
  const changed = await changeSetting(here.world, here.viewer, typed);
  return changed.ok ? redirect(`/${here.locale}/admin/settings`, 303) : refusalResponse(here, changed.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').settings.title} — Kenes` },
  { name: 'robots', content: 'noindex' },
];

export default function SettingsPage() {
  const { locale, day, time, until, notice, askedOf, history } = useLoaderData<typeof loader>();
  const { refused, typed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.settings;
  const errors = refused?.fields ?? {};
  const own = (name: string) => (textOf(typed, 'name') === name ? typed : undefined);
  const reason = (name: string) => (
    <Field
      {...{ name: 'reason', id: `${name}-reason`, label: say.reason, hint: say.reasonHint, required: true }}
      value={textOf(own(name), 'reason')}
      error={own(name) && errors.reason}
    />
  );
  return (
    <>
      <PageHead crumbs={<AdminCrumbs t={t} locale={locale} />} title={say.title} lead={say.lead} />
      <Refused t={t} refused={refused} />
      <Stack gap="l">
        <Section title={say.maintenance.title} lead={say.maintenance.lead} id="maintenance">
          {until === null ? (
            <Form>
              <Hidden values={{ name: 'maintenance', step: 'begin' }} />
              <Field
                name="day"
                type="date"
                label={say.maintenance.day}
                required
                value={textOf(own('maintenance'), 'day') || day}
                error={errors.day}
              />
              <Field
                name="time"
                type="time"
                label={say.maintenance.time}
                required
                value={textOf(own('maintenance'), 'time') || time}
                error={errors.time}
              />
              {reason('maintenance')}
              <FormActions>
                <SubmitButton>{say.maintenance.begin}</SubmitButton>
              </FormActions>
            </Form>
          ) : (
            <Form>
              <Hidden values={{ name: 'maintenance', step: 'end', reason: say.maintenance.ended }} />
              <Alert tone="warning">{say.maintenance.until(dayAndTime(locale, until))}</Alert>
              <FormActions>
                <SubmitButton>{say.maintenance.end}</SubmitButton>
              </FormActions>
            </Form>
          )}
        </Section>
        <Section title={say.notice.title} lead={say.notice.lead} id="notice">
          <Form>
            <Hidden values={{ name: 'notice' }} />
            {(['kk', 'ru', 'en'] as const).map((one) => (
              <Field
                key={one}
                {...{ name: one, lang: one, label: t.frame.languageNames[one], error: errors[one] }}
                value={own('notice') ? textOf(typed, one) : notice[one]}
              />
            ))}
            {reason('notice')}
            <FormActions>
              <SubmitButton>{say.notice.set}</SubmitButton>
            </FormActions>
          </Form>
        </Section>
        <Section title={say.secondFactor.title} lead={say.secondFactor.lead} id="second-factor">
          <Form>
            <Hidden values={{ name: 'second_factor' }} />
            <RadioCards
              name="askedOf"
              layout="list"
              legend={say.secondFactor.asked}
              options={ASKED_OF.map((value) => ({ value, label: say.secondFactor.askedOf[value] }))}
              value={textOf(own('second_factor'), 'askedOf') || askedOf}
              error={errors.askedOf}
            />
            {reason('second_factor')}
            <FormActions>
              <SubmitButton>{say.secondFactor.set}</SubmitButton>
            </FormActions>
          </Form>
          <p>
            <a href={`/${locale}/admin/second-factor`}>{say.lost.link}</a>
          </p>
        </Section>
        <Section title={say.history.title} id="history">
          {history.length === 0 ? <p>{say.history.none}</p> : <History {...{ t, locale, history }} />}
        </Section>
      </Stack>
    </>
  );
}

function History({ t, locale, history }: { t: Text; locale: Locale; history: readonly SettingChange[] }) {
  const say = t.settings;
  const told = ({ value }: SettingChange): string => {
    if ('askedOf' in value) return say.secondFactor.told(say.secondFactor.askedOf[value.askedOf]);
    if (!('until' in value)) return value[locale] || say.notice.off;
    return value.until === null ? say.maintenance.off : say.maintenance.until(dayAndTime(locale, value.until));
  };
  return (
    <Table
      caption={say.history.title}
      captionHidden
      columns={[
        { key: 'at', label: say.history.at },
        { key: 'what', label: say.history.what },
        { key: 'value', label: say.history.value, width: 'wide' },
        { key: 'by', label: say.history.by },
      ]}
      rows={history.map((change) => ({
        id: change.id,
        cells: {
          at: dayAndTime(locale, change.at),
          what: say[change.name === 'second_factor' ? 'secondFactor' : change.name].title,
          value: `${told(change)} ${change.reason}`,
          by: change.by.name,
        },
      }))}
    />
  );
}
