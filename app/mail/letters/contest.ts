// The letters about a contest of what a case counts as: made, passed on to another council, ruled upon, withdrawn. To the council, the heads of
// the body and the applicant alike: each reads the same.
import { CONTEST, type Claim } from '../../../guide/schema';
import type { Bilingual } from '../../core/shape';
import type { LetterOf } from '../../core/letter';
import { caseFacts, lawOf, type Context, type Draft, type Letter } from '../letter';
import { quoted } from '../round-letter';

type About = Omit<LetterOf<'contest_withdrawn'>['data'], 'reasons'>;

const named = ({ text, words }: Context, claim: Claim, day: string | null): string =>
  text.contestLetters.named(words.name(`claim.${claim}.name`), day);

/** The facts, the button and the law of every such letter. */
const shared = (data: About, context: Context): Pick<Draft, 'facts' | 'button' | 'law'> => {
  const { text, locale } = context;
  const { facts, open } = text.contestLetters;
  return {
    facts: [
      ...caseFacts(data, context),
      { term: facts.council, value: data.council[locale] },
      { term: facts.claim, value: named(context, data.claim, data.claimDay) },
    ],
    button: { label: open, path: data.path },
    law: lawOf(context, CONTEST, { rule: 'contest_ruling' }),
  };
};

const reasonsOf = (reasons: Bilingual, by: 'reasonsOfBody' | 'reasonsOfCouncil', context: Context): Draft['quote'] =>
  quoted(reasons, context.text.contestLetters[by], context);

export const contestMade: Letter<'contest_made'> = (data, context) => {
  const { contest_made: say } = context.text.contestLetters;
  return {
    ...shared(data, context),
    ...{ subject: say.subject(data.number), heading: say.heading },
    paragraphs: [say.rules(data.rulesUntil), say.runsOn],
    quote: reasonsOf(data.reasons, 'reasonsOfBody', context),
  };
};

export const contestPassedOn: Letter<'contest_passed_on'> = (data, context) => {
  const { contest_passed_on: say, contest_made: made } = context.text.contestLetters;
  return {
    ...shared(data, context),
    ...{ subject: say.subject(data.number), heading: say.heading },
    paragraphs: [say.lead, made.rules(data.rulesUntil)],
    quote: reasonsOf(data.reasons, 'reasonsOfCouncil', context),
  };
};

export const contestRuled: Letter<'contest_ruled'> = (data, context) => {
  const { facts, contest_ruled: say } = context.text.contestLetters;
  const { facts: first, ...rest } = shared(data, context);
  const { effect, ruling } = data;
  return {
    ...rest,
    ...{ subject: say.subject(data.number), heading: say.heading, paragraphs: [say.lead] },
    facts: [
      ...first,
      { term: facts.ruling, value: context.words.name(`ruling.${ruling}.name`) },
      { term: facts.counts, value: effect ? named(context, effect.claim, effect.day) : facts.asBefore },
    ],
    quote: reasonsOf(data.reasons, 'reasonsOfCouncil', context),
  };
};

export const contestWithdrawn: Letter<'contest_withdrawn'> = (data, context) => {
  const { contest_withdrawn: say } = context.text.contestLetters;
  return {
    ...shared(data, context),
    ...{ subject: say.subject(data.number), heading: say.heading, paragraphs: [say.lead] },
    quote: reasonsOf(data.reasons, 'reasonsOfBody', context),
  };
};
