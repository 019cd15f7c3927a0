// How a body works: what its head decides about its own work. Every official of the body reads it.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { announceAbsence } from '../../commands/absences/announce';
import { endAbsence } from '../../commands/absences/end';
import { chooseFourEyes } from '../../commands/offices/choose-four-eyes';
import { handOver } from '../../commands/offices/hand-over';
import { textFor, type Text } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { byline } from '../rounds/said';
import { BodyTabs } from './body-tabs';
import { officeHere } from './office-here';
import { Absences } from './absences';
import { FourEyes } from './four-eyes';
import { HandOver } from './hand-over';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, office, query, t } = await officeHere(args);
  return { locale, office, saved: query.has('done'), title: t.office.page.title };
}

const ACTS = { eyes: chooseFourEyes, announce: announceAbsence, end: endAbsence, hand_over: handOver };
const intentOf = (typed: Typed): keyof typeof ACTS => {
  const asked = textOf(typed, 'intent');
  return asked === 'announce' || asked === 'end' || asked === 'hand_over' ? asked : 'eyes';
};

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { office, query: _, ...known } = await officeHere(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const { bodyId } = office;
  const asked = { ...typed, bodyId };
  const made = await ACTS[intentOf(typed)](known.world, known.viewer, asked);
  return made.ok
    ? redirect(`/${known.locale}/desk/office?body=${bodyId}&done=1`, 303)
    : refusalResponse(known, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

const labelsOf = ({ office: { absences, fourEyes, handOver: over } }: Text) => ({
  fromId: over.from,
  toId: over.to,
  reason: over.reason,
  kinds: fourEyes.legend,
  personId: absences.person,
  coverId: absences.cover,
  fromDay: absences.from,
  untilDay: absences.until,
});

export default function OfficePage() {
  const { locale, office, saved, title } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.office.page;
  const people = office.officials.map((one) => ({ value: one.personId, label: byline(one) }));
  const part = { t, locale, office, typed };
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/desk`, label: t.desk.title }]} />}
        title={title}
        lead={say.lead}
      />
      <Narrow>
        <Stack gap="l">
          <BodyTabs t={t} path={`/${locale}/desk/office`} bodies={office.bodies} bodyId={office.bodyId} />
          {saved ? (
            <Alert tone="success" title={say.saved}>
              {null}
            </Alert>
          ) : null}
          <Resumed t={t} resumed={resumed} />
          <Refused t={t} refused={refused} labels={labelsOf(t)} />
          <Absences {...part} people={people} refused={refused} />
          <FourEyes {...part} />
          <HandOver {...part} people={people} refused={refused} />
        </Stack>
      </Narrow>
    </>
  );
}
