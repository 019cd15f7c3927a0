// How a seat on a council is held: from which side its holder comes, and for which term. Asked when somebody is invited, and corrected for
// those who sit there.
import { SIDES } from '../../core/composition';
import { dayOf } from '../../core/day';
import { lastDayBefore } from '../../core/seat-term';
import type { Staff } from '../../queries/staff';
import type { Locale, Text } from '../../text';
import { numericDay } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { RadioCards } from '../../ui/choice';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { textOf } from '../form';
import { Refused } from '../refused';
import type { Answered } from '../respond';

export const seatLabels = ({ councils: { admin } }: Text) => ({
  ...{ side: admin.side, termFrom: admin.termFrom, termUntil: admin.termUntil, membershipId: admin.seat },
});

type FieldsProps = Answered & {
  t: Text;
  prefix: string;
  /** The longest term, in months; null where the guide has none. */
  months: number | null;
  /** Whether the first day is asked too. */
  from?: true;
};

export function SeatFields({ t, prefix, months, from, refused, typed }: FieldsProps) {
  const say = t.councils.admin;
  const sides = t.councils.composition.sides;
  const date = (name: 'termFrom' | 'termUntil', hint: string | undefined) => (
    <Field
      name={name}
      id={`${prefix}${name}`}
      type="date"
      label={say[name]}
      hint={hint}
      width="m"
      required={!from}
      mark={from ? t.accounts.optional : undefined}
      value={textOf(typed, name)}
      error={refused?.fields[name]}
    />
  );
  return (
    <>
      <RadioCards
        name="side"
        id={`${prefix}side`}
        legend={say.side}
        hint={say.sideHint}
        value={textOf(typed, 'side')}
        options={SIDES.map((value) => ({ value, label: sides[value], text: say.sideTexts[value] }))}
        error={refused?.fields.side}
      />
      {from ? date('termFrom', say.termFromHint) : null}
      {date('termUntil', from && months !== null ? say.termUntilHint(months) : undefined)}
    </>
  );
}

type CorrectProps = { t: Text; locale: Locale; staff: Staff; months: number | null; answer: Answered };

/** Nothing where nobody sits there yet. */
export function CorrectSeat({ t, locale, staff, months, answer }: CorrectProps) {
  const say = t.councils.admin;
  const prefix = 'seat-';
  const { refused, typed } = answer;
  const members = staff.officials.filter(({ role }) => role !== 'council_secretary');
  if (members.length === 0) return null;
  const { sides, noTerm } = t.councils.composition;
  const standing = ({ side, since, until }: (typeof members)[number]) =>
    [
      side === 'civil' || side === 'state' ? sides[side] : sides.unknown,
      `${numericDay(locale, dayOf(since))} – ${until === null ? noTerm : numericDay(locale, lastDayBefore(until))}`,
    ].join('; ');
  return (
    <Section title={say.correct} lead={say.correctLead} id="seats">
      <Stack>
        <Refused t={t} refused={refused} labels={seatLabels(t)} prefix={prefix} />
        <Form>
          <Hidden values={{ intent: 'correct' }} />
          <Select
            name="membershipId"
            id={`${prefix}membershipId`}
            label={say.seat}
            empty={say.seatChoose}
            value={textOf(typed, 'membershipId')}
            error={refused?.fields.membershipId}
            options={members.map((one) => ({ value: one.membershipId, label: `${one.name} (${standing(one)})` }))}
          />
          <SeatFields {...{ t, prefix, months, refused, typed }} />
          <FormActions>
            <SubmitButton weight="secondary">{say.correct}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
    </Section>
  );
}
