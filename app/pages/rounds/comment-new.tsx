// Someone comments: on a clause or the whole, or adds a voice to a comment. What others said at the same place stands beside the form.
import { redirect, data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { makeComment } from '../../commands/comments/make';
import { keptUploads } from '../../queries/attachment';
import { formPlace, joinedComment, offeredAt, takesFrom } from '../../queries/commenting';
import { ACCEPTED_FILES, identitiesOf } from '../../queries/filing';
import { roundFacts } from '../../queries/round-facts';
import { LOCALES, textFor } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Checkbox, RadioCards } from '../../ui/choice';
import { Select, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Columns, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Prose, Quote } from '../../ui/words';
import { sentForm } from '../appeals/attachments';
import { AttachField } from '../appeals/attach-field';
import { textOf, type Typed } from '../form';
import { Refused } from '../refused';
import { refusalView, requireViewer, statusOf, type RefusalView } from '../respond';
import { addressOf, commentAddress, roundAddress } from './addresses';

const LONGEST = 20_000;

async function here(args: LoaderFunctionArgs) {
  const known = requireViewer(args);
  const facts = await roundFacts(known.world, known.viewer, args.params.number ?? '');
  if (!facts || facts.round.phase === 'preparing') throw new Response(null, { status: 404 });
  return { ...known, facts };
}

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t, facts } = await here(args);
  const query = new URL(args.request.url).searchParams;
  const joins = await joinedComment(world, facts.round.id, query.get('joins') ?? '');
  const place = await formPlace(world, facts.round, {
    documentId: joins?.documentId ?? query.get('document') ?? '',
    anchor: joins?.anchor ?? query.get('anchor') ?? '',
  });
  if (place === 'unknown' || (query.get('joins') && !joins)) throw new Response(null, { status: 404 });
  const { number, settings } = facts.round;
  const [identities, offered] = await Promise.all([
    identitiesOf(world, viewer),
    joins ? [] : offeredAt(world, facts.round.id, place),
  ]);
  return {
    ...{ locale, number, place, joins, offered, takes: takesFrom(world, facts), key: world.newId() },
    ...{ opensDay: settings.opensDay, closesDay: settings.closesDay, roundTitle: settings.title },
    title: joins ? t.comments.new.joinTitle : t.comments.new.title,
    who: [
      ...identities.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
      { value: '', label: t.comments.new.self(viewer.name) },
    ],
    prefilled: query.get('wording') === '1' ? (place?.clause?.plain ?? '') : '',
    accept: ACCEPTED_FILES,
    draftKey: `comment-${number}-${place?.clause?.anchor ?? ''}-${joins?.number ?? ''}:${viewer.personId}`,
  };
}

type Kept = { id: string; name: string; size: number };
type Answered = { refused: RefusalView; typed: Typed; kept: Kept[]; personal: boolean };

export async function action(args: ActionFunctionArgs) {
  const { world, viewer, locale, t, facts } = await here(args);
  const { typed, files, refusal } = await sentForm(world, viewer, args.request);
  const made = refusal
    ? { ok: false as const, refusal }
    : await makeComment(world, viewer, { ...typed, files, roundId: facts.round.id });
  if (made.ok) return redirect(`${commentAddress(locale, made.value.number)}?done=sent`, 303);
  const kept = await keptUploads(world, viewer, files);
  const personal = made.refusal.code === 'personal_data_found';
  const answer: Answered = { refused: refusalView(t, made.refusal), typed, kept, personal };
  return data(answer, { status: statusOf(made.refusal) });
}

export const meta: MetaFunction<typeof loader> = ({ data: known }) => [{ title: `${known?.title ?? ''} — Kenes` }];

