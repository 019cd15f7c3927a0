// To an organisation of the register: the invitation to say what it thinks, with the days on which that is possible.
import { dayRange } from '../../text/format';
import { lawOf, type Letter } from '../letter';
import { roundFacts } from '../round-letter';

export const roundInvitation: Letter<'round_invitation'> = (data, context) => {
  const { round_invitation: say } = context.text.roundLetters;
  return {
    subject: say.subject(data.number),
    heading: say.heading,
    paragraphs: [say.period(dayRange(context.locale, data.opensDay, data.closesDay)), say.answered],
    facts: roundFacts(data, context),
    button: { label: say.button, path: data.path },
    law: lawOf(context, data.procedure, { rule: 'comment_period' }),
  };
};
