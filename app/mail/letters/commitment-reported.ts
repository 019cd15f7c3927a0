// To contributors: what the body says of a commitment of the outcome. Whether it was kept they may say themselves.
import type { Letter } from '../letter';
import { quoted, roundFacts, said } from '../round-letter';

export const commitmentReported: Letter<'commitment_reported'> = (data, context) => {
  const { facts, kept, inRussian, commitment_reported: say } = context.text.roundLetters;
  const { text: commitment, lang } = said(data.commitment, context);
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.lead],
    facts: [
      ...roundFacts(data, context),
      { term: lang ? inRussian(facts.commitment) : facts.commitment, value: commitment, lang },
      { term: facts.kept, value: kept[data.kept] },
    ],
    quote: quoted(data.evidence, facts.evidence, context),
    button: { label: say.button, path: data.path },
    law: null,
  };
};
