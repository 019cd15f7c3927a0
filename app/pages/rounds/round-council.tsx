// What the public council said in a round: its view with its votes and the body's reply, votes by which no view came about, and who has an
// interest, with where that is known from.
import type { FailedPart, Voted } from '../../queries/round-council';
import type { ResultView } from '../../queries/round-result';
import { Details } from '../../ui/details';
import { Card, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList } from '../../ui/words';
import { Sources } from '../sources';
import type { Part } from './part';
import { byline, Said } from './said';

type Props = Pick<Part, 't'> & { result: ResultView };

/** Whether there is anything to show of the council, also a vote without a view or an interest. */
export const speaksOf = ({ council, notAdopted, conflicts }: ResultView): boolean =>
  council !== null || notAdopted.length > 0 || conflicts.length > 0;

export function Council({ t, result }: Props) {
  const say = t.round.council;
  const { council, notAdopted } = result;
  if (!speaksOf(result)) return null;
  return (
    <Section title={say.title} lead={council ? say.signed(byline(council.by), council.day) : undefined} id="council">
      <Stack>
        {council ? (
          <>
            <Said said={council.text} />
            <Votes t={t} voted={council} />
            {council.answer ? (
              <Card
                title={say.answer}
                level={3}
                tone="tint"
                meta={say.answered(byline(council.answer.by), council.answer.day, council.answer.capacity)}
                id="council-answer"
              >
                <Said said={council.answer.text} />
              </Card>
            ) : null}
          </>
        ) : null}
        {notAdopted.map((failed, n) => (
          <NotAdopted key={`${failed.day} ${n}`} t={t} failed={failed} />
        ))}
        <Interests t={t} result={result} />
      </Stack>
    </Section>
  );
}

function Interests({ t, result: { conflicts } }: Props) {
  const say = t.round.council;
  if (conflicts.length === 0) return null;
  return (
    <div>
      <h3>{say.conflicts}</h3>
      <ul className="steps">
        {conflicts.map(({ name, side, origin, conflict, explanation }) => (
          <li key={`${side} ${name} ${conflict}`}>
            {say.interest[side](name, origin === 'represents' ? say.represents : conflict)}
            <small className="case-line">{say.origin[origin === 'declared' ? 'declared' : 'register']}</small>
            {explanation ? <small className="case-line">{explanation}</small> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A text that was put to the vote and did not become the council's view: nothing is owed for it. */
function NotAdopted({ t, failed: part }: Pick<Part, 't'> & { failed: FailedPart }) {
  const say = t.round.council;
  const { failed } = part;
  return (
    <Card title={say.notAdopted} level={3} meta={say.signed(byline(part.by), part.day)}>
      <Stack>
        <p>{say.failed[failed.why](failed.had, failed.needed)}</p>
        <p>{say.nothingOwed}</p>
        <Details summary={say.putToVote}>
          <Said said={part.text} />
        </Details>
        <Votes t={t} voted={part} />
      </Stack>
    </Card>
  );
}

function Votes({ t, voted }: Pick<Part, 't'> & { voted: Voted }) {
  const say = t.round.council;
  const { members, votes, recused, sources } = voted;
  const dissents = votes.filter(({ dissent }) => dissent);
  return (
    <>
      <DefinitionList
        layout="pairs"
        items={[
          { term: say.members, value: members },
          { term: say.present, value: votes.length },
          { term: say.votes.for, value: voted.for },
          { term: say.votes.against, value: voted.against },
          { term: say.votes.abstained, value: voted.abstained },
          ...(recused.length > 0 ? [{ term: say.recused, value: recused.length }] : []),
        ]}
      />
      <p>
        <Sources sources={sources} />
      </p>
      {votes.length + recused.length > 0 ? (
        <Details summary={say.byName}>
          <Table
            caption={say.byName}
            captionHidden
            density="dense"
            columns={[
              { key: 'name', label: say.name },
              { key: 'vote', label: say.vote },
            ]}
            rows={[
              ...votes.map(({ name, vote }) => ({ id: name, cells: { name, vote: say.votes[vote] } })),
              ...recused.map(({ name, conflict }) => ({
                id: name,
                cells: { name, vote: say.conflict(name, conflict) },
              })),
            ]}
          />
        </Details>
      ) : null}
      {dissents.map(({ name, dissent }) => (
        <Card key={name} title={say.dissent(name)} level={3}>
          <p className="keep-lines">{dissent}</p>
        </Card>
      ))}
    </>
  );
}
