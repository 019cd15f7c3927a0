// One commitment: the body reports with its evidence whether it was kept; whoever contributed says how it looks from there.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { judgeCommitment } from '../../commands/rounds/judge-commitment';
import { reportCommitment } from '../../commands/rounds/report-commitment';
import { may } from '../../core/permission';
import { ACCEPTED_FILES } from '../../queries/filing';
import { publicRound } from '../../queries/round-public';
import { textFor } from '../../text';
import { SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Prose } from '../../ui/words';
import { AttachField } from '../appeals/attach-field';
import { sentForm } from '../appeals/attachments';
import { interrupted, resumedIn } from '../carry';
import { textOf } from '../form';
import { Refused } from '../refused';
import { contextOf, requireViewer } from '../respond';
import { Resumed } from '../resumed';
import { refusalWithFiles, type WithFiles } from './kept-files';

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const round = await publicRound(known.world, args.params.number ?? '');
  const commitment = round?.commitments.find(({ id }) => id === args.params.commitmentId);
  if (!round || !commitment) throw new Response(null, { status: 404 });
  return { ...known, round, commitment };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, locale, t, round, commitment } = await here(args);
  const reporting = commitment.report === null;
  if (reporting && !may(viewer, 'round.report', round)) throw new Response(null, { status: 403 });
  return {
    ...{ locale, number: round.number, text: commitment.text, dueDay: commitment.dueDay, reporting },
    accept: ACCEPTED_FILES,
    draftKey: `commitment-${commitment.id}:${viewer.personId}`,
    title: reporting ? t.roundWork.report : t.roundWork.judge,
  };
}

export async function action(args: ActionFunctionArgs) {
  if (!contextOf(args).viewer) return interrupted(args);
  const known = await here(args);
  const { world, viewer, locale, round, commitment } = known;
  const { typed, files, refusal } = await sentForm(world, viewer, args.request);
  const resumed = resumedIn(typed);
  if (resumed) return resumed;
  const command = textOf(typed, 'intent') === 'judge' ? judgeCommitment : reportCommitment;
  const result = refusal
    ? { ok: false as const, refusal }
    : await command(world, viewer, { ...typed, files, roundId: round.id, commitmentId: commitment.id });
  return result.ok
    ? redirect(`/${locale}/rounds/${round.number}?done=${command === judgeCommitment ? 'judged' : 'report'}`, 303)
    : refusalWithFiles(known, result.refusal, { typed, files });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function CommitmentPage() {
  const { locale, number, text, reporting, title, accept, draftKey } = useLoaderData<typeof loader>();
  const { refused, typed, kept = [], resumed } = (useActionData<typeof action>() ?? {}) as WithFiles;
  const t = textFor(locale);
  const say = t.roundWork;
  const home = `/${locale}/rounds/${number}`;
  const lang = locale === 'kk' ? 'kk' : 'ru';
  const value = (name: string) => textOf(typed, name);
  const wrong = (name: string) => refused?.fields[name];
  const options = (['kept', 'partly', 'not_kept'] as const).map((one) => ({ value: one, label: say.keptChoices[one] }));
  return (
    <Narrow>
      <PageHead title={title} crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: number }]} />} />
      <Stack>
        <Prose text={text[lang]} lang={lang} />
        <Resumed t={t} resumed={resumed} />
        <Refused t={t} refused={refused} labels={{ ...say.fields, files: t.filing.files.label }} />
        <Form multipart={reporting} draft={{ key: draftKey, ...t.acts.draft }} fresh={resumed && true}>
          <Hidden values={{ intent: reporting ? 'report' : 'judge' }} />
          <RadioCards
            name={reporting ? 'kept' : 'verdict'}
            layout="list"
            legend={reporting ? say.fields.kept : say.fields.verdict}
            value={value(reporting ? 'kept' : 'verdict')}
            error={wrong(reporting ? 'kept' : 'verdict')}
            options={options}
          />
          {reporting ? (
            (['Kk', 'Ru'] as const).map((one) => (
              <TextArea
                key={one}
                name={`evidence${one}`}
                label={say.fields[`evidence${one}`]}
                lang={one === 'Kk' ? 'kk' : 'ru'}
                rows={5}
                maxLength={20_000}
                value={value(`evidence${one}`)}
                error={wrong(`evidence${one}`)}
                required
              />
            ))
          ) : (
            <TextArea
              name="comment"
              label={say.fields.comment}
              rows={4}
              maxLength={2000}
              value={value('comment')}
              error={wrong('comment')}
            />
          )}
          {reporting ? <AttachField {...{ t, accept, kept }} error={wrong('files')} /> : null}
          <FormActions>
            <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Narrow>
  );
}
