// Asking what the page of a case said on a day, and saying so above what it said.
import type { Day } from '../../core/day';
import type { Locale, Text } from '../../text';
import { Field } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { Details } from '../../ui/details';
import { Alert } from '../../ui/notice';

type Props = { t: Text; locale: Locale; number: string };

export function AskAsOf({ t, locale, number, first, today }: Props & { first: Day; today: Day }) {
  const say = t.corrections.asOf;
  return (
    <Details summary={say.title} id="as-of">
      <FilterBar action={`/${locale}/appeals/${number}`} label={say.title} apply={say.submit}>
        <Field name="on" label={say.label} type="date" min={first} max={today} />
      </FilterBar>
    </Details>
  );
}

export function AsOfBanner({ t, locale, number, on, known }: Props & { on: Day; known: boolean }) {
  const say = t.corrections.asOf;
  return (
    <Alert tone="warning" title={say.banner(on)}>
      <p>{known ? say.text : say.before}</p>
      <p>
        <a href={`/${locale}/appeals/${number}`}>{say.today}</a>
      </p>
    </Alert>
  );
}
