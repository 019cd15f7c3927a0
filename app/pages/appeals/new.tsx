// Filing an appeal. A form without scripts that shows beside itself by which day the answer would be due; a complaint about an
// earlier case comes prepared, and so does an appeal that is filed again. What was typed and sent is kept whatever is refused.
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { fileAppeal, input } from '../../commands/appeals/file';
import { saveDraft } from '../../commands/drafts/save';
import type { Refusal } from '../../core/refusal';
import type { Viewer } from '../../core/viewer';
import { keptUploads } from '../../queries/attachment';
import { bodyTree, flatten } from '../../queries/bodies';
import {
  ACCEPTED_FILES,
  identitiesOf,
  kindChoices,
  originCase,
  sentNow,
  workdayEndOf,
  type SentNow,
} from '../../queries/filing';
import { similarCases, type SimilarCase } from '../../queries/similar-cases';
import { draftCount, draftOf } from '../../queries/drafts';
import { foretell, type Foretold } from '../../queries/forecast';
import { textFor, type Locale, type Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { PageHead } from '../../ui/head';
import { Columns, Section, Stack } from '../../ui/layout';
import type { World } from '../../world';
import { bodyOptions } from '../body-options';
import { carriedIn, interrupted, type Carried } from '../carry';
import { listIn, textOf, wordsOf, type Typed } from '../form';
import { Refused } from '../refused';
import { contextOf, refusalView, requireViewer, saidBy, type RefusalView } from '../respond';
import { Resumed } from '../resumed';
import { filesIn, sentForm } from './attachments';
import { DraftNotes } from './draft-notes';
import { aboutIn, bodiesIn, draftAddress, firstValues, kindOf, offered, USUAL } from './filing-first';
import { ForecastCard } from './forecast-card';
import { FilingForm, filingLabels } from './filing-form';
import { SimilarList } from './similar-list';
import { SentNowCard } from './sent-now';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const query = new URL(args.request.url).searchParams;
  const asked = query.get('origin') ?? query.get('again');
  const draftId = query.get('draft');
  const [tree, identities, origin, draft, drafts] = await Promise.all([
    bodyTree(world, locale),
    identitiesOf(world, viewer),
    asked === null ? null : originCase(world, viewer, asked),
    draftId === null ? null : draftOf(world, viewer, draftId),
    draftCount(world, viewer),
  ]);
  const again = query.has('again');
  const wanted = origin ? (again ? origin.kind : 'complaint') : (kindOf(query.get('kind')) ?? USUAL);
  const body = flatten(tree).find(({ id, slug }) => (origin ? id === origin.bodyId : slug === query.get('body')));
  const opening = { t: textFor(origin?.language ?? locale), kind: wanted, bodyId: body?.id ?? '' };
  const first = draft?.typed ?? firstValues({ ...opening, locale, identities, origin, again });
  const kind = kindIn(first);
  const workdayEnd = await workdayEndOf(world, bodiesIn(first)[0] ?? '');
  return {
    locale,
    title: origin ? (again ? t.steps.again.title : t.filing.complaintTitle) : t.filing.title,
    bodies: bodyOptions({ tree, locale, value: ({ id }) => id }),
    ...{ identities, self: viewer.name, first, again, accept: ACCEPTED_FILES },
    ...offered(world, origin !== null),
    kinds: kindChoices(world, locale, workdayEnd).filter((choice) => !origin || choice.kind === wanted),
    now: sentNow(world, kind, locale, workdayEnd),
    foretold: await foretell(world, { bodyId: bodiesIn(first)[0] ?? '', kind, locale }),
    origin: origin && { id: origin.id, number: origin.number },
    kept: draft?.kept ?? [],
    key: draft?.id ?? world.newId(),
    draft: {
      kept: draft && { savedAt: draft.savedAt, until: draft.until },
      ...{ count: drafts, about: aboutIn(args.request.url) },
      ...{ gone: draftId !== null && !draft, saved: query.has('saved') },
      key: draft
        ? `appeal-${draft.id}`
        : ['appeal', origin?.number ?? query.get('kind') ?? '', body?.slug ?? ''].join('-'),
    },
  };
}

type Kept = { id: string; name: string; size: number };
/** `before`: the number of the case that this form made when it was sent first. */
type Answered = {
  refused?: RefusalView;
  before?: string;
  resumed?: Pick<Carried, 'lostFiles'>;
  typed: Typed;
  kept: Kept[];
  now?: SentNow;
  foretold?: Foretold | null;
  /** Shown once before it is sent. */
  similar?: SimilarCase[];
};

