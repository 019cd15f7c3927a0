// The open table of letters: each id with the function that writes it. Called by the worker deliver and by tests.
import { wayOutOf, type AnyLetter, type LetterId } from '../core/letter';
import { noticeIn } from '../core/notice';
import type { Text } from '../text';
import type { Context, Letter } from './letter';
import { answerJudged } from './letters/answer-judged';
import { answerReturned } from './letters/answer-returned';
import { answerToApprove } from './letters/answer-to-approve';
import { appealAccepted } from './letters/appeal-accepted';
import { appealAnswered } from './letters/appeal-answered';
import { appealAssigned } from './letters/appeal-assigned';
import { appealFiled } from './letters/appeal-filed';
import { appealReceived } from './letters/appeal-received';
import { appealRedirected } from './letters/appeal-redirected';
import { appealTerminated } from './letters/appeal-terminated';
import { appealWithdrawn } from './letters/appeal-withdrawn';
import { bodyNews, caseNews } from './letters/case-news';
import { caseStep } from './letters/case-step';
import { commentAnswered } from './letters/comment-answered';
import { commentModerated } from './letters/comment-moderated';
import { commentRestored } from './letters/comment-restored';
import { commitmentReported } from './letters/commitment-reported';
import { confirmAddress } from './letters/confirm-address';
import { confirmEmail } from './letters/confirm-email';
import { contestMade, contestPassedOn, contestRuled, contestWithdrawn } from './letters/contest';
import { councilAnswered } from './letters/council-answered';
import { councilViewGiven } from './letters/council-view-given';
import { coverNamed } from './letters/cover-named';
import { deadlinePassed } from './letters/deadline-passed';
import { deadlineReminder } from './letters/deadline-reminder';
import { digest } from './letters/digest';
import { dueCorrected } from './letters/due-corrected';
import { extensionDeclined } from './letters/extension-declined';
import { extensionNotice } from './letters/extension-notice';
import { extensionProposed } from './letters/extension-proposed';
import { followUpPublished } from './letters/follow-up-published';
import { invitation } from './letters/invitation';
import { keyNotice } from './letters/key-notice';
import { letterReturned } from './letters/letter-returned';
import { letterTaken } from './letters/letter-taken';
import { mandateNotice } from './letters/mandate-notice';
import { outcomePublished } from './letters/outcome-published';
import { registerDay } from './letters/register-day';
import { roundInvitation } from './letters/round-invitation';
import { roundOpened } from './letters/round-opened';
import { roundPeriodMoved } from './letters/round-period-moved';
import { signInChanged } from './letters/sign-in-changed';
import { signInLink } from './letters/sign-in-link';
import { surveyInvitation, surveyReminder } from './letters/survey';
import { webhookStopped } from './letters/webhook-stopped';
import { welcome } from './letters/welcome';
import { workHandedOver } from './letters/work-handed-over';
import { render, type Rendered } from './render';

const WRITERS = {
  confirm_email: confirmEmail,
  confirm_address: confirmAddress,
  sign_in_link: signInLink,
  invitation,
  welcome,
  sign_in_changed: signInChanged,
  cover_named: coverNamed,
  mandate_notice: mandateNotice,
  key_notice: keyNotice,
  work_handed_over: workHandedOver,
  digest,
  letter_taken: letterTaken,
  letter_returned: letterReturned,
  appeal_filed: appealFiled,
  appeal_received: appealReceived,
  appeal_accepted: appealAccepted,
  appeal_assigned: appealAssigned,
  appeal_redirected: appealRedirected,
  extension_proposed: extensionProposed,
  extension_declined: extensionDeclined,
  extension_notice: extensionNotice,
  appeal_answered: appealAnswered,
  appeal_terminated: appealTerminated,
  appeal_withdrawn: appealWithdrawn,
  answer_judged: answerJudged,
  case_step: caseStep,
  case_news: caseNews,
  body_news: bodyNews,
  due_corrected: dueCorrected,
  round_invitation: roundInvitation,
  round_opened: roundOpened,
  round_period_moved: roundPeriodMoved,
  comment_answered: commentAnswered,
  comment_moderated: commentModerated,
  comment_restored: commentRestored,
  answer_to_approve: answerToApprove,
  answer_returned: answerReturned,
  council_view_given: councilViewGiven,
  council_answered: councilAnswered,
  outcome_published: outcomePublished,
  commitment_reported: commitmentReported,
  survey_invitation: surveyInvitation,
  survey_reminder: surveyReminder,
  follow_up_published: followUpPublished,
  contest_made: contestMade,
  contest_passed_on: contestPassedOn,
  contest_ruled: contestRuled,
  contest_withdrawn: contestWithdrawn,
  register_day: registerDay,
  webhook_stopped: webhookStopped,
  deadline_passed: deadlinePassed,
  deadline_reminder: deadlineReminder,
} as const satisfies { [L in LetterId]: Letter<L> };

/**
 * A letter in the reader's language: subject, HTML and plain text of the same words. Throws where the guide lacks a name. The link of a
 * notice carries `token`, so that its reader can say that it arrived. `stop`: the path, without language, at which its reader stops
 * letters that nobody owes them; null where it must come. `repliable`: a reply to it is read.
 */
export function writeLetter(
  ordered: AnyLetter,
  context: Context,
  { token, stop, repliable }: { token: string; stop: string | null; repliable: boolean },
): Rendered {
  const { letter, data } = ordered;
  const write = WRITERS[letter] as Letter<LetterId>;
  const { sender, automatic, answerable, linkInText } = context.text.letters.shared;
  const draft = write(data, context);
  const button = noticeIn(letter, data) ? { ...draft.button, path: `/notices/${token}` } : draft.button;
  return render(
    { ...draft, button },
    {
      locale: context.locale,
      origin: context.origin,
      sender,
      automatic: repliable ? answerable : automatic,
      linkInText,
      wayOut: waysOut(wayOutOf(ordered), stop, context.text),
    },
  );
}

/** Out of what one follows, where the letter came for that; else out of letters that nobody is owed. */
function waysOut(unfollow: string | null, stop: string | null, { roundLetters, inbox }: Text) {
  if (unfollow !== null) {
    const say = roundLetters.wayOut;
    return {
      lead: say.lead,
      stop: { label: say.stop, path: unfollow },
      all: { label: say.all, path: '/account#follows' },
    };
  }
  const say = inbox.wayOut;
  if (stop === null) return null;
  return {
    lead: say.lead,
    stop: { label: say.stop, path: stop },
    all: { label: say.all, path: '/inbox/settings' },
  };
}
