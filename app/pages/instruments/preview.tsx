// A draft as its participants will see it, in any of the three languages and from either side. The form is the one they answer in; here
// nothing is sent.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { questionnaire } from '../../core/questionnaire';
import { draftAt, draftAddress, DraftCrumbs } from './working';
import { isLocale, LOCALES, textFor } from '../../text';
import { Tabs } from '../../ui/details';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { SurveyPages } from '../../ui/survey-pages';
import { EmptyState } from '../../ui/words';
import { wordOf } from '../../queries/guide';
import { dayOf } from '../../core/day';

export async function loader(args: LoaderFunctionArgs) {
  const { locale, world, view } = await draftAt(args);
  const query = new URL(args.request.url).searchParams;
  const spoken = query.get('lang') ?? undefined;
  const language = isLocale(spoken) ? spoken : locale;
  const { draft } = view;
  const direction = draft.directions.find((one) => one === query.get('direction')) ?? draft.directions[0];
  return {
    ...{ locale, language, direction, view },
    dontKnow: wordOf(world.guide.inForceOn(dayOf(world.now())), language, 'answer.dont_know.name'),
    asked: direction ? questionnaire({ instrument: draft, direction, locale: language }) : null,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${textFor(data?.locale ?? 'kk').instruments.preview.title} — Kenes` },
];

export default function InstrumentPreview() {
  const { locale, language, direction, view, asked, dontKnow } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.instruments.preview;
  const here = `${draftAddress(locale, view.id)}/preview`;
  const at = (lang: string, side: string | undefined) => `${here}?lang=${lang}&direction=${side}`;
  const sides = view.words.directions.filter(({ id }) => view.draft.directions.some((one) => one === id));
  const questions = asked?.pages.flatMap((page) => page.questions) ?? [];
  return (
    <Narrow>
      <PageHead
        eyebrow={say.title}
        title={asked?.name || t.instruments.untitled}
        titleLang={asked?.name ? language : undefined}
        lead={say.lead}
        crumbs={<DraftCrumbs {...{ t, locale, view }} below />}
      />
      <Stack gap="l">
        <Tabs
          label={say.language}
          tabs={LOCALES.map((one) => ({
            href: at(one, direction),
            label: t.instruments.languages[one],
            current: one === language,
          }))}
        />
        {sides.length > 1 ? (
          <Tabs
            label={say.direction}
            look="within"
            tabs={sides.map(({ id, name }) => ({ href: at(language, id), label: name, current: id === direction }))}
          />
        ) : null}
        {asked?.lead ? <p lang={language}>{asked.lead}</p> : null}
        {asked && questions.length > 0 ? (
          <SurveyPages pages={asked.pages} lang={language} words={{ ...textFor(language).surveyForm, dontKnow }} />
        ) : (
          <EmptyState title={say.empty} />
        )}
      </Stack>
    </Narrow>
  );
}
