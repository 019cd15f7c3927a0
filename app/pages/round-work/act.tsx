// One act on a round: its form, or the word that it can't be done now.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { isRoundAct, openRoundActs, roundActView } from '../../queries/round-acts';
import { ACCEPTED_FILES } from '../../queries/filing';
import { publicRound } from '../../queries/round-public';
import { textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Form, FormActions } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Columns, Stack } from '../../ui/layout';
import { EmptyState } from '../../ui/words';
import { interrupted, resumedIn } from '../carry';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { AttachField } from '../appeals/attach-field';
import { sentForm } from '../appeals/attachments';
import { contextOf, requireViewer } from '../respond';
import { Resumed } from '../resumed';
import { ActBeside } from './act-beside';
import { refusalWithFiles, type WithFiles } from './kept-files';
import { titleLabels } from './act-outcome';
import { dissentLabels } from './act-votes';
import { ROUND_ACT_TABLE } from './act-forms';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const { act, number = '' } = args.params;
  const round = await publicRound(known.world, number);
  if (!round || round.phase === 'preparing' || !isRoundAct(act)) throw new Response(null, { status: 404 });
  return { ...known, round, act };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, round, act } = await here(args);
  const [open, view] = await Promise.all([
    openRoundActs(world, viewer, round),
    roundActView(world, viewer, round, act, locale),
  ]);
  return {
    ...{ locale, act, view, open: open.includes(act), title: t.roundWork.acts[act], accept: ACCEPTED_FILES },
    draftKey: `round-${act}-${round.number}:${viewer.personId}`,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const known = await here(args);
  const { world, viewer, locale, round, act } = known;
  const { command, gather = (sent) => sent, fieldOf = (name) => name, files: takesFiles } = ROUND_ACT_TABLE[act];
  const { typed, files, refusal } = takesFiles
    ? await sentForm(world, viewer, args.request)
    : { typed: await typedIn(args.request), files: [], refusal: null };
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const result = refusal
    ? { ok: false as const, refusal }
    : await command(world, viewer, { ...gather(typed), ...(takesFiles && { files }), roundId: round.id });
  if (result.ok) return redirect(`/${locale}/rounds/${round.number}?done=${act}`, 303);
  const fields = Object.entries(result.refusal.fields ?? {}).map(([name, problem]) => [fieldOf(name, typed), problem]);
  return refusalWithFiles(known, { ...result.refusal, fields: Object.fromEntries(fields) }, { typed, files });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function RoundActPage() {
  const { locale, act, view, open, title, draftKey, accept } = useLoaderData<typeof loader>();
  const { refused, typed, kept = [], resumed } = (useActionData<typeof action>() ?? {}) as WithFiles;
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${view.number}`;
  const { Fields, files } = ROUND_ACT_TABLE[act];
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: home, label: view.number },
              { href: `${home}/acts`, label: say.actsTitle },
            ]}
          />
        }
        title={title}
        lead={say.actLead[act]}
      />
      <Columns asideLabel={say.beside} aside={<ActBeside {...{ t, locale, act, view }} />}>
        <Stack>
          <Resumed t={t} resumed={resumed} />
          <Refused
            t={t}
            refused={refused}
            labels={{
              ...say.fields,
              ...titleLabels({ t, view }),
              ...dissentLabels({ t, view }),
              files: t.filing.files.label,
            }}
          />
          {open || refused || resumed ? (
            <Form draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true} multipart={files}>
              <Fields
                {...{ t, locale, view }}
                value={(name) => textOf(typed, name)}
                wrong={(name) => refused?.fields[name]}
              />
              {files ? <AttachField {...{ t, accept, kept }} error={refused?.fields.files} /> : null}
              <FormActions>
                <SubmitButton busy={t.acts.sending}>{act === 'enter' ? say.enterComment : say.submit}</SubmitButton>
                <LinkButton href={home} weight="quiet">
                  {say.back}
                </LinkButton>
              </FormActions>
            </Form>
          ) : (
            <EmptyState title={say.notNow} action={<LinkButton href={home}>{say.back}</LinkButton>}>
              {say.notNowWhy}
            </EmptyState>
          )}
        </Stack>
      </Columns>
    </>
  );
}
