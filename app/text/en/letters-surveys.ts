// What letters about trust surveys say.
import { plural } from '../format';

export const surveyLetters = {
  facts: { wave: 'Survey', closes: 'Last day to answer' },
  asked: {
    ngo_to_body: (body: string) =>
      `Your organisation has dealt with this body: ${body}. You are asked how far you trust it.`,
    body_to_ngo: (body: string) =>
      `At your body (${body}) you have had a part in cases of NGOs. You are asked how far you trust the NGOs you deal with.`,
  },
  minutes: (n: number) => plural('en', n, { one: 'It takes {n} minute.', other: 'It takes {n} minutes.' }),
  anonymous:
    'Nobody can link your answers to you: your right to answer is signed without being seen, answers carry no name, time or address, and they are not read before the last day.',
  button: 'Take the right to answer',
  survey_invitation: {
    subject: (wave: string) => `You are asked: ${wave}`,
    heading: 'How far do you trust those you deal with?',
    note: 'Answering is voluntary. Results are published only where enough people answered.',
  },
  survey_reminder: {
    subject: (wave: string) => `Still open: ${wave}`,
    heading: 'You can still answer',
    note: 'We know only that the right to answer was not taken yet. Who answered what is known to nobody.',
  },
};