export default function NewComment() {
  const known = useLoaderData<typeof loader>();
  const { locale, number, place, joins, offered, takes, title, who } = known;
  const { refused, typed, kept, personal } = (useActionData<typeof action>() ?? {}) as Partial<Answered>;
  const t = textFor(locale);
  const say = t.comments.new;
  const home = roundAddress(locale, number);
  const lang = locale === 'kk' ? 'kk' : 'ru';
  const value = (name: string) => textOf(typed, name);
  const wrong = (name: string) => refused?.fields[name];
  const clause = place?.clause;
  const here = (parts: Record<string, string>) =>
    addressOf(`${home}/comment`, { document: place?.documentId, anchor: clause?.anchor, ...parts });
  return (
    <>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: home, label: number }]} />}
        eyebrow={<span lang={lang}>{known.roundTitle[lang]}</span>}
        title={title}
        lead={say.lead}
      />
      <Columns
        asideLabel={say.about}
        aside={
          <>
            <Card title={clause ? say.clauseNow : say.about} level={2}>
              {clause && place ? (
                <div lang={place.language}>
                  <p>
                    <strong>{clause.label}</strong>
                  </p>
                  <Prose text={clause.plain} />
                </div>
              ) : (
                <p>{place ? <span lang={place.language}>{place.title}</span> : say.whole}</p>
              )}
            </Card>
            {joins ? (
              <Card title={say.joins(joins.number)} level={2}>
                <Quote lang={joins.language} source={joins.name ?? undefined}>
                  <Prose text={joins.text} />
                </Quote>
              </Card>
            ) : null}
            {offered.length > 0 ? (
              <Section title={say.similar} lead={say.similarLead}>
                {offered.map((one) => (
                  <Card key={one.id} level={3} title={one.name ?? t.comments.one.hiddenName} meta={one.number}>
                    <Prose text={one.text} lang={one.language} />
                    <LinkButton size="small" href={here({ joins: one.number })}>
                      {say.addVoice}
                    </LinkButton>
                  </Card>
                ))}
              </Section>
            ) : null}
          </>
        }
      >
        <Stack>
          <Refused t={t} refused={refused} labels={{ text: joins ? say.joinText : say.text, wording: say.wording }} />
          {takes === 'yes' ? (
            <Form multipart draft={{ key: known.draftKey, ...t.acts.draft }}>
              <Hidden
                values={{
                  key: value('key') || known.key,
                  documentId: joins ? '' : (place?.documentId ?? ''),
                  anchor: joins ? '' : (clause?.anchor ?? ''),
                  joinsId: joins?.id ?? '',
                }}
              />
              <RadioCards
                name="organisationId"
                layout="list"
                legend={say.who}
                value={typed ? value('organisationId') : who[0]?.value}
                error={wrong('organisationId')}
                options={who}
              />
              <TextArea
                name="text"
                label={joins ? say.joinText : say.text}
                hint={joins ? undefined : say.textHint}
                rows={8}
                maxLength={LONGEST}
                counter={say.counter}
                value={value('text')}
                error={wrong('text')}
              />
              {joins ? null : (
                <>
                  <TextArea
                    name="wording"
                    label={say.wording}
                    hint={say.wordingHint}
                    mark={t.filing.optional}
                    rows={4}
                    maxLength={LONGEST}
                    value={typed ? value('wording') : known.prefilled}
                    error={wrong('wording')}
                  />
                  {clause && !typed && known.prefilled === '' ? (
                    <p>
                      <a href={here({ wording: '1' })}>{say.takeWording}</a>
                    </p>
                  ) : null}
                </>
              )}
              <Select
                name="language"
                label={say.language}
                width="m"
                value={value('language') || locale}
                options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
              />
              <Checkbox
                name="nameHidden"
                label={say.nameHidden}
                hint={say.nameHiddenHint}
                checked={value('nameHidden') === 'on'}
              />
              {personal ? <Checkbox name="publishPersonal" label={say.publishPersonal} /> : null}
              <AttachField t={t} accept={known.accept} kept={kept ?? []} error={wrong('files')} />
              <FormActions>
                <SubmitButton busy={t.acts.sending}>{joins ? say.join : say.send}</SubmitButton>
              </FormActions>
            </Form>
          ) : (
            <Alert tone="info" title={say.notNow}>
              <p>{takes === 'not_in_kind' ? say.notInKind : say.notNowText(known.opensDay, known.closesDay)}</p>
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
