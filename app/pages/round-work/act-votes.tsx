// The form of a council's view: its text in both state languages, and how each member voted. Members with an interest do not vote.
import type { RoundActView } from '../../queries/round-acts';
import { Details } from '../../ui/details';
import { Checkbox, Fieldset } from '../../ui/choice';
import { Select, TextArea } from '../../ui/field';
import { Hidden } from '../../ui/form';
import { Tag } from '../../ui/words';
import { textOf, type Typed } from '../form';
import { Both, type Asked } from './act-fields';

const VOTES = ['for', 'against', 'abstained', 'absent'] as const;
type Council = RoundActView['councils'][number];

export function Votes(asked: Asked) {
  const { t, view, value, wrong } = asked;
  const say = t.roundWork;
  return (
    <>
      <CouncilChoice {...asked} />
      <Both {...asked} name="text" rows={8} most={50_000} />
      {view.councils.map((council, at) => (
        <Fieldset
          key={council.id}
          size="large"
          legend={view.councils.length > 1 ? `${say.fields.votes}: ${council.name}` : say.fields.votes}
          hint={say.quorum(council.needed, council.voting)}
          id={at === 0 ? 'votes' : `votes-${council.id}`}
          error={at === 0 ? wrong('votes') : undefined}
        >
          <ul className="ballots wide">
            {council.members.map((member) => (
              <Ballot key={member.personId} {...asked} member={member} />
            ))}
          </ul>
        </Fieldset>
      ))}
      <Checkbox name="asItWent" label={say.asItWent} hint={say.asItWentHint} checked={value('asItWent') !== ''} />
    </>
  );
}

function Ballot({ t, value, wrong, member }: Asked & { member: Council['members'][number] }) {
  const say = t.roundWork;
  const { personId, name, post, conflict } = member;
  if (conflict)
    return (
      <li>
        <p>
          {name} <Tag tone="clock">{say.recused}</Tag>
        </p>
      </li>
    );
  const dissent = value(`dissent.${personId}`);
  const problem = wrong(`dissent.${personId}`);
  return (
    <li>
      <Select
        name={`vote.${personId}`}
        label={name}
        hint={post ?? undefined}
        width="m"
        value={value(`vote.${personId}`) || 'absent'}
        options={VOTES.map((one) => ({ value: one, label: say.votes[one] }))}
      />
      <Details summary={say.fields.dissent} open={dissent !== '' || problem !== undefined}>
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
          value={dissent}
          error={problem}
        />
      </Details>
    </li>
  );
}

/** The ballots as the command takes them: who was not there has none. */
export const votesIn = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => {
    const personId = /^vote\.([0-9a-f-]{36})$/.exec(name)?.[1];
    const vote = textOf(typed, name);
    return personId && vote !== 'absent' ? [{ personId, vote, dissent: textOf(typed, `dissent.${personId}`) }] : [];
  });

/** Where the command names a ballot by its place in the list, the form names its field by the member. */
export const ballotField = (name: string, typed: Typed): string =>
  name.replace(/^votes\.(\d+)\.dissent$/, (_, at: string) => `dissent.${votesIn(typed)[Number(at)]?.personId}`);

/** What the dissents are called where something is wrong with one. */
export const dissentLabels = ({ t, view }: Pick<Asked, 't' | 'view'>): Record<string, string> =>
  Object.fromEntries(
    view.councils.flatMap(({ members }) =>
      members.map(({ personId, name }) => [`dissent.${personId}`, `${t.roundWork.fields.dissent}: ${name}`]),
    ),
  );

/** For which council somebody speaks who sits on several; nothing to choose for everyone else. */
export function CouncilChoice({ t, view, value, wrong }: Asked) {
  const [only, ...more] = view.councils;
  // An official of the body speaks for none.
  if (!only) return null;
  if (more.length === 0) return <Hidden values={{ councilId: only.id }} />;
  return (
    <Select
      name="councilId"
      label={t.roundWork.fields.councilId}
      value={value('councilId')}
      error={wrong('councilId')}
      options={view.councils.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
