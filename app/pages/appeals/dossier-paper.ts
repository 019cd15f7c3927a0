// The dossier of a case as a paper, in the order in which somebody takes a case in hand: who, by when and why, what happened, what is owed,
// what was served, which files, and how all of it is checked.
import { facts, heading, lines, paragraph, table } from '../../papers/parts';
import type { Paper, PaperPart } from '../../papers/paper';
import type { CaseDossier } from '../../queries/case-dossier';
import type { Copy } from '../../queries/notices';
import { textFor, type Text } from '../../text';
import { dayAndTime, fileSize, longDay, numericDay } from '../../text/format';
import { basisOf } from '../basis';
import { issuedPart } from '../issued-part';
import { whyDay } from '../why-day';
import { fileName } from './file-name';
import { threadWords, whoIs } from './thread-words';

type Scene = { t: Text; dossier: CaseDossier };

/** `origin`: where the square code leads. */
export function casePaper(dossier: CaseDossier, origin: string): Paper {
  const { lang, view, code, at } = dossier;
  const scene = { t: textFor(lang), dossier };
  return {
    title: `${scene.t.caseDossier.title(view.number)}: ${view.subject}`,
    lang,
    made: new Date(at),
    parts: [
      ...parties(scene),
      ...clock(scene),
      ...thread(scene),
      ...duties(scene),
      ...service(scene),
      ...files(scene),
      ...register(scene),
      ...issuedPart(origin, { lang, code, events: view.chain.events, day: view.today }),
    ],
  };
}

function parties({ t, dossier: { view, lang, audience } }: Scene): PaperPart[] {
  const say = t.caseDossier;
  const about = t.case.facts;
  const { verdict } = view.thread.find((item) => item.type === 'judged') ?? {};
  return [
    ...facts([
      [say.audience, say.audiences[audience]],
      [say.asOf, longDay(lang, view.today)],
      [say.standing, lines(t.appeals.standing[view.standing], view.late && t.clocks.late)],
      [about.outcome, view.outcome],
      [about.verdict, verdict ? t.letters.verdicts[verdict] : null],
      [about.kind, view.kindName],
      [about.language, t.case.languages[view.language]],
      [about.visibility, openTo(t, view)],
      [about.edition, view.edition],
      [say.external, view.external && `${view.external.system}: ${view.external.number}`],
    ]),
    heading(say.parties),
    ...facts([
      [about.applicant, view.applicant ?? t.case.nameHidden],
      [about.body, view.body.name],
      [about.received, dayAndTime(lang, view.receivedAt)],
      [about.registered, longDay(lang, view.registeredDay)],
      [about.officer, view.acceptedBy && whoIs(t, view.acceptedBy)],
      ...view.together.map(
        ({ number, body }) => [t.case.together.title, t.case.complaint.atBody(number, body)] as const,
      ),
      ...view.complaints.map(
        ({ number, body }) => [t.case.complaint.filed, t.case.complaint.atBody(number, body)] as const,
      ),
    ]),
  ];
}

const openTo = (t: Text, { isPrivate, publicDay }: CaseDossier['view']): string =>
  !isPrivate ? t.case.everyone : publicDay ? t.case.partiesUntil(publicDay) : t.case.parties;

function clock({ t, dossier: { view, lang } }: Scene): PaperPart[] {
  const say = t.caseDossier;
  const { lawful, extended, shownBefore, sources, ruleName, provisional } = view.clock;
  return [
    heading(say.term),
    ...facts([
      [ruleName, basisOf(sources)],
      [say.lawful, longDay(lang, lawful.due)],
      [say.why, whyDay(lang, lawful, view.today)],
      [say.extended, extended && lines(longDay(lang, extended.due), whyDay(lang, extended, view.today))],
      [t.case.clock.ended, view.endedDay && longDay(lang, view.endedDay)],
    ]),
    ...shownBefore.map(({ due, until }) => paragraph(t.corrections.clock(due, until))),
    ...(provisional ? [paragraph(say.provisional)] : []),
  ];
}

