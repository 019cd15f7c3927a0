// How mail comes: at once, gathered or only what is owed; in working hours; what is muted. Says of every sort of letter what may be
// chosen of it, and by which article not.
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Edition } from '../../../guide/schema';
import { mute, unmute } from '../../commands/letters/mute';
import { setDelivery } from '../../commands/letters/set-delivery';
import { LETTER_WEIGHTS, PACES, WEIGHTS } from '../../core/delivery';
import { dayOf } from '../../core/day';
import { TOPICS, type Topic } from '../../core/topic';
import { bodyTree } from '../../queries/bodies';
import { deliveryOf, type MutedThing } from '../../queries/inbox';
import { citation } from '../../queries/reasons';
import { textFor, type Locale, type Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkbox, RadioCards } from '../../ui/choice';
import { Details } from '../../ui/details';
import { Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { bodyOptions } from '../body-options';
import { textOf, typedIn } from '../form';
import { Refused } from '../refused';
import { refusalResponse, requireViewer, type Answered } from '../respond';

const DONE = ['saved', 'muted', 'unmuted'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const [delivery, tree] = await Promise.all([deliveryOf(world, viewer, locale), bodyTree(world, locale)]);
  const said = new URL(args.request.url).searchParams.get('done');
  return {
    ...{ locale, title: t.inbox.delivery.title, delivery },
    done: DONE.find((one) => one === said) ?? null,
    bodies: bodyOptions({ tree, locale, value: ({ id }) => id }),
    owedBy: owedBy(world.guide.inForceOn(dayOf(world.now())), locale),
  };
}

/** The articles by which letters are owed, each once, as the guide in force cites them for an application. */
function owedBy(edition: Edition, locale: Locale): { label: string; href: string }[] {
  const { rules } = edition.procedures.application;
  const cited = Object.values(LETTER_WEIGHTS).flatMap(({ weight, rule }) => {
    const basis = weight === 'owed' && rule ? rules[rule]?.basis[0] : undefined;
    return basis ? [citation(edition, locale, basis, basis.anchor, basis.url)] : [];
  });
  return [...new Map(cited.map((one) => [one.label, one])).values()];
}

export async function action(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const typed = await typedIn(args.request);
  const back = (done: (typeof DONE)[number]) => redirect(`/${locale}/inbox/settings?done=${done}`, 303);
  switch (textOf(typed, 'intent')) {
    case 'delivery': {
      const set = await setDelivery(world, viewer, { ...typed, workingHours: textOf(typed, 'workingHours') === 'yes' });
      return set.ok ? back('saved') : refusalResponse(here, set.refusal, typed);
    }
    case 'mute': {
      const muted = await mute(world, viewer, typed);
      return muted.ok ? back('muted') : refusalResponse(here, muted.refusal, typed);
    }
    case 'unmute': {
      const heard = await unmute(world, viewer, typed);
      return heard.ok ? back('unmuted') : refusalResponse(here, heard.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ''} — Kenes` }];

export default function DeliverySettings() {
  const { locale, delivery, done, bodies, owedBy: articles } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() as Answered | undefined;
  const t = textFor(locale);
  const { delivery: say, muted: words, title } = t.inbox;
  const typed = answered?.typed;
  return (
    <Narrow>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/inbox`, label: title }]} />}
        title={say.title}
        lead={say.lead}
      />
      <Stack>
        <Refused t={t} refused={answered?.refused} labels={{ pace: say.pace, value: words.more }} />
        {done ? <Alert tone="success">{done === 'saved' ? say.saved : words.done[done]}</Alert> : null}
        <Form>
          <Hidden values={{ intent: 'delivery' }} />
          <RadioCards
            name="pace"
            legend={say.pace}
            value={textOf(typed, 'pace') || delivery.pace}
            error={answered?.refused?.fields.pace}
            options={PACES.map((value) => ({ value, label: say.paces[value], text: say.paceTexts[value] }))}
          />
          <Checkbox
            name="workingHours"
            label={say.hours}
            hint={say.hoursHint}
            checked={typed?.intent === 'delivery' ? 'workingHours' in typed : delivery.workingHours}
          />
          <FormActions>
            <SubmitButton>{say.save}</SubmitButton>
          </FormActions>
        </Form>
        <Section title={say.which}>
          <Table
            caption={say.which}
            captionHidden
            columns={[
              { key: 'what', label: say.columns.what, width: 'fit' },
              { key: 'rule', label: say.columns.rule, width: 'wide' },
            ]}
            rows={WEIGHTS.map((weight) => ({
              id: weight,
              cells: {
                what: say.weights[weight],
                rule: (
                  <>
                    {say.weightTexts[weight]}
                    {weight === 'owed' ? (
                      <small className="case-line">
                        {articles.map(({ label, href }, at) => (
                          <span key={label}>
                            {at > 0 ? '; ' : ''}
                            <a href={href}>{label}</a>
                          </span>
                        ))}
                      </small>
                    ) : null}
                  </>
                ),
              },
            }))}
          />
        </Section>
        <MutedSection {...{ t, locale, bodies }} muted={delivery.muted} />
      </Stack>
    </Narrow>
  );
}

type Bodies = ReturnType<typeof bodyOptions>;

function MutedSection({ t, locale, bodies, muted }: { t: Text; locale: Locale; bodies: Bodies; muted: MutedThing[] }) {
  const say = t.inbox.muted;
  return (
    <Section title={say.title} lead={say.lead} id="muted">
      <Stack>
        {muted.length === 0 ? <p>{say.none}</p> : null}
        {muted.length > 0 ? (
          <ul className="following">
            {muted.map((one) => (
              <li key={`${one.what} ${one.value}`}>
                <span>
                  {one.path ? <a href={`/${locale}${one.path}`}>{nameOf(t, one)}</a> : nameOf(t, one)}
                  <small className="case-line">{say.what[one.what]}</small>
                </span>
                <form method="post">
                  <Hidden values={{ intent: 'unmute', what: one.what, value: one.value }} />
                  <SubmitButton weight="quiet" size="small">
                    {say.unmute}
                    <span className="unseen">{say.unmuteOf(nameOf(t, one))}</span>
                  </SubmitButton>
                </form>
              </li>
            ))}
          </ul>
        ) : null}
        <Details summary={say.more}>
          <Stack>
            <Form>
              <Hidden values={{ intent: 'mute', what: 'body' }} />
              <Select name="value" id="mute-body" label={say.body} empty={say.choose} groups={bodies} required />
              <FormActions>
                <SubmitButton weight="secondary">{say.add}</SubmitButton>
              </FormActions>
            </Form>
            <Form>
              <Hidden values={{ intent: 'mute', what: 'topic' }} />
              <Select
                name="value"
                id="mute-topic"
                label={say.topic}
                empty={say.choose}
                options={TOPICS.map((value) => ({ value, label: t.topics[value] }))}
                required
              />
              <FormActions>
                <SubmitButton weight="secondary">{say.add}</SubmitButton>
              </FormActions>
            </Form>
          </Stack>
        </Details>
      </Stack>
    </Section>
  );
}

const nameOf = (t: Text, { what, value, name }: MutedThing): string =>
  what === 'topic' ? t.topics[value as Topic] : name;
