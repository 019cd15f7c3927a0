// One questionnaire for everyone: every question as each side is asked it, its answers, what it measures, where the wording comes from; of
// a published one also who published it, when and why.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { surveyInstrument, type InstrumentView, type ItemView } from '../../queries/guide-surveys';
import { textFor, type Locale, type Text } from '../../text';
import { list } from '../../text/format';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Card, Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList, Muted, Tag } from '../../ui/words';
import { contextOf } from '../respond';
import { Laws } from './parts';
import { BriefLaws } from './round-parts';

const VERSION = /^[1-9]\d{0,5}$/;

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const asked = new URL(args.request.url).searchParams.get('version');
  if (asked !== null && !VERSION.test(asked)) throw new Response(null, { status: 404 });
  const instrument = await surveyInstrument(world, locale, {
    name: args.params.instrument ?? '',
    version: asked === null ? null : Number(asked),
  });
  if (!instrument) throw new Response(null, { status: 404 });
  return { locale, instrument };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.instrument.name} — ${textFor(data.locale).surveyGuide.title} — Kenes` : 'Kenes' },
  { name: 'description', content: data?.instrument.lead ?? '' },
];

type Part = { t: Text; locale: Locale; instrument: InstrumentView };

export default function GuideSurvey() {
  const { locale, instrument } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.surveyGuide;
  const part: Part = { t, locale, instrument };
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[
              { href: `/${locale}/guide#surveys`, label: t.guide.procedure.crumbs },
              { href: `/${locale}/guide/surveys`, label: say.title },
            ]}
          />
        }
        eyebrow={say.eyebrow}
        title={instrument.name}
        lead={instrument.lead}
      />
      <DefinitionList
        items={[
          { term: say.columns.occasion, value: instrument.occasion },
          { term: say.columns.directions, value: list(locale, instrument.directions) },
          { term: say.columns.minutes, value: say.minutes(instrument.minutes) },
          { term: say.columns.basis, value: <Laws laws={instrument.laws} /> },
        ]}
      />
      <Publication {...part} />
      {instrument.pages.map((page) => (
        <Section key={page.id} id={page.id} title={page.title}>
          <Stack>
            {page.shuffled ? <Muted>{say.page.shuffled}</Muted> : null}
            {page.onlyIf ? <Muted>{condition(part, page.onlyIf)}</Muted> : null}
            {page.items.map((item) => (
              <Item key={item.question.id} {...part} item={item} />
            ))}
          </Stack>
        </Section>
      ))}
      <Section id="sources" title={say.page.sources} lead={say.page.sourcesLead}>
        <Laws laws={sourcesOf(instrument)} />
      </Section>
    </>
  );
}

/** What stands behind the questions, each provision once. */
const sourcesOf = ({ pages }: InstrumentView) => [
  ...new Map(
    pages.flatMap((page) => page.items.flatMap((item) => item.laws)).map((law) => [`${law.label} ${law.note}`, law]),
  ).values(),
];

const condition = ({ t, instrument }: Part, { number, answers }: NonNullable<ItemView['question']['onlyIf']>): string =>
  t.surveyForm.onlyIf(
    answers.map((answer) => answer ?? instrument.dontKnow),
    number,
  );

function Item({ item, ...part }: Part & { item: ItemView }) {
  const { t, instrument } = part;
  const say = t.surveyGuide.page;
  const { question, name, construct, kind, wordings, laws } = item;
  const dontKnow = 'dontKnow' in question && question.dontKnow;
  return (
    <Card
      id={question.id}
      title={`${question.number}. ${name}`}
      meta={
        <>
          <Tag tone="brand">{construct}</Tag>
          {question.required ? <Tag>{say.required}</Tag> : null}
        </>
      }
      footer={<BriefLaws laws={laws} />}
    >
      {question.onlyIf ? <Muted>{condition(part, question.onlyIf)}</Muted> : null}
      <DefinitionList
        items={[
          ...wordings.map(({ name: side, text }) => ({ term: side, value: text })),
          { term: kind, value: [answersOf(t, question), ...(dontKnow ? [instrument.dontKnow] : [])].join('; ') },
          { term: say.id, value: <code>{question.id}</code> },
        ]}
      />
    </Card>
  );
}

function answersOf(t: Text, question: ItemView['question']): string {
  const say = t.surveyGuide.page;
  const points = (of: Extract<ItemView['question'], { points: unknown }>) => {
    const [first, last] = [of.points[0]?.value ?? '', of.points.at(-1)?.value ?? ''];
    if (of.low === null || of.high === null) return of.points.map(({ word, value }) => word ?? value).join('; ');
    return say.points(first, last, of.low, of.high);
  };
  switch (question.kind) {
    case 'scale':
      return points(question);
    case 'choice':
      return question.options.map(({ label }) => label).join('; ');
    case 'multiple': {
      const options = question.options.map(({ label }) => label).join('; ');
      return question.atMost === null ? options : `${options}. ${t.surveyForm.atMost(question.atMost)}`;
    }
    case 'matrix':
      return `${question.rows.map(({ label }) => label).join('; ')}: ${points(question)}`;
    case 'text':
      return say.characters(question.longest);
  }
}

function Publication({ t, locale, instrument }: Part) {
  const { publication, versions } = instrument;
  const say = t.surveyGuide.page;
  if (!publication) return null;
  const { version, publishedAt, by, post, reason, council, sha256, slug } = publication;
  return (
    <Section id="publication" title={say.publication}>
      {version === versions[0]?.version ? null : <Alert tone="warning">{say.old}</Alert>}
      <DefinitionList
        items={[
          { term: t.surveyGuide.columns.version, value: say.version(version) },
          {
            term: t.surveyGuide.columns.when,
            value: <time dateTime={new Date(publishedAt).toISOString()}>{say.publishedOn(publishedAt)}</time>,
          },
          { term: say.by, value: post ? `${by}, ${post}` : by },
          { term: say.council, value: council ?? t.instruments.everybody },
          { term: say.reason, value: reason },
          { term: say.hash, value: <code className="hash">{sha256}</code> },
          ...(versions.length > 1
            ? [
                {
                  term: say.otherVersions,
                  value: (
                    <ul className="plain-list">
                      {versions.map((one) => (
                        <li key={one.id}>
                          <a href={`/${locale}/guide/surveys/${slug}?version=${one.version}`}>
                            {say.version(one.version)}
                          </a>
                          , {say.publishedOn(one.publishedAt)}
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
