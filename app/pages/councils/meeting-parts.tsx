// What everyone reads of a meeting: questions with their dossiers and decisions, who was there and whether that was enough, the minutes.
import type { MeetingView } from '../../queries/meeting';
import type { Locale, Text } from '../../text';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { DefinitionList, Muted, Prose } from '../../ui/words';
import { DossierLine } from '../rounds/report-links';
import { Sources } from '../sources';

type Part = { t: Text; locale: Locale; meeting: MeetingView };
type Held = Part & { held: NonNullable<MeetingView['held']> };

export function Agenda({ t, locale, meeting: { agenda, held } }: Part) {
  const { meeting: say, fields } = t.councilDesk;
  const { decisionKk, decisionRu } = fields;
  return (
    <Section title={say.agenda} id="agenda">
      <ol className="questions">
        {agenda.map(({ id, title, about, path, decision }) => (
          <li key={id}>
            <h3>{title}</h3>
            {path ? (
              <p>
                <a href={`/${locale}${path}`}>{say.dossier(about)}</a>
                {path.startsWith('/rounds/') ? (
                  <small className="case-line">
                    <DossierLine {...{ t, locale, number: about }} />
                  </small>
                ) : null}
              </p>
            ) : null}
            {decision ? <InBoth text={decision} kk={decisionKk} ru={decisionRu} /> : null}
            {held && !decision ? (
              <p>
                <Muted>{say.noDecision}</Muted>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

export function Attendance({ t, meeting: { quorum, quorumSource }, held }: Held) {
  const say = t.councilDesk.meeting;
  const names = (there: boolean) =>
    held.attendance
      .filter(({ present }) => present === there)
      .map(({ name }) => name)
      .join(', ') || say.nobody;
  const { present, members, needed, reached } = quorum ?? { present: 0, members: 0, needed: 0, reached: false };
  return (
    <Section title={say.attendance} id="attendance">
      <Stack>
        {quorum ? (
          <Alert tone={reached ? 'success' : 'warning'} title={say.quorum}>
            {reached ? say.reached(present, members, needed) : say.missed(present, members, needed)}{' '}
            {quorumSource ? <Sources sources={[quorumSource]} /> : null}
          </Alert>
        ) : null}
        <DefinitionList
          items={[
            { term: say.there, value: names(true) },
            { term: say.away, value: names(false) },
            ...(held.guests ? [{ term: say.guests, value: <Prose text={held.guests} /> }] : []),
          ]}
        />
      </Stack>
    </Section>
  );
}

export function Minutes({ t, held: { minutes, signatory, day } }: Held) {
  const say = t.councilDesk.meeting;
  return (
    <Section title={say.minutes} id="minutes">
      <InBoth text={minutes} kk={say.inKk} ru={say.inRu} />
      <p className="minutes-signed">
        <Muted>{say.signed(signatory.post ? `${signatory.name} (${signatory.post})` : signatory.name, day)}</Muted>
      </p>
    </Section>
  );
}

/** A text in both state languages beside each other, under each other where there is no room. */
function InBoth({ text, ...label }: { text: { kk: string; ru: string }; kk: string; ru: string }) {
  return (
    <div className="in-both">
      {(['kk', 'ru'] as const).map((one) => (
        <div key={one}>
          <p className="in-both-language">{label[one]}</p>
          <Prose text={text[one]} lang={one} />
        </div>
      ))}
    </div>
  );
}
