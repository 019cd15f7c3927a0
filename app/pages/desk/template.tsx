// One template of an answer: written, written anew, retired; and every writing of it. At /desk/templates/new a new one.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { askedOf } from '../../commands/appeals/answer';
import { retireTemplate } from '../../commands/templates/retire';
import { writeTemplate } from '../../commands/templates/write';
import { dayOf } from '../../core/day';
import { may } from '../../core/permission';
import { officeOf } from '../../queries/office';
import { templateOf } from '../../queries/templates';
import { textFor } from '../../text';
import { Button } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Form, Hidden } from '../../ui/form';
import { Columns, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { carriedIn, interrupted } from '../carry';
import { nested, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireViewer, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { Placeholders, TemplateForm, TemplateHistory } from './template-parts';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const { world, viewer, locale } = known;
  const { template: id = '' } = args.params;
  const template = id === 'new' ? null : await templateOf(world, viewer, id);
  if (id !== 'new' && !template) throw new Response(null, { status: 404 });
  const asked = template?.bodyId ?? new URL(args.request.url).searchParams.get('body');
  const office = await officeOf(world, viewer, asked, locale);
  if (!office || (!template && !may(viewer, 'template.write', { bodyId: office.bodyId })))
    throw new Response(null, { status: 403 });
  return { ...known, template, office };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t, template, office } = await here(args);
  const edition = world.guide.inForceOn(dayOf(world.now()));
  const texts = edition.texts[locale];
  const parts = office.kinds.map(({ id }) => ({
    kind: id,
    parts: askedOf(edition.procedures[id]).map((one) => ({
      id: one.id,
      name: texts[`requirement.${one.id}.name`] ?? one.id,
    })),
  }));
  return {
    ...{ locale, template, parts, kinds: office.kinds },
    saved: new URL(args.request.url).searchParams.has('done'),
    title: template?.name ?? t.office.templates.add,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const { template, office, ...known } = await here(args);
  const { world, viewer, locale } = known;
  const typed = await typedIn(args.request);
  const carried = carriedIn(typed);
  if (carried) return { resumed: { lostFiles: false }, typed: carried.typed } satisfies Answered;
  const templateId = template?.id ?? '';
  const made =
    typed.intent === 'retire'
      ? await retireTemplate(world, viewer, { templateId })
      : await writeTemplate(world, viewer, { ...nested(typed), templateId, bodyId: office.bodyId });
  return made.ok
    ? redirect(`/${locale}/desk/templates/${made.value.id}?done=1`, 303)
    : refusalResponse(known, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function TemplatePage() {
  const { locale, template, parts, kinds, saved, title } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.office.templates;
  const names = Object.fromEntries(
    parts.flatMap(({ parts: some }) => some.map(({ id, name }) => [`requirements.${id}`, name])),
  );
  const labels = { kind: say.kind, language: say.language, name: say.name, text: say.text, ...names };
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/desk`, label: t.desk.title },
              { href: `/${locale}/desk/templates`, label: say.title },
            ]}
          />
        }
        title={title}
        titleLang={template?.language}
        lead={say.formLead}
      />
      <Columns aside={<Placeholders t={t} />} asideLabel={say.placeholders}>
        <Stack>
          {saved ? <Alert tone="success">{t.office.page.saved}</Alert> : null}
          {template?.retired ? <Alert tone="info">{say.isRetired}</Alert> : null}
          <Resumed t={t} resumed={resumed} />
          <Refused t={t} refused={refused} labels={labels} />
          {!template || template.writes ? (
            <TemplateForm {...{ t, locale, template, parts, kinds, typed, refused }} />
          ) : null}
          {template?.writes && !template.retired ? (
            <Form>
              <Hidden values={{ intent: 'retire' }} />
              <Button type="submit" weight="quiet">
                {say.retire}
              </Button>
            </Form>
          ) : null}
          {template ? <TemplateHistory {...{ t, locale, template }} /> : null}
        </Stack>
      </Columns>
    </>
  );
}
