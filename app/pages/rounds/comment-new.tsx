// Someone comments: on a clause, on the whole, or adds a voice to a comment. What others said at the same place stands beside the form, and
// who is about to say nearly the same is asked first. What was typed and sent is kept whatever is refused.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { makeComment } from '../../commands/comments/make';
import { isBarred, personalData } from '../../core/personal-data';
import type { Refusal } from '../../core/refusal';
import { readsIn, saidIn } from '../../core/said';
import { keptUploads } from '../../queries/attachment';
import { formPlace, joinedComment, offeredAt, takesFrom } from '../../queries/commenting';
import { ACCEPTED_FILES, identitiesOf } from '../../queries/filing';
import { roundRead, type RoundRead } from '../../queries/round-facts';
import type { SimilarComment } from '../../queries/similar-comments';
import { textFor } from '../../text';
import { LinkButton } from '../../ui/button';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Columns, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { filesIn, sentForm } from '../appeals/attachments';
import { carriedIn, interrupted, type Carried } from '../carry';
import { textOf, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalView, requireViewer, saidBy, type RefusalView } from '../respond';
import { Resumed } from '../resumed';
import { commentAddress, roundAddress } from './addresses';
import { CommentBeside } from './comment-beside';
import { CommentForm, commentLabels } from './comment-form';

async function roundOf(args: LoaderFunctionArgs) {
  const { world, viewer } = contextOf(args);
  const found = await roundRead(world, viewer, { round: args.params.number ?? '' });
  if (!found || found.round.phase === 'preparing') throw new Response(null, { status: 404 });
  return found;
}

/** Where the address wants the comment to stand, and the comment it joins. Not there: 404. */
async function placeIn(args: LoaderFunctionArgs, { round }: RoundRead) {
  const { world } = contextOf(args);
  const query = new URL(args.request.url).searchParams;
  const number = query.get('joins') ?? '';
  const joins = await joinedComment(world, round.id, number);
  const place = await formPlace(world, round, {
    documentId: joins ? (joins.documentId ?? '') : (query.get('document') ?? ''),
    anchor: joins ? (joins.anchor ?? '') : (query.get('anchor') ?? ''),
  });
  if (place === 'unknown' || (number && !joins)) throw new Response(null, { status: 404 });
  return { joins, place };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const found = await roundOf(args);
  const { round } = found;
  const { joins, place } = await placeIn(args, found);
  const { number, settings } = round;
  const [identities, offered] = await Promise.all([
    identitiesOf(world, viewer),
    joins ? [] : offeredAt(world, viewer, round.id, place),
  ]);
  return {
    ...{ locale, number, place, joins, offered, takes: takesFrom(world, found), key: world.newId() },
    ...{ opensDay: settings.opensDay, closesDay: settings.closesDay },
    roundTitle: saidIn(settings.title, place?.language ?? readsIn(locale)),
    title: joins ? t.commenting.joinTitle : t.commenting.title,
    who: [
      ...identities.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
      { value: '', label: t.commenting.self(viewer.name) },
    ],
    accept: ACCEPTED_FILES,
    draftKey: ['comment', number, place?.documentId ?? '', place?.clause?.anchor ?? '', joins?.number ?? ''].join('-'),
    personId: viewer.personId,
  };
}

type Kept = { id: string; name: string; size: number };
/** `near`: comments that say nearly the same as what was typed. `fresh`: the server put something into the form. */
type Answered = {
  refused?: RefusalView;
  resumed?: Pick<Carried, 'lostFiles'>;
  near?: SimilarComment[];
  fresh?: true;
  typed: Typed;
  kept: Kept[];
  personal?: 'may_publish' | 'never';
};

