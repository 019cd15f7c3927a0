// What Kenes says when something about a consultation round, a comment or a council can't be done. Merged into the table of
// refusals.ts. Params, where the command gives them: opens, closes, earliest, day (days), open, count, present, needed, for
// (numbers), name, found (words).
import { longDay, number, plural } from '../format';
import type { Params } from '../shape';

const day = (value: string | number) => longDay('en', String(value));
const n = (value: string | number) => number('en', Number(value));

export const roundRefusals = {
  round_opened_already: () => ({
    what: 'The round has already been opened.',
    why: 'What was published at its opening stays as it was, because people comment on it.',
    now: 'Add a later version of the document, or move the last day for comments with a public reason.',
  }),
  round_not_open: ({ opens, closes }: Params) => ({
    what: 'The round takes no comments today.',
    why:
      opens !== undefined && closes !== undefined
        ? `Comments are taken from ${day(opens)} to ${day(closes)}, both days included.`
        : 'Comments are taken from the first to the last day that the host named.',
    now: 'Follow the round: a letter tells you when it opens, reopens, or publishes its outcome.',
  }),
  round_still_open: ({ closes }: Params) => ({
    what: 'Comments are still being taken.',
    why:
      closes === undefined
        ? 'This comes after the last day for comments.'
        : `The last day for comments is ${day(closes)}. This comes after it.`,
    now: 'Wait until the last day has passed. Comments that are here already can be grouped now.',
  }),
  round_completed: () => ({
    what: 'The round is completed.',
    why: 'Its outcome is published, and what was answered and decided stays as it is.',
    now: 'Report on its commitments, or open another round.',
  }),
  round_not_decided: () => ({
    what: 'The outcome can’t be published yet.',
    why: 'The decision that was taken after the comments is not recorded.',
    now: 'Record the decision and what happens next, then publish the outcome.',
  }),
  already_decided: () => ({
    what: 'The decision has already been recorded.',
    why: 'A round ends with one decision, and it stands signed on the round’s page.',
    now: 'Publish the outcome. What changed since then can be said there.',
  }),
  gate_barred: ({ count }: Params) => ({
    what: 'The round was not opened.',
    why:
      count === undefined
        ? 'Some checks of the gate are neither passed nor waived.'
        : plural('en', Number(count), {
            one: '{n} check of the gate is neither passed nor waived.',
            other: '{n} checks of the gate are neither passed nor waived.',
          }),
    now: 'Look at the scorecard and put in order what it marks. What can’t be, the head may waive with a signed reason that everyone sees.',
  }),
  waiver_not_possible: () => ({
    what: 'This check can’t be waived.',
    why: 'It is passed already, or the round would be no consultation without it.',
    now: 'Look at the scorecard: if the check is not passed, it shows what is missing.',
  }),
  period_too_short: ({ earliest }: Params) => ({
    what: 'The period for comments would be too short.',
    why:
      earliest === undefined
        ? 'The guide names the fewest working days for a round of this kind, and days off do not count.'
        : `By the guide a round of this kind may not end before ${day(earliest)}. Days off do not count.`,
    now: earliest === undefined ? 'Choose a later last day.' : `Choose ${day(earliest)} or a later day.`,
  }),
  period_not_later: ({ closes }: Params) => ({
    what: 'This would give nobody more time.',
    why:
      closes === undefined
        ? 'The new last day is not later than the present one.'
        : `The last day for comments is ${day(closes)} already.`,
    now: 'Choose a later day.',
  }),
  period_not_shorter: ({ closes }: Params) => ({
    what: 'This would not shorten the period.',
    why:
      closes === undefined
        ? 'The new last day is not earlier than the present one, or it has passed.'
        : `The last day for comments is ${day(closes)}. A shorter period ends earlier, and not before today.`,
    now: 'Choose an earlier day, or extend the round.',
  }),
  document_not_of_kind: () => ({
    what: 'The document was not added.',
    why: 'A round of this kind has no document of this sort.',
    now: 'Choose another sort. Whatever else people should know before they speak is added as materials.',
  }),
  document_unreadable: () => ({
    what: 'No text could be read in the document.',
    why: 'It is empty, locked, or a picture of a text. Such a document can’t be searched, split into clauses or quoted.',
    now: 'Send the document in which the text was written (DOCX), or paste the text.',
  }),
  document_not_docx: ({ name }: Params) => ({
    what: name === undefined ? 'The file is not a DOCX document.' : `The file “${name}” is not a DOCX document.`,
    why: 'Whatever its name says, its content is of another kind.',
    now: 'Save the document as DOCX and send it again, or paste the text.',
  }),
  clause_unknown: () => ({
    what: 'There is no such clause in this version of the document.',
    why: 'It stood in another version, or the address was changed.',
    now: 'Open the document and choose the clause again. A comment on the whole document needs none.',
  }),
  contributors_only: () => ({
    what: 'You can’t contribute to this round.',
    why: 'In a round of this kind the recommendations of a public council, or of whoever carried out the control, are answered.',
    now: 'Read the recommendations and the answers on the round’s page. Your own question you may file as an appeal.',
  }),
  comment_ended: () => ({
    what: 'This comment no longer changes.',
    why: 'It was answered or withdrawn.',
    now: 'Open the comment to read its answer. While the round is open, you may send another one.',
  }),
  comment_grouped_elsewhere: ({ numbers }: Params) => ({
    what: 'The comments were not put into this point.',
    why:
      numbers === undefined
        ? 'One of them belongs to another point, and a comment has one answer.'
        : `Already in another point: ${numbers}. A comment has one answer.`,
    now: 'Take them out of their present point first, on that point’s page.',
  }),
  comments_unanswered: ({ open }: Params) => ({
    what: 'The round can’t be completed.',
    why:
      open === undefined
        ? 'Some comments have no answer yet.'
        : plural('en', Number(open), {
            one: '{n} comment has no answer yet.',
            other: '{n} comments have no answer yet.',
          }),
    now: 'Answer each of them, hidden and late ones too. Many that say the same can be answered as one point.',
  }),
  point_unknown: () => ({
    what: 'There is no such point in this round.',
    why: 'It belongs to another round, or the address was changed.',
    now: 'Go back to the list of points and choose again.',
  }),
  point_empty: () => ({
    what: 'The point has no comments.',
    why: 'Without comments there is nobody to answer.',
    now: 'Add the comments that say the same to it first.',
  }),
  point_without_draft: () => ({
    what: 'There is no draft answer to decide on.',
    why: 'None was submitted, or it was approved or returned already.',
    now: 'Open the point to see where it stands.',
  }),
  same_person: () => ({
    what: 'You can’t approve this answer.',
    why: 'You drafted it, and who drafts does not approve.',
    now: 'Ask another head of the body to approve it or return it.',
  }),
  change_missing: () => ({
    what: 'The answer does not show what changed.',
    why: 'Accepted means that the text was changed. Such an answer shows the changed clause of a later version.',
    now: 'Add the new version of the document and choose the changed clause in it, or choose another disposition.',
  }),
  change_not_different: () => ({
    what: 'The clause shown says the same as before.',
    why: 'Accepted means that the text was changed, and this clause reads as it did in the version people commented on.',
    now: 'Choose the clause that was changed, add the version with the change, or choose another disposition.',
  }),
  change_undone: ({ version }: Params) => ({
    what: 'The answer was not approved.',
    why:
      version === undefined
        ? 'The changed clause that it shows is not in the newest version of the document.'
        : `In the newest version of the document (${n(version)}) the clause reads again as it did when people commented on it, and accepted means that the text was changed.`,
    now: 'Return the draft: it has to show a clause that is changed in the newest version, or to say another disposition. If the change was lost by mistake, add a version that has it.',
  }),
  target_missing: () => ({
    what: 'The answer does not say which comment it is the same as.',
    why: 'A comment marked as the same as another one shares the answer of that one.',
    now: 'Name the other comment of this round by its number.',
  }),
  target_unanswered: ({ number: named }: Params) => ({
    what: 'The answer was not approved.',
    why:
      named === undefined
        ? 'The comment that it is the same as has no answer yet, so there is none to share.'
        : `${named} has no answer yet, so there is none to share.`,
    now: 'Answer that comment first, then approve this answer.',
  }),
  target_is_duplicate: ({ number: named, other }: Params) => ({
    what: 'The comment named is itself marked as the same as another one.',
    why:
      named === undefined || other === undefined
        ? 'Whoever follows the answer would be led on from one comment to the next.'
        : `${named} is said to be the same as ${other}. Whoever follows the answer would be led on from one comment to the next.`,
    now:
      other === undefined
        ? 'Name the comment that has an answer of its own.'
        : `Name ${other}. An answer that is drafted already has to be returned for that.`,
  }),
  duplicate_circle: ({ number: named }: Params) => ({
    what: 'The answers would point at each other.',
    why:
      named === undefined
        ? 'The comment named is itself answered by one of this point, so that nobody would be answered.'
        : `${named} is itself answered by a comment of this point, so that nobody would be answered.`,
    now: 'Answer this point with a reason of its own. Those that point to it share that answer.',
  }),
  personal_data_found: ({ found }: Params) => ({
    what: 'The text was not published.',
    why:
      found === undefined
        ? 'It seems to hold personal data: an IIN, a phone number, an e-mail address or a card number.'
        : `It seems to hold personal data: ${found}.`,
    now: 'Take the data out and send the text again. If publishing it is lawful and harms nobody, confirm that in the form; an IIN is never published.',
  }),
  nothing_to_moderate: () => ({
    what: 'Nothing was changed.',
    why: 'The comment is hidden already, or it was never hidden.',
    now: 'Open the moderation log to see what was done and why.',
  }),
  meeting_held: () => ({
    what: 'This meeting has been recorded already.',
    why: 'Minutes that are signed stay as they are.',
    now: 'Call another meeting, or correct what was decided at the next one.',
  }),
  meeting_to_come: ({ day: on }: Params) => ({
    what: 'This meeting is still to come.',
    why:
      on === undefined
        ? 'The minutes of a meeting are recorded on its day or later.'
        : `It is called for ${day(on)}; minutes are recorded on that day or later.`,
    now: 'Change its day, or come back when it was held.',
  }),
  quorum_missing: ({ present, needed }: Params) => ({
    what: 'The council has no quorum.',
    why:
      present === undefined || needed === undefined
        ? 'Too few members took part. Those who withdrew for an interest do not count.'
        : `Took part: ${n(present)}; needed: ${n(needed)}. Those who withdrew for an interest do not count.`,
    now: 'Record the votes of more members, put the question to the next meeting, or tick that the vote is to be recorded as it went.',
  }),
  not_adopted: ({ for: votes, needed }: Params) => ({
    what: 'The view was not adopted.',
    why:
      votes === undefined || needed === undefined
        ? 'Fewer members voted for it than the law asks.'
        : `Votes for it: ${n(votes)}; needed: ${n(needed)}.`,
    now: 'Check the votes, put a changed text to the vote, or tick that the vote is to be recorded as it went.',
  }),
  recused: ({ name }: Params) => ({
    what: name === undefined ? 'This member can’t vote here.' : `${name} can’t vote here.`,
    why: 'There is an interest, declared or shown by the register: who works at the body, is funded through it or has another interest does not vote on its drafts.',
    now: 'Record the view without this vote. The recusal is shown beside it.',
  }),
  interest_bars: ({ names }: Params) => ({
    what: 'You can’t sign this act in this round.',
    why: 'You have an interest in it: you declared one, you hold a role at the body whose draft the council speaks on, or you speak for an organisation that took part.',
    now:
      names === undefined
        ? 'Nobody else holds the role now. An administrator can give it to somebody without an interest.'
        : `Somebody without an interest acts in your place: ${names}.`,
  }),
  view_given_already: () => ({
    what: 'The council has already given its view.',
    why: 'A council gives one view on a round, with votes and dissent.',
    now: 'Read it on the round’s page. What the council asks besides, it may send as recommendations.',
  }),
  no_view: () => ({
    what: 'There is no view to reply to.',
    why: 'The council has not given its view on this round.',
    now: 'Come back when it has. A letter will tell the heads of the body.',
  }),
  commitment_unknown: () => ({
    what: 'There is no such commitment in this round.',
    why: 'It belongs to another round, or the address was changed.',
    now: 'Choose one of the commitments on the round’s page.',
  }),
  commitment_reported_already: () => ({
    what: 'This commitment has already been reported on.',
    why: 'A report is given once, and people judge by it whether the commitment was kept.',
    now: 'Read the report on the round’s page. New facts belong into the report on what followed.',
  }),
  commitment_not_reported: () => ({
    what: 'It can’t be judged yet whether the commitment was kept.',
    why: 'The body has not reported on it.',
    now: 'Come back when the report is there. A letter tells everyone who took part.',
  }),
  view_not_asked: () => ({
    what: 'No council’s view is recorded in this round.',
    why: 'A round of this kind takes no view of a public council: the council speaks by recommendations, or there is no draft yet.',
    now: 'Send recommendations from the council, or wait for the draft and its round.',
  }),
  council_answered_already: () => ({
    what: 'The council has its reply already.',
    why: 'One signed reply is given to one view.',
    now: 'Read the reply on the round’s page. What changed since can be said in the outcome.',
  }),
  hearing_not_called: () => ({
    what: 'There is no hearing in this round.',
    why: 'A round of this kind has none, or no day was named for it when the round was opened.',
    now: 'Open a round of the kind “public hearing” and name its day, time and place.',
  }),
  hearing_not_yet: ({ day: called }: Params) => ({
    what: 'The hearing has not taken place yet.',
    why: called === undefined ? 'Its day is still to come.' : `It was called for ${day(called)}.`,
    now: 'Record the protocol on that day or later.',
  }),
  hearing_held_already: () => ({
    what: 'The protocol of the hearing is recorded already.',
    why: 'A hearing has one protocol, and it stands signed on the round’s page.',
    now: 'What was said at the hearing can still be entered as comments.',
  }),
  hearing_protocol_missing: ({ day: called }: Params) => ({
    what: 'The outcome can’t be published yet.',
    why:
      called === undefined
        ? 'The protocol of the hearing is missing. The law has the final protocol of a hearing published with its reasons.'
        : `The protocol of the hearing called for ${day(called)} is missing. The law has the final protocol of a hearing published with its reasons.`,
    now: 'Record the protocol on the page of the round’s acts, then publish the outcome. If the hearing did not take place, the protocol says so.',
  }),
  report_incomplete: ({ points, documents }: Params) => ({
    what: 'The outcome can’t be published yet: the report would not be whole in both state languages.',
    why: [
      'The report stands in Kazakh and Russian.',
      points ? `Points without a title in both languages: ${points}.` : '',
      documents
        ? `An answer shows what changed in the text of the other language; these texts have no later version: ${documents}.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    now: 'Write the titles in this form. A later version of a text is added on the page of the round’s documents; then publish the outcome.',
  }),
  hearing_to_come: ({ day: called }: Params) => ({
    what: 'The decision can’t be recorded yet.',
    why:
      called === undefined
        ? 'A hearing was called before it, and its day is still to come.'
        : `A hearing was called for ${day(called)}, and the decision comes after it.`,
    now: 'Hold the hearing, then record the decision.',
  }),
  hearing_notice_short: ({ announced, last, days }: Params) => ({
    what: 'The decision can’t be recorded today.',
    why:
      announced === undefined || last === undefined
        ? 'The hearing was announced too late before it.'
        : `Its hearing was announced on ${day(announced)}; for a decision today it had to be announced by ${day(last)}.`,
    now:
      days === undefined
        ? 'Record the decision on a later day.'
        : plural('en', Number(days), {
            one: 'Record the decision when {n} working day has passed since the announcement.',
            other: 'Record the decision when {n} working days have passed since the announcement.',
          }),
  }),
  first_head_only: ({ names }: Params) => ({
    what: 'This reply is not yours to sign.',
    why: 'A reply to a public council is signed by the first head of the body, or by whoever acts for the first head.',
    now:
      names === undefined
        ? 'Nobody is named as the first head here. An administrator does that on the body’s page.'
        : `It can be signed by ${names}. If somebody else acts for the first head now, an administrator names that person on the body’s page.`,
  }),
  outcome_not_published: () => ({
    what: 'It is too early to report what followed.',
    why: 'The outcome of the round is not published yet.',
    now: 'Publish the outcome first, then report on the day it names.',
  }),
  followed_up_already: () => ({
    what: 'What followed has already been reported.',
    why: 'The report is given once and stands signed on the round’s page.',
    now: 'New facts belong into the reports on single commitments, or into a new round.',
  }),
  council_closed: () => ({
    what: 'This council is closed.',
    why: 'It was dissolved, and nobody new sits on it.',
    now: 'If that was a mistake, an administrator can open it again.',
  }),
  seat_taken: () => ({
    what: 'This seat is taken.',
    why: 'A council has one chair and one secretary at a time, and somebody holds the role.',
    now: 'End the present role first, then invite again.',
  }),
  secretary_apart: () => ({
    what: 'Nobody can be secretary and member of the same council.',
    why: 'By law the secretary of a public council is not a member of it, and this person holds the other role there.',
    now: 'End the present role first, or invite somebody else.',
  }),
  term_too_long: ({ latest }: Params) => ({
    what: 'The term is too long.',
    why:
      latest === undefined
        ? 'A member of a public council is appointed for a limited term.'
        : `A member of a public council is appointed for a limited term: this one can last until ${day(latest)} at the latest.`,
    now: 'Name an earlier last day. When the term is over, the same person can be appointed again.',
  }),
  terms_used_up: ({ latest }: Params) => ({
    what: 'This would be more than two terms in a row.',
    why:
      latest === undefined
        ? 'By law nobody sits on a public council for more than two terms in a row.'
        : `By law nobody sits on a public council for more than two terms in a row: for this person they end on ${day(latest)} at the latest.`,
    now: 'Name an earlier last day, or invite somebody else. After a break the same person can be appointed again.',
  }),
  organisation_seated: ({ name }: Params) => ({
    what: 'This person can’t be a member of the council.',
    why:
      name === undefined
        ? 'By law an organisation has one representative on a public council, and a member already speaks for this one.'
        : `By law an organisation has one representative on a public council, and a member already speaks for ${name}.`,
    now: 'Invite somebody from another organisation, or end the seat of the present representative first.',
  }),
  term_ended: ({ name }: Params) => ({
    what: 'The votes were not recorded.',
    why:
      name === undefined
        ? 'Somebody voted whose seat on the council is over.'
        : `No longer on the council: ${name}. Whose term is over does not vote and does not count towards the quorum.`,
    now: 'Record the votes of the present members. A new term is given by the administrator.',
  }),
  chair_is_official: () => ({
    what: 'This person can’t chair the council.',
    why: 'By law the chair is chosen from the members and is not a civil servant; this person holds an office at a state body.',
    now: 'Invite another member as chair.',
  }),
};
