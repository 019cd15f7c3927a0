// What a code of the API means, for people: the page to which the type of a problem document leads.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { textFor } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { Narrow } from '../../ui/layout';
import { contextOf, refusalView, saidBy } from '../respond';
import { DOOR_CODES, isDoorCode, isProblemCode } from './problem';

export function loader(args: LoaderFunctionArgs) {
  const { locale, t } = contextOf(args);
  const { code = '' } = args.params;
  if (!isProblemCode(code)) throw new Response(null, { status: 404 });
  if (isDoorCode(code)) return { locale, code, status: DOOR_CODES[code], ...t.api.problems[code] };
  const { what, why, now } = refusalView(t, { code });
  const status = saidBy({ code }).status;
  return { locale, code, status, what: general(what), why: general(why), now: general(now.steps.join(' ')) };
}

/** A sentence without the numbers of a case, which this page does not know. */
const general = (sentence: string): string => sentence.replaceAll(/NaN|undefined/g, '…');

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? textFor(data.locale).api.page.problem.title(data.code) : ''} — Kenes` },
];

export default function Problem() {
  const { locale, code, status, what, why, now } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  const say = t.api.page.problem;
  return (
    <Narrow>
      <PageHead
        crumbs={<Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/api`, label: t.api.title }]} />}
        title={say.title(code)}
        lead={what}
      />
      <p>{why}</p>
      <h2>{t.refusals.nowTitle}</h2>
      <p>{now}</p>
      <p>{say.status(status)}</p>
    </Narrow>
  );
}
