// What the forms of contests are made of: a text in both state languages, the choice of a claim with its day, the ballots.
import type { RulingForm } from '../../queries/contesting';
import type { Text } from '../../text';
import { Fieldset } from '../../ui/choice';
import { Details } from '../../ui/details';
import { Field, Select, TextArea } from '../../ui/field';
import { Pair } from '../../ui/layout';
import { Tag } from '../../ui/words';

export type Filled = { t: Text; value: (name: string) => string; wrong: (name: string) => string | undefined };
const VOTES = ['for', 'against', 'abstained', 'absent'] as const;

export function InBoth({ t, value, wrong, name, most }: Filled & { name: 'reasons' | 'reason'; most: number }) {
  return (
    <Pair>
      {(['Kk', 'Ru'] as const).map((one) => (
        <TextArea
          key={one}
          name={name + one}
          label={t.contests.fields[`${name}${one}`]}
          lang={one === 'Kk' ? 'kk' : 'ru'}
          rows={5}
          maxLength={most}
          value={value(name + one)}
          error={wrong(name + one)}
          required
        />
      ))}
    </Pair>
  );
}

export const ClaimDay = ({ t, value, wrong }: Filled) => (
  <Field
    name="day"
    type="date"
    width="m"
    label={t.contests.fields.day}
    hint={t.contests.fields.dayHint}
    value={value('day')}
    error={wrong('day')}
  />
);

export function Ballots({ t, value, wrong, form }: Filled & { form: RulingForm }) {
  const say = t.roundWork;
  return (
    <Fieldset
      size="large"
      legend={t.contests.fields.votes}
      hint={say.quorum(form.needed, form.voting)}
      id="votes"
      error={wrong('votes')}
    >
      <ul className="ballots wide">
        {form.members.map(({ personId, name, barred }) =>
          barred ? (
            <li key={personId}>
              <p>
                {name} <Tag tone="clock">{say.recused}</Tag>
              </p>
            </li>
          ) : (
            <li key={personId}>
              <Select
                name={`vote.${personId}`}
                label={name}
                width="m"
                value={value(`vote.${personId}`) || 'absent'}
                options={VOTES.map((one) => ({ value: one, label: say.votes[one] }))}
              />
              <Details summary={say.fields.dissent} open={value(`dissent.${personId}`) !== ''}>
                <TextArea
                  name={`dissent.${personId}`}
                  label={
                    <>
                      {say.fields.dissent}
                      <span className="unseen">: {name}</span>
                    </>
                  }
                  rows={3}
                  maxLength={10_000}
                  value={value(`dissent.${personId}`)}
                />
              </Details>
            </li>
          ),
        )}
      </ul>
    </Fieldset>
  );
}