export async function action(args: ActionFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  if (!viewer) return interrupted(args);
  const found = await roundOf(args);
  const { round, open } = found;
  const { typed, files, refusal } = await sentForm(world, viewer, args.request);
  const answer = async ({ typed: sent = typed, ...more }: Partial<Answered>, said: ResponseInit) =>
    data({ ...more, typed: sent, kept: await keptUploads(world, viewer, files) } satisfies Answered, said);
  const carried = carriedIn(typed);
  if (carried) {
    const kept = await keptUploads(world, viewer, filesIn(carried.typed));
    return { resumed: { lostFiles: carried.lostFiles }, typed: carried.typed, kept } satisfies Answered;
  }
  if (refusal) return answer({ refused: refusedFile(refusalView(t, refusal)) }, saidBy(refusal));
  const { joins, place } = await placeIn(args, found);
  if (textOf(typed, 'intent') === 'prefill') {
    const wording = textOf(typed, 'wording') || place?.clause?.plain || '';
    return answer({ typed: { ...typed, wording }, fresh: true }, { status: 200 });
  }
  const said = { text: textOf(typed, 'text').trim(), wording: textOf(typed, 'wording').trim() };
  const words = [said.text, said.wording].filter(Boolean).join('\n');
  const joinsId = textOf(typed, 'joinsId') || joins?.id || '';
  if (open && !joinsId && words && textOf(typed, 'considered') !== 'yes') {
    const near = await offeredAt(world, viewer, round.id, place, said);
    if (near.length > 0) return answer({ near, typed: { ...typed, considered: 'yes' }, fresh: true }, { status: 200 });
  }
  const made = await makeComment(world, viewer, { ...typed, joinsId, files, roundId: round.id });
  if (made.ok) return redirect(`${commentAddress(locale, made.value.number)}?done=sent`, 303);
  return answer(
    { refused: refusalView(t, made.refusal), personal: personalIn(made.refusal, words) },
    saidBy(made.refusal),
  );
}

/** Whether what was found may be published by a tick: an individual number never. */
const personalIn = ({ code, found = [] }: Refusal, words: string): Answered['personal'] => {
  if (code !== 'personal_data_found') return undefined;
  return [...personalData(words), ...found].some(isBarred) ? 'never' : 'may_publish';
};

/** A refused file is said at its own question too. */
const refusedFile = (view: RefusalView): RefusalView => ({ ...view, fields: { ...view.fields, files: view.what } });

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [
  { title: known ? `${known.title} · ${known.number} — Kenes` : 'Kenes' },
];

export default function NewComment() {
  const known = useLoaderData<typeof loader>();
  const { locale, number, place, joins, offered, takes, title, roundTitle } = known;
  const answered = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const say = t.commenting;
  const home = roundAddress(locale, number);
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/rounds`, label: t.rounds.title },
              { href: home, label: number },
            ]}
          />
        }
        eyebrow={<span lang={roundTitle.lang}>{roundTitle.text}</span>}
        title={title}
        lead={say.lead(known.closesDay)}
      />
      <Columns
        first="aside"
        asideLabel={say.beside}
        aside={<CommentBeside {...{ t, locale, number, place, joins, offered: answered?.near ? [] : offered }} />}
      >
        <Stack>
          <Resumed t={t} resumed={answered?.resumed} />
          <Refused t={t} refused={answered?.refused} labels={commentLabels(t, joins !== null)} />
          {takes === 'yes' ? (
            <CommentForm
              {...{ t, locale, place, joins }}
              {...{ who: known.who, accept: known.accept, draftKey: `${known.draftKey}:${known.personId}` }}
              formKey={textOf(answered?.typed, 'key') || known.key}
              typed={answered?.typed}
              kept={answered?.kept ?? []}
              near={answered?.near ?? []}
              fresh={answered?.fresh}
              personal={answered?.personal}
              refused={answered?.refused}
            />
          ) : (
            <Alert tone="info" title={say.notNow.title}>
              <p>{takes === 'not_in_kind' ? say.notNow.kind : say.notNow.days(known.opensDay, known.closesDay)}</p>
            </Alert>
          )}
          <p>
            <LinkButton href={home} weight="quiet" icon="newer">
              {say.back}
            </LinkButton>
          </p>
        </Stack>
      </Columns>
    </>
  );
}
