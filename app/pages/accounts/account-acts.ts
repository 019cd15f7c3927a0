// What the forms of the account page do: each names its act in `intent`. Success leads back to the page with a word in the
// address, so that reloading repeats nothing; an invitation answers at once, because its link may be shown only now.
import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { addAddress } from '../../commands/accounts/add-address';
import { removeAddress } from '../../commands/accounts/remove-address';
import { calendarAddress } from '../../commands/accounts/calendar-address';
import { changePassword } from '../../commands/accounts/change-password';
import { editAccount } from '../../commands/accounts/edit-account';
import { editOrganisation } from '../../commands/accounts/edit-organisation';
import { endMembership } from '../../commands/accounts/end-membership';
import { handOverMandate } from '../../commands/accounts/hand-over-mandate';
import { inviteColleague } from '../../commands/accounts/invite-colleague';
import { revokeSession } from '../../commands/accounts/revoke-session';
import { setLastDay } from '../../commands/accounts/set-last-day';
import { textOf, typedIn } from '../form';
import { refusalResponse, requireViewer } from '../respond';

export const DONE = [
  'saved',
  'changed',
  'revoked',
  'left',
  'registered',
  'calendar',
  'last_day',
  'handed_over',
  'address_added',
  'address_removed',
] as const;
export type Done = (typeof DONE)[number];

export async function actOnAccount(args: ActionFunctionArgs) {
  const here = requireViewer(args);
  const { world, viewer, locale } = here;
  const token = args.context.sessionToken;
  const typed = await typedIn(args.request);
  const back = (done: Done, count = 0, to = locale) => redirect(`/${to}/account?done=${done}&n=${count}`);
  switch (textOf(typed, 'intent')) {
    case 'profile': {
      const edited = await editAccount(world, viewer, typed);
      return edited.ok ? back('saved', 0, edited.value.locale) : refusalResponse(here, edited.refusal, typed);
    }
    case 'password': {
      const changed = await changePassword(world, viewer, typed, token);
      return changed.ok ? back('changed', changed.value.ended) : refusalResponse(here, changed.refusal, typed);
    }
    case 'revoke': {
      const revoked = await revokeSession(world, viewer, typed, token);
      return revoked.ok ? back('revoked', revoked.value.ended) : refusalResponse(here, revoked.refusal, typed);
    }
    case 'end': {
      const ended = await endMembership(world, viewer, typed);
      return ended.ok ? back('left') : refusalResponse(here, ended.refusal, typed);
    }
    case 'last_day': {
      const set = await setLastDay(world, viewer, typed);
      return set.ok ? back('last_day') : refusalResponse(here, set.refusal, typed);
    }
    case 'hand_over': {
      const handed = await handOverMandate(world, viewer, typed);
      return handed.ok ? back('handed_over') : refusalResponse(here, handed.refusal, typed);
    }
    case 'register': {
      const edited = await editOrganisation(world, viewer, typed);
      return edited.ok ? back('registered') : refusalResponse(here, edited.refusal, typed);
    }
    case 'calendar': {
      const made = await calendarAddress(world, viewer, typed);
      if (!made.ok) return refusalResponse(here, made.refusal, typed);
      return made.value === null ? back('calendar') : { calendar: `${world.origin}/${locale}${made.value}` };
    }
    case 'add_address': {
      const added = await addAddress(world, viewer, typed);
      return added.ok ? back('address_added') : refusalResponse(here, added.refusal, typed);
    }
    case 'remove_address': {
      const removed = await removeAddress(world, viewer, typed);
      return removed.ok ? back('address_removed') : refusalResponse(here, removed.refusal, typed);
    }
    case 'invite': {
      const invited = await inviteColleague(world, viewer, typed);
      return invited.ok
        ? { invited: { ...invited.value, organisationId: textOf(typed, 'organisationId') } }
        : refusalResponse(here, invited.refusal, typed);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}
