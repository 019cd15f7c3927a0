// Answering a survey. The server reads no session here (server.ts): a credential proves the right, and says nothing of whose it is.
import { randomInt } from 'node:crypto';
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { castAnswer } from '../../commands/waves/cast';
import { questionnaire } from '../../core/questionnaire';
import { drawnOrder, numbersNeeded } from '../../core/sheet';
import { chance } from '../../core/statistics/random';
import { panelView } from '../../queries/panels';
import { textFor } from '../../text';
import { textOf, typedIn, type Typed } from '../form';
import { contextOf, refusalResponse, type Answered, type Here } from '../respond';
import { AnswerForm, Counted, NotOpen } from './answer-parts';

/** Nothing of these pages is kept by anyone on the way. */
const UNKEPT = { headers: { 'cache-control': 'no-store' } };
const SEEDS = 2 ** 32;

async function panelOf({ world, locale }: Here, panelId = '') {
  const panel = await panelView(world, panelId, locale);
  if (!panel) throw new Response(null, { status: 404 });
  return panel;
}

export async function loader(args: LoaderFunctionArgs) {
  const here = contextOf(args);
  const { instrument, ...panel } = await panelOf(here, args.params.panelId);
  return data({ locale: here.locale, panel, instrument, seed: randomInt(SEEDS) }, UNKEPT);
}

/** The fields of the form that are no answers. */
const OWN = ['credential', 'seed', 'go'];

export async function action(args: ActionFunctionArgs) {
  const here = contextOf(args);
  const { panelId } = await panelOf(here, args.params.panelId);
  const typed = await typedIn(args.request);
  // From the page that made a credential for a browser without scripts: the questions come now.
  if (textOf(typed, 'go') !== 'send') return data({ typed }, UNKEPT);
  const sheet = Object.fromEntries(Object.entries(typed).filter(([name]) => !OWN.includes(name)));
  const cast = await castAnswer(here.world, { panelId, credential: textOf(typed, 'credential'), sheet });
  return cast.ok ? data({ counted: cast.value }, UNKEPT) : refusalResponse(here, cast.refusal, typed);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.panel.title ?? ''} — Kenes` },
];

/** What was typed decides the order again, so that nothing moves under whoever answers. */
const seedOf = (typed: Typed | undefined, drawn: number): number => {
  const given = Number(textOf(typed, 'seed') || Number.NaN);
  return Number.isInteger(given) && given >= 0 && given < SEEDS ? given : drawn;
};

export default function Answer() {
  const { locale, panel, instrument, seed: drawn } = useLoaderData<typeof loader>();
  const { counted, typed, refused } = (useActionData<typeof action>() ?? {}) as Answered & {
    counted?: { receipt: string; before: boolean };
  };
  const part = { t: textFor(locale), locale, panel };
  if (counted) return <Counted {...part} counted={counted} />;
  if (panel.stage !== 'open') return <NotOpen {...part} />;
  const seed = seedOf(typed, drawn);
  const { unit } = chance(seed);
  const order = drawnOrder(instrument, Array.from({ length: numbersNeeded(instrument) }, unit));
  const { lead, pages } = questionnaire({ instrument: order, direction: panel.direction, locale });
  return <AnswerForm {...part} {...{ lead, pages, seed, typed, refused }} />;
}
