// The other cases of an appeal that went to several bodies: each with its own number, clock and answer.
import type { CaseView } from '../../queries/case';
import type { Locale, Text } from '../../text';
import { Section } from '../../ui/layout';

export function Together({ t, locale, view: { together } }: { t: Text; locale: Locale; view: CaseView }) {
  if (together.length === 0) return null;
  const say = t.case.together;
  return (
    <Section title={say.title} lead={say.lead} id="together">
      <ul className="steps">
        {together.map(({ number, body, open }) => (
          <li key={number}>
            {open ? <a href={`/${locale}/appeals/${number}`}>{t.case.number(number)}</a> : t.case.number(number)},{' '}
            {body}
          </li>
        ))}
      </ul>
    </Section>
  );
}
