// Signs what a participant's browser has blinded, for the script of the page that takes a right. JSON; a refusal is its status.
import type { ActionFunctionArgs } from '@remix-run/node';
import { takeRight } from '../../commands/waves/take-right';
import { typedIn } from '../form';
import { contextOf, statusOf } from '../respond';

export async function action(args: ActionFunctionArgs) {
  const { world, viewer } = contextOf(args);
  const typed = await typedIn(args.request);
  const taken = await takeRight(world, viewer, { ...typed, panelId: args.params.panelId });
  const [body, status] = taken.ok ? [taken.value, 200] : [{ refused: taken.refusal.code }, statusOf(taken.refusal)];
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
