// What Kenes says when something about a trust survey can't be done. Merged into the table of refusals.ts. Params: opens, closes (days).
import { longDay, plural } from '../format';
import type { Params } from '../shape';

const day = (value: string | number) => longDay('en', String(value));

export const surveyRefusals = {
  instrument_unknown: () => ({
    what: 'There is no such questionnaire.',
    why: 'It is neither in the guide in force nor published by a council.',
    now: 'Choose one of the questionnaires on the list.',
  }),
  instrument_faulty: ({ count }: Params) => ({
    what: 'The questionnaire can’t be published yet.',
    why: `The check found ${plural('en', Number(count), { one: '{n} thing', other: '{n} things' })} to put right first.`,
    now: 'Go through the list of the check: each line leads to the form where it is put right.',
  }),
  instrument_unchanged: () => ({
    what: 'Nothing has changed since the last version.',
    why: 'A version is published when something in it differs, so that people know why there is another one.',
    now: 'Change the draft first, or use the version that is published.',
  }),
  instrument_unreadable: ({ name }: Params) => ({
    what: name === undefined ? 'This is not a questionnaire.' : `The file “${name}” is not a questionnaire.`,
    why: 'It is not in the form in which questionnaires are downloaded here, or it is cut off.',
    now: 'Download a questionnaire to see the form, put your text right, and try again.',
  }),
  wave_not_open: ({ opens, closes }: Params) => ({
    what: 'No answers are taken in this wave today.',
    why:
      opens !== undefined && closes !== undefined
        ? 'Answers were or will be taken from ' + day(opens) + ' to ' + day(closes) + ', both days included.'
        : 'Answers are taken from its first to its last day.',
    now: 'Look at the wave’s page: it says when it opens, or what came out of it.',
  }),
  wave_opened_already: () => ({
    what: 'The wave has already been opened.',
    why: 'What people are asked stays as it is, because some may have answered.',
    now: 'Cancel the wave with a reason, and plan another.',
  }),
  no_right: () => ({
    what: 'You were not invited to answer in this wave.',
    why: 'One NGO has one right to answer about one body, and officials those who had a part in its cases: this keeps the figures comparable.',
    now: 'If you act for the NGO in another account, use that one. Waves that are open to everyone say so on their page.',
  }),
  right_taken: () => ({
    what: 'Your right to answer has already been taken.',
    why: 'It is given once, so that each counts once. Nobody can see whether and what was answered with it.',
    now: 'Go on in the browser in which you took it, or with the credential that you kept. It can’t be given again.',
  }),
  credential_unreadable: () => ({
    what: 'This is not a credential.',
    why: 'It is cut off or changed: a credential is one long line of letters and digits.',
    now: 'Copy the whole line, without spaces, and try again.',
  }),
  credential_foreign: () => ({
    what: 'This credential does not belong here.',
    why: 'It was not signed for this body and this wave.',
    now: 'Open the page of the body for which you took the right to answer.',
  }),
};
