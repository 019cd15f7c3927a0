// The open table of letters: each id with the function that writes it. Called by the worker deliver and by tests.
import type { AnyLetter, LetterId } from '../core/letter';
import type { Context, Letter } from './letter';
import { answerJudged } from './letters/answer-judged';
import { appealAccepted } from './letters/appeal-accepted';
import { appealAnswered } from './letters/appeal-answered';
import { appealAssigned } from './letters/appeal-assigned';
import { appealFiled } from './letters/appeal-filed';
import { appealReceived } from './letters/appeal-received';
import { appealRedirected } from './letters/appeal-redirected';
import { appealTerminated } from './letters/appeal-terminated';
import { appealWithdrawn } from './letters/appeal-withdrawn';
import { confirmEmail } from './letters/confirm-email';
import { deadlinePassed } from './letters/deadline-passed';
import { deadlineReminder } from './letters/deadline-reminder';
import { extensionDeclined } from './letters/extension-declined';
import { extensionNotice } from './letters/extension-notice';
import { extensionProposed } from './letters/extension-proposed';
import { invitation } from './letters/invitation';
import { signInLink } from './letters/sign-in-link';
import { welcome } from './letters/welcome';
import { render, type Rendered } from './render';

const WRITERS = {
  confirm_email: confirmEmail,
  sign_in_link: signInLink,
  invitation,
  welcome,
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
  deadline_passed: deadlinePassed,
  deadline_reminder: deadlineReminder,
} as const satisfies { [L in LetterId]: Letter<L> };

/** A letter in the reader's language: subject, HTML and plain text of the same words. Throws where the guide lacks a name. */
export function writeLetter({ letter, data }: AnyLetter, context: Context): Rendered {
  const write = WRITERS[letter] as Letter<LetterId>;
  const { sender, automatic, linkInText } = context.text.letters.shared;
  return render(write(data, context), {
    locale: context.locale,
    origin: context.origin,
    sender,
    automatic,
    linkInText,
  });
}
