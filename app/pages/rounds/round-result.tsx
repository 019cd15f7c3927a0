// What came of a round: the outcome in its four parts, the council's view with its votes and the body's reply, the decision, what followed.
import type { CouncilPart, ResultView } from '../../queries/round-result';
import { Details } from '../../ui/details';
import { Card, Section, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import { DefinitionList } from '../../ui/words';
import { Sources } from '../sources';
import type { Part } from './part';
import { byline, Said } from './said';

type Props = Pick<Part, 't'> & { result: ResultView };

/** We asked, you said, we did, what happens next. */
export function Outcome({ t, result }: Props) {
  const say = t.round.outcome;
  const { outcome } = result;
  if (!outcome) return null;
  const parts = [
    { title: say.asked, said: outcome.asked },
    { title: say.said, said: outcome.said },
    { title: say.did, said: outcome.did },
    { title: say.next, said: outcome.next },
  ];
  return (
    <Section title={say.title} lead={say.signed(byline(outcome.by), outcome.day)} id="outcome">
      <ol className="outcome">
        {parts.map(({ title, said }) => (
          <li key={title}>
            <h3>{title}</h3>
            <Said said={said} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Decision({ t, result }: Props) {
  const say = t.round.decision;
  const { decision, followUp } = result;
  if (!decision) return null;
  return (
    <Section title={say.title} lead={say.signed(byline(decision.by), decision.day)} id="decision">
      <Stack>
        <Said said={decision.text} />
        <div>
          <h3>{say.next}</h3>
          <Said said={decision.next} />
        </div>
        {followUp ? (
          <Card title={say.followUp} meta={say.signed(byline(followUp.by), followUp.day)}>
            <Said said={followUp.text} />
          </Card>
        ) : null}
      </Stack>
    </Section>
  );
}

export function Council({ t, result }: Props) {
  const say = t.round.council;
  const { council, conflicts } = result;
  if (!council && conflicts.length === 0) return null;
  return (
    <Section title={say.title} lead={council ? say.signed(byline(council.by), council.day) : undefined} id="council">
      <Stack>
        {council ? <View t={t} council={council} /> : null}
        {conflicts.length > 0 ? (
          <div>
            <h3>{say.conflicts}</h3>
            <ul className="steps">
              {conflicts.map(({ name, conflict, explanation }) => (
                <li key={name}>
                  {say.conflict(name, conflict)}
                  {explanation ? <small className="case-line">{explanation}</small> : null}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </Stack>
    </Section>
  );
}

function View({ t, council }: Pick<Part, 't'> & { council: CouncilPart }) {
  const say = t.round.council;
  const { text, members, votes, recused, answer, sources } = council;
  const dissents = votes.filter(({ dissent }) => dissent);
  return (
    <>
      <Said said={text} />
      <DefinitionList
        layout="pairs"
        items={[
          { term: say.members, value: members },
          { term: say.present, value: votes.length },
          { term: say.votes.for, value: council.for },
          { term: say.votes.against, value: council.against },
          { term: say.votes.abstained, value: council.abstained },
          ...(recused.length > 0 ? [{ term: say.recused, value: recused.length }] : []),
        ]}
      />
      <p>
        <Sources sources={sources} />
      </p>
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
            ...recused.map(({ name, conflict }) => ({ id: name, cells: { name, vote: say.conflict(name, conflict) } })),
          ]}
        />
      </Details>
      {dissents.map(({ name, dissent }) => (
        <Card key={name} title={say.dissent(name)} level={3}>
          <p className="keep-lines">{dissent}</p>
        </Card>
      ))}
      {answer ? (
        <Card
          title={say.answer}
          level={3}
          tone="tint"
          meta={say.signed(byline(answer.by), answer.day)}
          id="council-answer"
        >
          <Said said={answer.text} />
        </Card>
      ) : null}
    </>
  );
}
