// What Kenes says when a step of a case beside its main line can't be taken. Part of refusals.ts.
import { longDay } from '../format';
import type { Params } from '../shape';

const day = (value: string | number | undefined) => (value === undefined ? '' : longDay('en', String(value)));

export const stepRefusals = {
  cure_not_known: () => ({
    what: 'This procedure has no step for putting defects right.',
    why: 'The law names no such step for cases of this kind.',
    now: 'Consider the appeal as it is.',
  }),
  cure_pending: ({ until }: Params) => ({
    what: 'The applicant has been asked already.',
    why: until ? `They have until ${day(until)}.` : 'What was asked has not been put right yet.',
    now: 'Wait for them, or consider the appeal as it is.',
  }),
  cure_not_asked: () => ({
    what: 'There is nothing to put right.',
    why: 'The body did not name a defect and a day, or what it named has been put right.',
    now: 'A body first names what is wrong and sets a day.',
  }),
  cure_running: ({ until }: Params) => ({
    what: 'The appeal can’t be returned yet.',
    why: until ? `The applicant has until ${day(until)} to put it right.` : 'The day that was set has not passed.',
    now: 'Wait until that day has passed.',
  }),
  cure_after_due: ({ due }: Params) => ({
    what: 'This day is too late.',
    why: due
      ? `Your own answer is due by ${day(due)}: the term does not stop while something is put right.`
      : 'The term for the answer does not stop while something is put right.',
    now: 'Choose an earlier day.',
  }),
  day_not_later: () => ({
    what: 'This day is too early.',
    why: 'It has to be a day after today.',
    now: 'Choose a later day.',
  }),
  day_not_past: () => ({
    what: 'This day is too late.',
    why: 'What has been done lies on today or before.',
    now: 'Choose the day on which it was done.',
  }),
  notice_served: () => ({
    what: 'This notice does not wait to be handed over.',
    why: 'The applicant has seen it, or it was sent on paper already.',
    now: 'Look at the notices on the page of the case.',
  }),
  nothing_to_correct: () => ({
    what: 'Nothing would change.',
    why: 'Every day that is shown comes out the same.',
    now: 'Look at what was corrected in the guide.',
  }),
  correction_settled: () => ({
    what: 'This correction is settled.',
    why: 'It was approved by two people, applied or withdrawn.',
    now: 'Look at its page.',
  }),
  correction_stale: () => ({
    what: 'The guide has changed since this was looked at.',
    why: 'What you would approve of is no longer what would be done.',
    now: 'Withdraw it and have it looked at anew.',
  }),
  approved_by_you: () => ({
    what: 'You have approved already.',
    why: 'Two different people have to approve.',
    now: 'Ask another administrator.',
  }),
  hearing_missing: ({ day: earliest }: Params) => ({
    what: 'A refusing decision can’t be given without a hearing.',
    why: 'Before a decision that burdens the applicant the body says what it intends, and the applicant can object or be heard.',
    now: earliest
      ? `Announce the decision; the first day on which it could then be given is ${day(earliest)}. A decision in the applicant’s favour needs no hearing.`
      : 'Announce the decision. A decision in the applicant’s favour needs no hearing.',
  }),
  decision_too_soon: ({ day: announced }: Params) => ({
    what: 'It is too early for this decision.',
    why: announced ? `It was announced for ${day(announced)}.` : 'It was announced for a later day.',
    now: 'Give it on that day or later, with the objections considered.',
  }),
  hearing_not_held: () => ({
    what: 'The applicant has not been heard yet.',
    why: 'A hearing in person was announced or asked for, and its protocol is not in the case.',
    now: 'Hold the hearing and record its protocol.',
  }),
  hearing_not_known: () => ({
    what: 'This procedure has no hearing.',
    why: 'The guide names none for cases of this kind.',
    now: 'Decide without one.',
  }),
  hearing_announced: () => ({
    what: 'The decision has been announced already.',
    why: 'It is announced once, with its day.',
    now: 'Open the case to see the day and the objections.',
  }),
  hearing_notice_late: ({ day: earliest }: Params) => ({
    what: 'The day of the decision is too near.',
    why: 'Between the notice and the decision there must be as many working days as the law sets.',
    now: earliest ? `Choose ${day(earliest)} or a later day.` : 'Choose a later day.',
  }),
  hearing_not_announced: () => ({
    what: 'No decision has been announced.',
    why: 'One can object to, or be heard about, what the body says that it intends.',
    now: 'Wait for the announcement. A letter will tell you.',
  }),
  objected_already: () => ({
    what: 'You have objected already.',
    why: 'It can be done once.',
    now: 'Your objections stand in the case.',
  }),
  objections_late: ({ until }: Params) => ({
    what: 'The time for objections has passed.',
    why: until ? `The last day was ${day(until)}.` : 'The law gives a number of days from the announcement.',
    now: 'Wait for the decision. You may complain against it.',
  }),
  protocol_of_written: () => ({
    what: 'A hearing in writing has no protocol.',
    why: 'The law asks for a protocol only where the applicant was heard in person or by video.',
    now: 'Consider the objections and say in the decision what you make of them.',
  }),
  hearing_not_set: () => ({
    what: 'No day was set for the oral hearing.',
    why: 'The applicant asked to be heard in person, and has to be told the day, time and place before.',
    now: 'First set the day of the hearing, then hold it and record its protocol.',
  }),
  hearing_not_asked: () => ({
    what: 'There is no oral hearing to set a day for.',
    why: 'The applicant did not ask to be heard in person, or a day was set already.',
    now: 'Open the case to see what was announced and asked.',
  }),
  hearing_too_near: ({ day: earliest }: Params) => ({
    what: 'The day of the hearing is too near.',
    why: 'The invitation has to leave earlier: as many working days before the hearing as the guide sets.',
    now: earliest ? `Choose ${day(earliest)} or a later day.` : 'Choose a later day.',
  }),
  remarks_none: () => ({
    what: 'There are no remarks to decide on.',
    why: 'Nobody remarked on the protocol, or the remarks were decided on.',
    now: 'Open the case to read them.',
  }),
  not_the_chair: ({ name }: Params) => ({
    what: 'Another official decides on these remarks.',
    why: name
      ? `${name} presided over the hearing, and decides on remarks to its protocol.`
      : 'Whoever presided over the hearing decides on remarks to its protocol.',
    now: 'Leave it to them, or act in their place while they are away.',
  }),
  protocol_recorded: () => ({
    what: 'The protocol is in the case already.',
    why: 'A hearing has one protocol.',
    now: 'Open the case to read it.',
  }),
  protocol_not_recorded: () => ({
    what: 'There is no protocol yet.',
    why: 'One can remark on the protocol of a hearing once it is in the case.',
    now: 'Wait for the protocol. A letter will tell you.',
  }),
  file_access_not_known: () => ({
    what: 'This procedure has no access to the file.',
    why: 'The guide names none for cases of this kind.',
    now: 'Ask for the documents by a request for information.',
  }),
  file_not_asked: () => ({
    what: 'Nobody is waiting for the file.',
    why: 'The applicant did not ask for it, or it has been given.',
    now: 'Open the case to see what was asked and given.',
  }),
  nothing_to_execute: () => ({
    what: 'There is nothing to carry out.',
    why: 'The case has no decision that leaves something to be done.',
    now: 'Open the case to read how it ended.',
  }),
  executed_already: () => ({
    what: 'The execution has been reported already.',
    why: 'It is reported once.',
    now: 'Open the case to see what the applicant says of it.',
  }),
  execution_not_reported: () => ({
    what: 'The body has not reported the execution yet.',
    why: 'One can say whether it was done only of what was reported.',
    now: 'Wait for the report. If the last day has passed, you may complain.',
  }),
  execution_judged_already: () => ({
    what: 'You have said already whether it was done.',
    why: 'It can be said once.',
    now: 'If it was not done, you may complain.',
  }),
  complaint_not_known: () => ({
    what: 'There is no pre-trial complaint about such a case.',
    why: 'The guide names another way for cases of this kind.',
    now: 'The page of the case says where one may turn.',
  }),
  complaint_too_early: ({ due }: Params) => ({
    what: 'There is nothing to complain of yet.',
    why: due ? `The body has until ${day(due)} to decide.` : 'The term of the body is still running.',
    now: 'Come back when the body has decided or the day has passed. Of anything else that it did you may complain without naming this case.',
  }),
  complaint_of_nothing: () => ({
    what: 'There is nothing of this body’s to complain of in this case.',
    why: 'You withdrew it, or it was sent on to another body.',
    now: 'Open the case at the body that considers it, or file a new appeal.',
  }),
  complaint_elsewhere: () => ({
    what: 'The complaint is filed with another body.',
    why: 'A complaint is filed with the body complained of; it passes it on to the one above.',
    now: 'Choose the body of the case that you complain about.',
  }),
  complaint_filed: ({ number }: Params) => ({
    what: number
      ? `You have complained about this case already: No. ${number}.`
      : 'You have complained about this case already.',
    why: 'One complaint about a case is considered at a time.',
    now: 'Follow that complaint, or withdraw it and file anew.',
  }),
  complaint_goes_up: ({ due }: Params) => ({
    what: 'This complaint has to be passed to the superior body.',
    why: due
      ? `The body complained of may only satisfy it in full, and only until ${day(due)}.`
      : 'The body complained of may only satisfy it in full, within the days it has to pass it on.',
    now: 'Satisfy it in full in time, or pass it on with the file by “Redirect”.',
  }),
  official_complained_of: () => ({
    what: 'You can’t decide this complaint.',
    why: 'You signed what it complains of.',
    now: 'Give it to another official.',
  }),
  redirect_whole: () => ({
    what: 'It can’t be redirected in part.',
    why: 'The guide knows only a redirect of the whole for cases of this kind.',
    now: 'Redirect it as a whole, or answer it.',
  }),
  absence_announced: ({ from, until }: Params) => ({
    what: 'There is an absence on some of these days already.',
    why:
      from && until ? `It is announced from ${day(from)} to ${day(until)}.` : 'An absence of that person is announced.',
    now: 'Choose other days, or end the other absence first.',
  }),
  absence_over: () => ({
    what: 'This absence is over.',
    why: 'Its last day has passed, or it was ended.',
    now: 'There is nothing left to do.',
  }),
  cover_away: ({ name, from, until }: Params) => ({
    what: name ? `${name} can’t act in that place on these days.` : 'This cover is away on these days.',
    why:
      from && until
        ? `An absence is announced from ${day(from)} to ${day(until)}.`
        : 'An absence of the cover is announced.',
    now: 'Choose another cover or other days.',
  }),
  nothing_to_hand_over: () => ({
    what: 'There is nothing to hand over.',
    why: 'This person has no open work at your body.',
    now: 'Choose another person.',
  }),
  placeholder_left: ({ names }: Params) => ({
    what: 'A placeholder of a template was left unfilled.',
    why: names ? `Still to be filled: ${names}.` : 'Something in double braces is still to be filled.',
    now: 'Put the right words in its place, or take it out.',
  }),
  join_elsewhere: () => ({
    what: 'These cases can’t be joined.',
    why: 'They stand at different bodies, and each body considers its own.',
    now: 'Tick cases of one body.',
  }),
  not_joined: () => ({
    what: 'This case is in no group.',
    why: 'It was not joined to others, or it has been taken out.',
    now: 'There is nothing left to do.',
  }),
  nothing_to_redact: () => ({
    what: 'Nothing would change by that.',
    why: 'The public reads this part so already.',
    now: 'Take out what may not be public, or choose another part.',
  }),
  four_eyes_needed: () => ({
    what: 'This answer needs a second official.',
    why: 'Your body has chosen that for such appeals one official drafts the answer and another signs it.',
    now: 'Put it before an approver by “Draft the answer”. The term runs on meanwhile.',
  }),
  draft_missing: () => ({
    what: 'No draft waits for a decision.',
    why: 'None was put before you, or it has been signed or sent back.',
    now: 'Open the case to see where it stands.',
  }),
  errand_unknown: () => ({
    what: 'There is no such open request.',
    why: 'It was answered, or it was not asked of your body.',
    now: 'Choose one of the requests offered.',
  }),
  return_needs_earlier: () => ({
    what: 'There is no such terminated case.',
    why: 'On this ground an appeal is returned only when your body considered and terminated an identical one of the same applicant.',
    now: 'Give the number of that case, or consider the appeal.',
  }),
};
