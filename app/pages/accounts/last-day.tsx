// The question for the last day of a mandate: with an invitation of a representative or an official, and of a mandate that is held. May stay empty.
import type { Text } from '../../text';
import { Field } from '../../ui/field';

type Props = { t: Text; prefix: string; value: string; error: string | undefined };

export function LastDay({ t, prefix, value, error }: Props) {
  const words = t.accounts.account;
  return (
    <Field
      name="lastDay"
      id={`${prefix}lastDay`}
      type="date"
      width="s"
      label={words.lastDay}
      mark={t.accounts.optional}
      hint={words.lastDayHint}
      value={value}
      error={error}
    />
  );
}
