// To who holds a right to answer a wave of a survey: the invitation, and the reminder to those who have not taken it yet.
import type { LetterOf } from '../../core/letter';
import { dayIn, type Context, type Draft, type Letter } from '../letter';

type Data = LetterOf<'survey_invitation'>['data'];

function draftOf(data: Data, context: Context, say: Context['text']['surveyLetters']['survey_invitation']): Draft {
  const { surveyLetters, letters } = context.text;
  const { locale } = context;
  return {
    subject: say.subject(data.titles[locale]),
    heading: say.heading,
    paragraphs: [
      surveyLetters.asked[data.direction](data.body[locale]),
      surveyLetters.minutes(data.minutes),
      surveyLetters.anonymous,
      say.note,
    ],
    facts: [
      { term: surveyLetters.facts.wave, value: data.titles[locale] },
      { term: letters.facts.body, value: data.body[locale] },
      { term: surveyLetters.facts.closes, value: dayIn(context, data.closesDay) },
    ],
    button: { label: surveyLetters.button, path: data.path },
    law: null,
  };
}

export const surveyInvitation: Letter<'survey_invitation'> = (data, context) =>
  draftOf(data, context, context.text.surveyLetters.survey_invitation);
export const surveyReminder: Letter<'survey_reminder'> = (data, context) =>
  draftOf(data, context, context.text.surveyLetters.survey_reminder);
