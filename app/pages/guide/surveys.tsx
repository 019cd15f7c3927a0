// What the guide says of surveys, on one page: questionnaires, what is measured, scales, what may be shown and why, plans of waves, and the
// questionnaires that councils published.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { surveyContents } from '../../queries/guide-surveys';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Jump } from '../../ui/jump';
import { contextOf } from '../respond';
import { Cells, Constructs, Instruments, Published, Scales, Shares, Thresholds, Waves } from './survey-parts';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale } = contextOf(args);
  const surveys = await surveyContents(world, locale);
  if (!surveys) throw new Response(null, { status: 404 });
  return { locale, surveys };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { surveyGuide: say, guide } = textFor(data?.locale ?? 'kk');
  return [{ title: `${say.title} — ${guide.title} — Kenes` }, { name: 'description', content: say.lead }];
};

export default function GuideSurveys() {
  const { locale, surveys } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.surveyGuide;
  const part = { t, locale, surveys };
  const places = [
    ['instruments', say.instruments],
    ['published', say.published],
    ['constructs', say.constructs],
    ['scales', say.scales],
    ['thresholds', say.thresholds],
    ['shares', say.shares],
    ['cells', say.cells],
    ['cuts', say.cuts],
    ['waves', say.waves],
  ] as const;
  return (
    <>
      <PageHead
        crumbs={
          <Breadcrumbs
            label={t.frame.crumbs}
            items={[{ href: `/${locale}/guide#surveys`, label: t.guide.procedure.crumbs }]}
          />
        }
        title={say.title}
        lead={say.lead}
      />
      <Jump label={t.guide.onThisPage} places={places} />
      <Instruments {...part} />
      <Published {...part} />
      <Constructs {...part} />
      <Scales {...part} />
      <Thresholds {...part} />
      <Shares {...part} />
      <Cells {...part} />
      <Waves {...part} />
    </>
  );
}
