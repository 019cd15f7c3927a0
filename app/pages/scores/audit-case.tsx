// One case of the sample for an auditor: what was asked, what was answered, and three choices. No sign is shown, and nothing of the other.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { codeAudit } from '../../commands/audits/code';
import { AUDIT_CODES } from '../../core/score/audit';
import { auditOf, maySit, toJudge } from '../../queries/audits';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Narrow, Stack } from '../../ui/layout';
import { Prose } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalResponse, requireMay, type Answered } from '../respond';
import { Resumed } from '../resumed';
import { periodName } from './words';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireMay(args, 'audit.code', null);
  const audit = await auditOf(world, args.params.period ?? '');
  if (!audit) throw new Response(null, { status: 404 });
  const { period } = audit;
  const address = `/${locale}/scores/audits/${period}`;
  if (audit.figures || !(await maySit(world, viewer, period))) throw redirect(address);
  const asked = args.params.position === 'next' ? null : Number(args.params.position);
  if (asked !== null && !Number.isInteger(asked)) throw new Response(null, { status: 404 });
  const found = await toJudge(world, viewer, { period, position: asked, locale });
  if (!found && asked === null) throw redirect(address);
  if (!found) throw new Response(null, { status: 404 });
  return { locale, period, items: audit.items, found };
}

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  if (!here.viewer) return interrupted(args);
  const typed = await typedIn(args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const period = args.params.period ?? '';
  const made = await codeAudit(here.world, here.viewer, { ...typed, period });
  const next = `/${here.locale}/scores/audits/${period}`;
  return made.ok
    ? redirect(made.value.left > 0 ? `${next}/next` : next, 303)
    : refusalResponse({ ...here, viewer: here.viewer }, made.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${textFor(data.locale).scores.audit.judge} — Kenes` : 'Kenes' },
  { name: 'robots', content: 'noindex' },
];

export default function AuditCase() {
  const { locale, period, items, found } = useLoaderData<typeof loader>();
  const { refused, typed, resumed } = (useActionData<typeof action>() ?? {}) as Answered;
  const t = textFor(locale);
  const say = t.scores.audit;
  return (
    <Narrow>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[{ href: `/${locale}/scores/audits/${period}`, label: periodName(t, period) }]}
          />
        }
        eyebrow={say.place(found.position + 1, items)}
        title={found.subject}
        titleLang={found.language}
        lead={found.body}
      />
      <Stack>
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={{ code: say.question }} />
        <Card title={say.asked} level={2}>
          <Prose text={found.question} lang={found.language} />
        </Card>
        <Card title={say.answered} level={2}>
          <Prose text={found.answer} lang={found.language} />
        </Card>
        <Form>
          <input type="hidden" name="position" value={found.position} />
          <RadioCards
            name="code"
            legend={say.question}
            required
            options={AUDIT_CODES.map((value) => ({ value, label: say.codes[value], text: say.explained[value] }))}
            value={textOf(typed, 'code') || (found.mine ?? undefined)}
          />
          <FormActions>
            <SubmitButton>{say.save}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
}