function thread({ t, dossier: { view, lang } }: Scene): PaperPart[] {
  const say = t.caseDossier;
  return [
    heading(say.thread),
    ...table(
      [say.when, say.who, say.what],
      view.thread.map((item) => [
        item.type === 'overdue' ? longDay(lang, item.day) : dayAndTime(lang, item.at),
        lines(t.case.thread.sides[item.side], item.actor && whoIs(t, item.actor)),
        lines(...threadWords(item, t), ...item.files.map((file) => fileName(t, file))),
      ]),
    ),
  ];
}

function duties({ t, dossier }: Scene): PaperPart[] {
  const say = t.caseDossier;
  const { lang, view } = dossier;
  const columns = t.case.duties;
  return [
    heading(say.duties),
    ...(dossier.duties.length === 0 ? [paragraph(say.noDuties)] : []),
    ...dossier.duties.flatMap(({ name, text, from, dueDay, closedDay, clock: state, owedBy, source, term }) => [
      heading(name, 2),
      ...facts([
        [columns.what, lines(text, source && basisOf([source]))],
        [say.who, t.case.thread.sides[owedBy]],
        [columns.from, longDay(lang, from)],
        [columns.due, longDay(lang, dueDay)],
        [say.why, whyDay(lang, term, view.today)],
        [say.standing, t.clocks.state[state]],
        [columns.done, closedDay && state !== 'released' ? longDay(lang, closedDay) : null],
      ]),
    ]),
  ];
}

/** For the parties alone. */
function service({ t, dossier: { notices, audience, lang } }: Scene): PaperPart[] {
  if (audience === 'public') return [];
  const say = t.notices;
  const proof = ({ reader, address, sha256, letterId, evidence }: Copy): string =>
    lines(
      `${say.letterTo(reader)}, ${address}`,
      ...evidence.map(({ what, at, detail }) =>
        [`${dayAndTime(lang, at)}: ${say.evidence[what]}`, detail].filter(Boolean).join(' — '),
      ),
      evidence.length === 0 && say.nothing,
      `${say.facts.id}: ${letterId}`,
      sha256 && `${say.facts.hash}: ${sha256}`,
    );
  return [
    heading(t.caseDossier.service),
    ...table(
      [say.facts.notice, say.facts.written, say.columns.what],
      notices.map(({ name, sources, writtenAt, way, copies, unserved, paper }) => [
        lines(name, basisOf(sources)),
        dayAndTime(lang, writtenAt),
        lines(
          say.ways[way],
          ...copies.map(proof),
          unserved && `${say.paper[unserved.why](unserved.on)} ${say.paper.by(unserved.by)}`,
          paper && `${say.paper.posted}: ${numericDay(lang, paper.on)}, ${say.paper.number}: ${paper.number}`,
          paper && `${say.paper.officer}: ${paper.officer}`,
        ),
      ]),
      t.caseDossier.noService,
    ),
  ];
}

function files({ t, dossier }: Scene): PaperPart[] {
  const say = t.caseDossier.files;
  return [
    heading(say.title),
    ...table(
      [say.name, say.size, say.hash],
      dossier.files.map((file) => [
        lines(fileName(t, file), file.withheld && t.case.withheld),
        fileSize(dossier.lang, file.size),
        file.sha256,
      ]),
      say.none,
    ),
  ];
}

function register({ t, dossier: { view, register: stand } }: Scene): PaperPart[] {
  const say = t.caseDossier.register;
  return [
    heading(say.title),
    ...facts([
      [say.events, t.caseDossier.n(view.chain.events)],
      [say.hash, view.chain.hash],
      [say.signed, stand ? say.until(stand.events, stand.day) : say.none],
      [say.root, stand && stand.root],
    ]),
  ];
}
