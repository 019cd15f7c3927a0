// What both feeds are asked for and what their titles say. An unknown body is a feed that is not there.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { roundFilterOf } from '../../queries/round-filter';
import { bodyName } from '../../queries/round-days';
import { contextOf } from '../respond';
import { aboutOf } from './feeds';

/** The body, topic and region that the address names, with a title for what is fed. */
export async function fedFrom(args: LoaderFunctionArgs) {
  const here = contextOf(args);
  const { body, topic, region } = roundFilterOf(new URL(args.request.url).searchParams);
  const name = body ? await bodyName(here.world, body, here.locale) : null;
  if (body && !name) throw new Response(null, { status: 404 });
  const asked = { body, topic, region };
  const about = aboutOf(here.t, { name, topic, region });
  return { ...here, asked, title: about ? here.t.rounds.feeds.titleOf(about) : here.t.rounds.feeds.title };
}
