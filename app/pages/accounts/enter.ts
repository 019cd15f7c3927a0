// What follows when somebody was let in: the cookie, the end of the session that this browser had before, and the way to
// the page they wanted or to where their work is. Used by the pages that sign people in.
import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { signOut } from '../../commands/accounts/sign-out';
import type { Visitor } from '../../core/session';
import { councilSeat, isAdministrator, OFFICIAL_ROLES, type Role, type Viewer } from '../../core/viewer';
import { viewerOf } from '../../queries/viewer';
import { safeReturn, sessionCookie } from '../respond';

type Args = Pick<LoaderFunctionArgs, 'context' | 'request'>;

/** Where a request comes from, as commands count attempts and name sessions. */
export const visitorOf = ({ context, request }: Args): Visitor => ({
  address: context.address || null,
  agent: request.headers.get('user-agent') ?? '',
});

/** Where somebody's work is. Who sits on a council and represents an NGO begins where answers to the NGO arrive. */
export function workplace(viewer: Viewer | null): string {
  if (viewer?.mandates.some(({ role }) => (OFFICIAL_ROLES as readonly Role[]).includes(role))) return '/desk';
  if (viewer && isAdministrator(viewer)) return '/admin';
  const seat = viewer?.mandates.every(({ councilId }) => councilId) ? councilSeat(viewer) : null;
  return seat ? `/councils/${seat}/desk` : '/today';
}

/** `to`: a path on this site, or nothing. `with`: the browser sends the same form on to that path. */
type Onward = { to?: string; with?: 'form' };

/** Where whoever just got the session `token` goes on, and the cookie. A session that waits for a code leads to the page that asks for it. */
export async function entered({ context }: Args, token: string, to?: string): Promise<{ to: string; cookie: string }> {
  const { world, locale, sessionToken, secure } = context;
  await signOut(world, sessionToken);
  const viewer = await viewerOf(world, token);
  const cookie = sessionCookie(token, secure);
  if (viewer) return { to: safeReturn(to, `/${locale}${workplace(viewer)}`), cookie };
  return { to: `/${locale}/sign-in/code?to=${encodeURIComponent(safeReturn(to, ''))}`, cookie };
}

/** The answer to whoever just got the session `token`. */
export async function enter(args: Args, token: string, onward: Onward = {}): Promise<Response> {
  const { to, cookie } = await entered(args, token, onward.to);
  return redirect(to, { status: onward.with === 'form' ? 307 : 302, headers: { 'Set-Cookie': cookie } });
}
