// Signs what a participant's browser has blinded, for the script of the page that takes a right. JSON; a refusal is its status.
import type { ActionFunctionArgs } from '@remix-run/node';
import { takeRight } from '../../commands/waves/take-right';
import { typedIn } from '../form';
import { contextOf, saidBy } from '../respond';

export async function action(args: ActionFunctionArgs) {
  const { world, viewer } = contextOf(args);
  const typed = await typedIn(args.request);
  const taken = await takeRight(world, viewer, { ...typed, panelId: args.params.panelId });
  const said = taken.ok ? { status: 200 } : saidBy(taken.refusal);
  const body = taken.ok ? taken.value : { refused: taken.refusal.code };
  return Response.json(body, { ...said, headers: { 'cache-control': 'no-store', ...said.headers } });
}
