// What Kenes says when something can't be done: what happened, why, what one may do now; and what is wrong with one field.
// Every code of core/refusal stands here; params are raw (days 'YYYY-MM-DD', instants in milliseconds, sizes in bytes).
import { clockTime, dayAndTime, fileSize, labelled, longDay, number } from '../format';
import type { Params } from '../shape';
import { imports } from './imports';
import { ownData } from './own-data';
import { contestRefusals } from './refusals-contests';
import { roundRefusals } from './refusals-rounds';
import { surveyRefusals } from './refusals-surveys';
import { stepRefusals } from './refusals-steps';

const day = (value: string | number | undefined) => (value === undefined ? '' : longDay('en', String(value)));

export const refusals = {
  nowTitle: 'What you can do now',
  formTitle: (count: number) =>
    count === 1 ? 'One field needs your attention' : `${count} fields need your attention`,
  fieldProblem: (label: string, problem: string) => labelled('en', label, problem),

  codes: {
    ...contestRefusals,
    ...roundRefusals,
    ...surveyRefusals,
    ...stepRefusals,
    audit_taken: () => ({
      what: 'Two others judge this sample.',
      why: 'A sample is judged by two people, each alone: the first two who began.',
      now: 'Judge the sample of another quarter, or read the figures once both are done.',
    }),
    audit_over: () => ({
      what: 'This audit is over.',
      why: 'Both have judged every case, and their codes are published.',
      now: 'Read what came of it on the page of the audit.',
    }),
    invalid: () => ({
      what: 'The form was not accepted.',
      why: 'Some fields are empty or filled in a way that can’t be read.',
      now: 'Correct the marked fields and send the form again. Nothing you typed is lost.',
    }),
    not_signed_in: () => ({
      what: 'You are not signed in.',
      why: 'This can only be done by a person known to Kenes.',
      now: 'Sign in, then do it again.',
    }),
    not_allowed: () => ({
      what: 'You can’t do this.',
      why: 'It is reserved for another role or for other people in this case.',
      now: 'If you should be able to, ask the administrator of Kenes to check your role.',
    }),
    not_found: () => ({
      what: 'There is no such thing here.',
      why: 'It does not exist, was removed, or is not open to you.',
      now: 'Check the address, or go back to the list.',
    }),
    changed_meanwhile: () => ({
      what: 'Nothing was written.',
      why: 'Someone else changed the case while you were working.',
      now: 'Open the case again, read what is new, and repeat your step.',
    }),
    address_known: () => ({
      what: 'This address is among yours already.',
      why: 'Each address stands once in an account.',
      now: 'Name another one.',
    }),
    addresses_full: () => ({
      what: 'No further address can be added.',
      why: 'An account has five further addresses at most.',
      now: 'Take one away that you don’t use any more.',
    }),
    letter_settled: () => ({
      what: 'This letter has already been dealt with.',
      why: 'What becomes of a letter is said once, and stands on the record.',
      now: 'Look at the list again.',
    }),
    letter_without_sender: () => ({
      what: 'The letter can’t be given back.',
      why: 'It names no address that it is from, or several.',
      now: 'Put it to a case, or discard it with a reason.',
    }),
    nothing_to_erase: () => ({
      what: 'There is nothing to erase.',
      why: 'None of the chosen fields stands in this record.',
      now: 'Open the record by its number and choose again.',
    }),
    own_request: () => ({
      what: 'You can’t decide on this erasure.',
      why: 'You asked for it, and a second person decides.',
      now: 'Ask another administrator, or a head of the body, to decide.',
    }),
    form_taken: ({ number: taken }: Params) => ({
      what: taken ? `This form was already filed: No. ${taken}.` : 'This form was already filed.',
      why: 'It says something else now than when it was filed, and what was filed can’t be changed.',
      now: 'If you mean another appeal, send the form again: everything you typed is here, and it will become a case of its own. If not, open the case that was filed.',
    }),
    body_closed: () => ({
      what: 'This body no longer takes appeals.',
      why: 'It was reorganised or closed.',
      now: 'Choose the body that took over its duties.',
    }),
    already_ended: () => ({
      what: 'The case has already ended.',
      why: 'It was answered, taken to note, terminated, withdrawn or redirected.',
      now: 'Read how it ended on the case page. If you disagree with the answer, you may file a complaint.',
    }),
    not_ended: () => ({
      what: 'There is no answer yet.',
      why: 'One can say what an answer was only after it was given.',
      now: 'Come back when the answer is there. A letter will tell you.',
    }),
    already_accepted: ({ officer }: Params) => ({
      what: 'The appeal has already been accepted.',
      why: officer ? `It was accepted by ${officer}.` : 'Another officer accepted it.',
      now: 'Open the case to see who accepted it and who works on it.',
    }),
    already_judged: () => ({
      what: 'You have already said what the answer was.',
      why: 'This can be said once for each answer.',
      now: 'If the answer did not help, you may file a complaint or a new appeal.',
    }),
    redirect_to_itself: () => ({
      what: 'The appeal can’t be redirected to the same body.',
      why: 'It is already there.',
      now: 'Choose the body that is competent to answer it.',
    }),
    redirect_not_superior: () => ({
      what: 'The complaint can’t be sent to this body.',
      why: 'A complaint goes only to the body that stands above the one complained of.',
      now: 'Choose the superior body.',
    }),
    extension_not_allowed: () => ({
      what: 'The term can’t be extended.',
      why: 'The law does not allow an extension for appeals of this kind.',
      now: 'Answer within the term.',
    }),
    extension_used_up: () => ({
      what: 'The term has already been extended.',
      why: 'It can be extended once.',
      now: 'Answer within the extended term.',
    }),
    extension_pending: () => ({
      what: 'An extension has already been proposed.',
      why: 'It is waiting for the decision of the head.',
      now: 'Wait for the decision.',
    }),
    extension_not_pending: () => ({
      what: 'There is no proposal to decide on.',
      why: 'No extension was proposed, or it has been decided already.',
      now: 'Open the case to see the decision.',
    }),
    extension_after_due: ({ due }: Params) => ({
      what: 'It is too late to extend the term.',
      why: due
        ? `The term ended on ${day(due)}. A term that has ended can’t be extended.`
        : 'A term that has ended can’t be extended.',
      now: 'Answer as soon as you can. The case page shows that the term has passed.',
    }),
    extension_beyond_cap: ({ cap }: Params) => ({
      what: 'The new day is too far away.',
      why: cap ? `The term can be extended until ${day(cap)} at most.` : 'The law sets a limit to every extension.',
      now: 'Choose an earlier day.',
    }),
    extension_not_later: ({ due }: Params) => ({
      what: 'This would not extend the term.',
      why: due ? `The term already runs until ${day(due)}.` : 'The new day is not later than the present one.',
      now: 'Choose a later day.',
    }),
    reply_incomplete: () => ({
      what: 'The answer is not complete.',
      why: 'The law says what an answer must have, and some of it is missing.',
      now: 'Fill in the marked parts and send the answer again.',
    }),
    outcome_unknown: () => ({
      what: 'The outcome was not recognised.',
      why: 'The procedure of this case has no such outcome.',
      now: 'Choose one of the outcomes offered.',
    }),
    ground_unknown: () => ({
      what: 'The ground was not recognised.',
      why: 'A case may be terminated only on a ground that the law names.',
      now: 'Choose one of the grounds offered, or answer on the merits.',
    }),
    official_not_here: () => ({
      what: 'The case can’t be given to this person.',
      why: 'The person holds no role at this body.',
      now: 'Choose one of the officials of the body.',
    }),
    bin_taken: () => ({
      what: 'This organisation is already registered.',
      why: 'An account for this BIN exists, and new people join an organisation by invitation.',
      now: 'Ask a colleague who represents the organisation in Kenes to invite you. If nobody in your organisation registered it, write to the administrator of Kenes.',
    }),
    wrong_credentials: () => ({
      what: 'You could not be signed in.',
      why: 'The e-mail address and the password don’t belong together.',
      now: 'Check both and try again, or ask for a one-time link by e-mail.',
    }),
    wrong_password: () => ({
      what: 'Nothing was changed.',
      why: 'The present password is not right.',
      now: 'Type your present password again. If you don’t remember it, sign in by a one-time link: then a new one can be set without it.',
    }),
    wrong_code: () => ({
      what: 'The code was not accepted.',
      why: 'It is not the code that your authenticator shows now, or it was used already: every code counts once.',
      now: 'Wait for the next code and type that one. If they never fit, set the clock of your device to automatic time. Without the device, use one of your recovery codes.',
    }),
    code_not_awaited: () => ({
      what: 'There is no sign-in that waits for a code.',
      why: 'Too much time has passed since the password or the link, or this browser keeps no cookies.',
      now: 'Sign in again from the beginning.',
    }),
    authenticator_on: () => ({
      what: 'Nothing was changed.',
      why: 'A second step is on already, with another authenticator.',
      now: 'Turn it off first, then set up the new authenticator.',
    }),
    authenticator_off: () => ({
      what: 'Nothing was changed.',
      why: 'The second step is off already.',
      now: 'Turn it on if you want it.',
    }),
    second_factor_first: () => ({
      what: 'Nothing was changed.',
      why: 'You have no second step yourself: you would have shut yourself out.',
      now: 'Set up an authenticator or a passkey on the page of how you sign in, then ask it of others.',
    }),
    passkey_refused: () => ({
      what: 'The passkey was not accepted.',
      why: 'Kenes does not know it, or what the device signed is not what was asked for.',
      now: 'Try again. If it fails again, sign in by password or link and add the passkey anew.',
    }),
    passkey_known: () => ({
      what: 'The passkey was not added.',
      why: 'This passkey is in use already.',
      now: 'Choose another device or another password manager.',
    }),
    link_spent: () => ({
      what: 'This link no longer works.',
      why: 'A link works once and for a limited time. It was used, it is too old, or it was replaced.',
      now: 'Ask for a new one.',
    }),
    personal_data_in_answer: () => ({
      what: 'Nothing was sent: the answer would publish personal data.',
      why: 'Everyone who reads the case would read it. What looks like personal data, and where it stands:',
      now: 'Correct the text or the file, or keep that file for the parties only. What is not an IIN, such as the body’s own phone number, you may publish by a tick in the form.',
    }),
    personal_data_in_appeal: () => ({
      what: 'Nothing was sent or changed: it would publish personal data.',
      why: 'Everyone would read it. What looks like personal data, and where it stands:',
      now: 'Correct the text or the file, keep that file for the body only, or make the appeal private. What is not an IIN you may publish by a tick in the form.',
    }),
    several_not_possible: () => ({
      what: 'This kind of appeal goes to one body.',
      why: 'It is filed with the body that it is about, or it belongs to an earlier case.',
      now: 'Leave one body in the form and send it; file to another in a case of its own.',
    }),
    several_too_many: ({ most }: Params) => ({
      what: `That is more bodies than one act may go to: at most ${String(most)}.`,
      why: 'Each of them begins a case with its own clock.',
      now: 'Leave out the bodies that have no part of their own in it.',
    }),
    public_already: () => ({
      what: 'The appeal is public already.',
      why: 'A day can be chosen and changed only before everyone may read it.',
      now: 'If something in it must not be public, ask the body or the administrator to redact it.',
    }),
    promises_found: () => ({
      what: 'The answer seems to promise something by a day. It has not been sent yet.',
      why: 'A promise with a day is reminded of, and counts when its day has come. Only you can say which sentences are one.',
      now: 'Tick the sentences in the form that are promises, or none, and send the answer again.',
    }),
    promise_unknown: () => ({
      what: 'There is no such promise in this case.',
      why: 'The sentence was noted already, or the answer does not have it.',
      now: 'Open the case again and look at its promises.',
    }),
    promise_reported_already: () => ({
      what: 'This promise has been reported on already.',
      why: 'What the body says of a promise is said once.',
      now: 'Read the report in the case; anything new can be said in another answer.',
    }),
    promise_not_due: ({ day: due }: Params) => ({
      what: 'The day of the promise has not come.',
      why: `Until ${day(due)} the body may still keep it.`,
      now: 'If it is there already, say so; otherwise come back after that day.',
    }),
    keys_full: ({ most }: Params) => ({
      what: 'There are too many keys.',
      why: `One person may have ${number('en', Number(most))} living keys at an organisation or body, so that somebody can still look after them.`,
      now: 'Revoke one that nobody uses, then make the new one.',
    }),
    drafts_full: ({ limit }: Params) => ({
      what: `You already have ${String(limit)} drafts.`,
      why: 'A person may keep that many at once.',
      now: 'Send or delete one of them, then save this one. What you typed is still in the form.',
    }),
    searches_full: ({ limit }: Params) => ({
      what: `You already keep ${String(limit)} searches.`,
      why: 'Your Today page asks for each of them.',
      now: 'Delete one of them on your account page, then save this one.',
    }),
    too_many_attempts: ({ until, now }: Params) => ({
      what: 'This was done too often in a short time.',
      why: 'So that nobody can guess passwords, and no program can flood the site or slow it down for others, one person may do each thing only so many times within an hour or less. Nothing was done now.',
      now:
        until === undefined
          ? 'Try again later.'
          : Number(until) - Number(now ?? until) > 43_200_000
            ? `Try again after ${dayAndTime('en', Number(until))}.`
            : `Try again after ${clockTime('en', Number(until))}.`,
    }),
    already_member: () => ({
      what: 'This person already holds this role.',
      why: 'The same role can’t be held twice in the same place.',
      now: 'No invitation is needed.',
    }),
    last_administrator: () => ({
      what: 'The role was not ended.',
      why: 'Kenes needs at least one administrator, and this is the last one.',
      now: 'Invite another administrator first.',
    }),
    last_representative: () => ({
      what: 'The role was not changed.',
      why: 'An organisation needs at least one representative who has no last day, and this is the only one.',
      now: 'Invite a colleague first, or hand your place over to another representative on the page of your account.',
    }),
    export_too_large: ({ cases, most }: Params) => ({
      what: ownData.tooLarge.what,
      why: ownData.tooLarge.why(Number(cases ?? 0), Number(most ?? 0)),
      now: ownData.tooLarge.now,
    }),
    import_unreadable: ({ columns, most }: Params) => ({
      what: imports.unreadable.what,
      why: imports.unreadable.why(String(columns ?? ''), Number(most ?? 0)),
      now: imports.unreadable.now,
    }),
    import_settled: () => ({ ...imports.settled }),
    demo_account: () => ({
      what: 'Nothing was changed.',
      why: 'This is a demonstration account. Everyone may use it, so its name, language and password stay as they are.',
      now: 'Register your own account to try this.',
    }),
    slug_taken: () => ({
      what: 'Nothing was saved.',
      why: 'This short address is taken already.',
      now: 'Choose another short address.',
    }),
    tree_circle: () => ({
      what: 'The body was not saved.',
      why: 'A body can’t stand below itself or below one of its own subordinates.',
      now: 'Choose another superior body.',
    }),
    body_has_children: () => ({
      what: 'The body was not closed.',
      why: 'Other bodies stand below it.',
      now: 'Close them or move them to another superior body first.',
    }),
    letter_not_failed: () => ({
      what: 'The letter can’t be sent again.',
      why: 'Only a letter that failed can be sent again; this one was delivered or is still on its way.',
      now: 'Wait until it is sent, or look at its state in the list.',
    }),
    job_not_failed: () => ({
      what: 'No failed job stands in the queue under this number.',
      why: 'Only a job that failed can be tried again or taken away; this one was settled already, or has been forgotten since.',
      now: 'Look at the list again.',
    }),
    queue_away: () => ({
      what: 'The queue does not answer.',
      why: 'Its server can’t be reached now. Nothing is lost: the database knows what is due, and workers look there by themselves.',
      now: 'Put its server right, then try again.',
    }),
    webhooks_full: ({ limit }: Params) => ({
      what: 'No more webhooks can be added.',
      why: `An owner may have ${limit} webhooks.`,
      now: 'Remove one that nobody needs any more.',
    }),
    webhook_stopped: () => ({
      what: 'The webhook is stopped.',
      why: 'Nothing is sent to it until somebody switches it on again.',
      now: 'Switch it on again on this page, then send.',
    }),
    message_waiting: () => ({
      what: 'The message can’t be sent again now.',
      why: 'It is still waiting for its next try, or it is not kept any more.',
      now: 'Wait until it is delivered or given up.',
    }),
    file_too_large: ({ name, limit }: Params) => ({
      what: name ? `The file “${name}” is too large.` : 'The file is too large.',
      why: limit ? `A file may have ${fileSize('en', Number(limit))} at most.` : 'Files may have a limited size.',
      now: 'Make the file smaller or split it, then attach it again.',
    }),
    too_many_files: ({ limit }: Params) => ({
      what: 'There are too many files.',
      why: limit
        ? `At most ${number('en', Number(limit))} files can be attached.`
        : 'The number of attached files is limited.',
      now: 'Attach fewer files or combine them.',
    }),
    file_type: ({ name }: Params) => ({
      what: name ? `The file “${name}” can’t be attached.` : 'The file can’t be attached.',
      why: 'Its content is of a kind that Kenes does not take, whatever its name says.',
      now: 'Attach a PDF, a picture, a text or an office document.',
    }),
    file_infected: ({ name }: Params) => ({
      what: name ? `The file “${name}” can’t be attached.` : 'The file can’t be attached.',
      why: 'A virus was found in it. It was not kept.',
      now: 'Look your device through for viruses, make the document anew and attach that. What you typed is kept; it can also be sent without the file.',
    }),
    file_not_scanned: ({ name }: Params) => ({
      what: name ? `The file “${name}” was not taken.` : 'The file was not taken.',
      why: 'Every file is looked through for viruses first, and that can’t be done at this moment.',
      now: 'Try again in a few minutes. If your term ends before that, send it without the file, and the file later.',
    }),
  },

  /** Beside a field that a refusal is about. */
  seeAbove: 'this is not possible; the reason is given above',
  problems: {
    required: 'this is needed',
    too_short: 'this is too short; say a little more',
    too_long: 'this is too long',
    bad_email: 'this is not an e-mail address; it looks like name@example.kz',
    bad_address: 'this address can’t be called; it looks like https://example.kz/kenes',
    bad_bin: 'this is not a BIN; check its 12 digits',
    bad_day: 'this is not a day of the calendar',
    bad_choice: 'choose one of the options offered',
    bad_value: 'this can’t be read',
    too_many: 'choose fewer: more options are ticked than may be',
    not_together: '“don’t know” can’t stand beside another option; keep one of them',
    bad_code: 'this is neither a code of six digits nor a recovery code, or it does not fit',
    weak_password:
      'the password needs at least 10 characters and can’t be one that is easy to guess or was leaked elsewhere',
    personal_data: 'take the personal data out: everyone will read this',
  },
};