export async function action(args: ActionFunctionArgs) {
  const { world, viewer, locale, t } = contextOf(args);
  if (!viewer) return interrupted(args);
  const { typed, files, refusal } = await sentForm(world, viewer, args.request);
  const answer = async ({ typed: sent = typed, ...more }: Partial<Answered>, said: ResponseInit) =>
    data(
      {
        ...{ ...more, typed: sent, kept: await keptUploads(world, viewer, files) },
        foretold: await foretell(world, { bodyId: bodiesIn(sent)[0] ?? '', kind: kindIn(sent), locale }),
      } satisfies Answered,
      said,
    );
  const carried = carriedIn(typed);
  if (carried) {
    const kept = await keptUploads(world, viewer, filesIn(carried.typed));
    return { resumed: { lostFiles: carried.lostFiles }, typed: carried.typed, kept } satisfies Answered;
  }
  if (refusal) return answer({ refused: refusedFile(t, refusal) }, saidBy(refusal));
  if (textOf(typed, 'intent') === 'save') {
    const about = aboutIn(args.request.url);
    const saved = await saveDraft(world, viewer, { key: textOf(typed, 'key'), about, typed: wordsOf(typed), files });
    if (saved.ok) return redirect(`${draftAddress(locale, { id: saved.value.id, about })}&saved`, 303);
    return answer({ refused: refusalView(t, saved.refusal) }, saidBy(saved.refusal));
  }
  if (textOf(typed, 'intent') === 'another-body') return answer({}, { status: 200 });
  if (textOf(typed, 'intent') === 'count') {
    const workdayEnd = await workdayEndOf(world, bodiesIn(typed)[0] ?? '');
    return answer({ now: sentNow(world, kindIn(typed), locale, workdayEnd) }, { status: 200 });
  }
  const similar = textOf(typed, 'looked') ? [] : await similarTo(world, viewer, typed, locale);
  if (similar.length > 0) return answer({ similar }, { status: 200 });
  const filed = await fileAppeal(world, viewer, { ...typed, files });
  if (filed.ok) {
    const { number, again, others } = filed.value;
    const how = again ? 'already-filed' : others.length > 0 ? 'filed-several' : 'filed';
    return redirect(`/${locale}/appeals/${number}?done=${how}`, 303);
  }
  const refused = refusalView(t, filed.refusal);
  if (filed.refusal.code !== 'form_taken') return answer({ refused }, saidBy(filed.refusal));
  // Sent once more, it is meant as another appeal: with a key of its own.
  const before = String(filed.refusal.params?.number ?? '');
  return answer({ refused, before, typed: { ...typed, key: world.newId() } }, { status: 409 });
}

const kindIn = (typed: Typed) => kindOf(textOf(typed, 'kind')) ?? USUAL;

/** Similar cases of a form that could be sent as it is; others are refused first. A complaint is about its own case. */
async function similarTo(world: World, viewer: Viewer, typed: Typed, locale: Locale): Promise<SimilarCase[]> {
  const read = input.omit({ files: true }).safeParse(typed);
  if (!read.success || read.data.originId) return [];
  const { subject, text } = read.data;
  return similarCases(world, viewer, { subject, text, locale });
}

/** A refused file is said at its own question too. */
const refusedFile = (t: Text, refusal: Refusal): RefusalView => {
  const view = refusalView(t, refusal);
  return { ...view, fields: { ...view.fields, files: view.what } };
};

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [{ title: `${known?.title ?? ''} — Kenes` }];

export default function NewAppeal() {
  const { locale, title, first, kept, now, foretold, origin, again, key, draft, ...known } =
    useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const typed = answered?.typed;
  const value = (name: string) => textOf(typed ?? first, name);
  return (
    <>
      <PageHead
        title={title}
        lead={t.filing.lead}
        eyebrow={
          origin ? (
            <a href={`/${locale}/appeals/${origin.number}`}>
              {again ? t.steps.again.from(origin.number) : t.filing.about(origin.number)}
            </a>
          ) : undefined
        }
      />
      <Columns
        aside={
          <>
            <SentNowCard t={t} locale={locale} now={answered?.now ?? now} />
            <ForecastCard t={t} foretold={answered ? answered.foretold : foretold} />
          </>
        }
        asideLabel={t.filing.now.title}
      >
        <Stack>
          <DraftNotes {...{ t, locale, draft }} />
          <Resumed t={t} resumed={answered?.resumed} />
          <Refused t={t} refused={answered?.refused} labels={filingLabels(t)} />
          {answered?.before ? (
            <p>
              <LinkButton href={`/${locale}/appeals/${answered.before}`}>{t.case.number(answered.before)}</LinkButton>
            </p>
          ) : null}
          {answered?.similar ? (
            <Section title={t.search.similar.title} lead={t.search.similar.before} id="similar">
              <SimilarList t={t} locale={locale} cases={answered.similar} level={3} />
            </Section>
          ) : null}
          <FilingForm
            looked={answered?.similar !== undefined || textOf(typed, 'looked') !== ''}
            {...{ t, locale, value, origin, draft, ...known }}
            formKey={textOf(typed, 'key') || key}
            ticked={(name) => value(name) === 'on'}
            chosen={bodiesIn(typed ?? first)}
            withheld={listIn(typed ?? first, 'withheld')}
            kept={answered?.kept ?? kept}
            refused={answered?.refused}
          />
        </Stack>
      </Columns>
    </>
  );
}
