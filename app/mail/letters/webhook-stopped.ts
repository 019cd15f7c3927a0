// To whose webhook it was: nothing is sent to it any more, why, and what to do.
import type { Letter } from '../letter';

export const webhookStopped: Letter<'webhook_stopped'> = ({ host, why, path }, { text }) => {
  const { letter: say, address } = text.webhooks;
  return {
    subject: say.subject(host),
    heading: say.heading,
    paragraphs: [say.why[why], say.now],
    facts: [{ term: address, value: host }],
    button: { label: say.button, path },
    law: null,
  };
};
