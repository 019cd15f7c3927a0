// Parts of a contest's page: both versions of what the case counts as, the council's clock, the ruling with its votes.
import type { Said as SaidText } from '../../core/said';
import type { OnClocks } from '../../core/score/contested';
import type { ContestView } from '../../queries/contest';
import type { Locale, Text } from '../../text';
import { longDay } from '../../text/format';
import { Deadline } from '../../ui/deadline';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Muted } from '../../ui/words';
import { clockNote, NEARNESS } from '../clock-look';
import { byline, Said } from '../rounds/said';
import { ShownBeforeLines } from '../shown-before';

type Part = { t: Text; locale: Locale; view: ContestView };

/** What somebody wrote, where the reader may read the case; else that it is not open. */
export const Words = ({ t, said }: { t: Text; said: SaidText | null }) =>
  said ? <Said said={said} /> : <Muted>{t.contests.closedWords}</Muted>;

export function Versions({ t, view }: Part) {
  const say = t.contests.versions;
  const counted = (counts: OnClocks | null, clock: keyof OnClocks) =>
    counts ? t.scores.body.counted[counts[clock]] : say.nowhere;
  const said = (says: ContestView['claimed']['says']) =>
    !says ? say.asRecorded : says.day ? t.contests.claimOn(says.name, says.day) : says.name;
  const row = (id: string, version: string, what: string, counts: OnClocks | null) => ({
    id,
    cells: { version, what, lawful: counted(counts, 'lawful'), extended: counted(counts, 'extended') },
  });
  const { recorded, claimed, ruled } = view;
  return (
    <Section title={say.title} lead={say.lead} id="versions">
      <Table
        caption={say.title}
        captionHidden
        columns={[
          { key: 'version', label: say.version },
          { key: 'what', label: say.what, width: 'wide' },
          { key: 'lawful', label: t.scores.body.clocks.lawful },
          { key: 'extended', label: t.scores.body.clocks.extended },
        ]}
        rows={[
          row('recorded', say.recorded, '—', recorded),
          row('claimed', say.claimed, said(claimed.says), claimed.counts),
          ruled
            ? row('ruled', say.ruled, said(ruled.says), ruled.counts)
            : { id: 'ruled', cells: { version: say.ruled, what: say.noRuling, lawful: '—', extended: '—' } },
        ]}
      />
    </Section>
  );
}

export function CouncilClock({ t, locale, view: { duty, stuck, passedOn } }: Part) {
  const say = t.contests;
  return (
    <Section title={say.clock.title} id="clock">
      <Stack>
        <Deadline
          size="large"
          label={say.clock.due}
          nearness={NEARNESS[duty.clock]}
          day={duty.due}
          dayText={longDay(locale, duty.due)}
          note={clockNote(t, duty)}
        />
        <p>{say.clock.from(duty.from)}</p>
        <ShownBeforeLines t={t} days={duty.shownBefore} />
        {stuck ? (
          <Alert tone="warning" title={say.stuck.title}>
            <p>{say.stuck.text}</p>
          </Alert>
        ) : null}
        {passedOn.map((move) => (
          <div key={`${move.day} ${move.to}`}>
            <p>
              <strong>{say.passedOn.title}.</strong> {say.passedOn.text(move.from, move.to, move.day)}
            </p>
            <Words t={t} said={move.reason} />
          </div>
        ))}
      </Stack>
    </Section>
  );
}

export function Ruling({ t, ruled }: Pick<Part, 't'> & { ruled: NonNullable<ContestView['ruled']> }) {
  const say = t.contests.ruling;
  const count = (vote: string) => ruled.votes.filter((one) => one.vote === vote).length;
  return (
    <Section title={`${say.title}: ${ruled.name}`} id="ruling">
      <Stack>
        <Words t={t} said={ruled.reasons} />
        <p>{t.contests.signed(byline(ruled.by), ruled.day)}</p>
        <p>
          {say.counts(count('for'), count('against'), count('abstained'))}{' '}
          {ruled.recused.length > 0 ? say.recused(ruled.recused.join(', ')) : null}
        </p>
        <Table
          caption={say.votes}
          density="dense"
          columns={[
            { key: 'member', label: say.member },
            { key: 'vote', label: say.vote },
            { key: 'dissent', label: say.dissent, width: 'wide' },
          ]}
          rows={ruled.votes.map(({ personId, name, vote, dissent }) => ({
            id: personId,
            cells: { member: name, vote: t.roundWork.votes[vote], dissent: dissent || '—' },
          }))}
        />
      </Stack>
    </Section>
  );
}

export function Interests({ t, view: { interests } }: Part) {
  const say = t.contests.interests;
  return (
    <Section title={say.title} id="interests">
      {interests.length === 0 ? (
        <p>
          <Muted>{say.none}</Muted>
        </p>
      ) : (
        <ul className="steps">
          {interests.map(({ name, kind, explanation }) => (
            <li key={name}>
              {name}: {kind}. {explanation}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
