// A template with what the case says in the places of its placeholders, as a form of an answer is filled with it. The name of an applicant who
// hides it is not filled in: an answer is read by everyone.
import type { Day } from '../../core/day';
import { filled, type Template } from '../../core/template';
import type { CaseFacts } from '../../queries/case-facts';
import { longDay } from '../../text/format';

type Said = Pick<Template, 'language' | 'text' | 'requirements'>;

/** Field of the form -> its words. Days are written in the template's language. */
export function filledFrom(
  { language, text, requirements }: Said,
  { appeal, applicant, body }: Pick<CaseFacts, 'appeal' | 'applicant' | 'body'>,
  { signer, today }: { signer: string; today: Day },
): Record<string, string> {
  const values = {
    number: appeal.number,
    subject: appeal.subject,
    ...(appeal.nameHidden ? {} : { applicant: applicant.organisation ?? applicant.person }),
    registered: longDay(language, appeal.registeredDay),
    due: longDay(language, appeal.dueDay),
    body: body.names[language],
    today: longDay(language, today),
    officer: signer,
  };
  return {
    language,
    text: filled(text, values),
    ...Object.fromEntries(
      Object.entries(requirements).map(([id, words]) => [`requirements.${id}`, filled(words, values)]),
    ),
  };
}
