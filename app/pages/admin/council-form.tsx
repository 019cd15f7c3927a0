// The names of a public council, in three languages. Used by the administration's two pages of a council.
import type { ReactNode } from 'react';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Stack } from '../../ui/layout';
import { Refused } from '../refused';
import type { RefusalView } from '../respond';

const NAMES = [
  ['nameKk', 'kk'],
  ['nameRu', 'ru'],
  ['nameEn', 'en'],
] as const satisfies readonly (readonly [string, Locale])[];

type Props = {
  t: Text;
  /** What stands in a field: typed before, or stored. */
  value: (name: string) => string;
  refused: RefusalView | undefined;
  hidden: Record<string, string>;
  submit: string;
  /** Labels of the fields that stand under the names. */
  labels?: Record<string, string>;
  children?: ReactNode;
};

export function CouncilForm({ t, value, refused, hidden, submit, labels, children }: Props) {
  const { nameKk, nameRu, nameEn } = t.administration;
  return (
    <Stack>
      <Refused t={t} refused={refused} labels={{ nameKk, nameRu, nameEn, ...labels }} />
      <Form>
        <Hidden values={hidden} />
        {NAMES.map(([name, lang]) => (
          <Field
            key={name}
            name={name}
            label={t.administration[name]}
            lang={lang}
            required
            value={value(name)}
            error={refused?.fields[name]}
          />
        ))}
        {children}
        <FormActions>
          <SubmitButton>{submit}</SubmitButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
