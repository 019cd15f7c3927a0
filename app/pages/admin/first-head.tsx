// Who of a body's heads signs what only its first head may sign: the first head, and whoever acts for the first head now.
import type { Staff } from '../../queries/staff';
import type { Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';

type Props = { t: Text; bodyId: string; staff: Staff; answer: Answered };

export function FirstHead({ t, bodyId, staff, answer: { refused, typed } }: Props) {
  const words = t.administration.head;
  const heads = staff.officials.filter(({ role }) => role === 'approver');
  if (heads.length === 0) return null;
  const options = heads.map(({ membershipId, name, post }) => ({
    value: membershipId,
    label: post ? `${name}, ${post}` : name,
  }));
  const named = (head: string) => heads.find((one) => one.head === head)?.membershipId ?? '';
  return (
    <Section title={words.title} lead={words.lead} id="first-head">
      <Stack>
        <Refused t={t} refused={refused} labels={{ firstId: words.first, actingId: words.acting }} />
        <Form>
          <Hidden values={{ intent: 'head', bodyId }} />
          {(['first', 'acting'] as const).map((head) => (
            <Select
              key={head}
              name={`${head}Id`}
              label={words[head]}
              empty={words.nobody}
              value={typed ? textOf(typed, `${head}Id`) : named(head)}
              error={refused?.fields[`${head}Id`]}
              options={options}
            />
          ))}
          <FormActions>
            <SubmitButton weight="secondary">{t.administration.save}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
