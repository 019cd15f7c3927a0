// The middle of a dossier: what was said in numbers, the points with their answers, every comment with its origin and what became of it,
// what moderators did.
import type { Day } from '../../core/day';
import { facts, heading, lines, paragraph, table } from '../../papers/parts';
import type { PaperPart } from '../../papers/paper';
import type { DossierComment } from '../../queries/dossier-comments';
import type { DossierPoint } from '../../queries/round-dossier';
import { longDay, number, numericDay } from '../../text/format';
import { authorOf } from './comment-aside';
import type { Scene } from './dossier-opening';
import { byline } from './said';

export function numbers({ t, dossier }: Scene): PaperPart[] {
  const say = t.dossier.numbers;
  const { language, numbers: counted, names, late } = dossier;
  const n = (count: number) => number(language, count);
  const some = (rows: readonly (readonly [string, number])[]) =>
    rows.filter(([, count]) => count > 0).map(([name, count]) => [name, n(count)]);
  const { participants } = t.comments.filter;
  return [
    heading(say.title),
    ...table(
      [t.roundReport.disposition, t.roundReport.comments],
      [
        [say.total, n(counted.total)],
        [say.voices, n(counted.voices)],
        ...Object.entries(counted.byCode).map(([code, count]) => [names.dispositions[code] ?? code, n(count)]),
        [say.unanswered, n(counted.unanswered)],
        [say.late, n(late)],
        [say.withdrawn, n(counted.withdrawn)],
        [say.hidden, n(counted.hidden)],
      ],
    ),
    ...table(
      [t.roundReport.who, t.roundReport.comments],
      some(
        Object.entries(counted.byParticipant).map(([who, count]) => [
          participants[who as keyof typeof participants],
          count,
        ]),
      ),
    ),
    ...table(
      [t.roundReport.origin, t.roundReport.comments],
      some(Object.entries(counted.byOrigin).map(([origin, count]) => [names.origins[origin] ?? origin, count])),
    ),
  ];
}

export function points({ t, dossier }: Scene): PaperPart[] {
  const say = t.dossier;
  const { language } = dossier;
  const changed = ({ changes }: DossierPoint) =>
    changes
      .map(({ label, language: spoken, version }) =>
        [label || t.comments.answer.clause, t.comments.answer.version(version), t.case.languages[spoken]].join(', '),
      )
      .join('\n');
  return [
    heading(say.points.title),
    ...(dossier.points.length === 0 ? [paragraph(say.points.none)] : []),
    ...dossier.points.flatMap((point, at): PaperPart[] => [
      heading(say.points.numbered(at + 1, point.title), 2),
      ...facts([
        [t.roundReport.comments, number(language, point.comments)],
        [t.roundReport.answer, point.codeName ?? say.points.pending],
        [t.roundReport.reason, point.reason],
        [t.roundReport.changed, changed(point)],
        [t.roundReport.by, point.approved && say.signed(byline(point.approved), longDay(language, point.approved.day))],
      ]),
    ]),
  ];
}

export function comments({ t, dossier }: Scene): PaperPart[] {
  const say = t.dossier.comments;
  const at = new Map(dossier.points.map((point, place) => [point.id, { point, place: place + 1 }]));
  return [
    heading(say.title),
    ...(dossier.comments.length > 0 ? [paragraph(say.lead(dossier.comments.length))] : []),
    ...table(
      [say.comment, say.said, say.answer],
      dossier.comments.map((one) => [
        fromWhom({ t, dossier }, one),
        words({ t, dossier }, one),
        became({ t, dossier }, one, at.get(one.pointId ?? '') ?? null),
      ]),
      t.round.numbers.none,
    ),
  ];
}

function fromWhom({ t, dossier }: Scene, one: DossierComment): string {
  const { number: name, day, origin, originName, enteredBy, participant, voices } = one;
  return lines(
    name,
    numericDay(dossier.language, day),
    authorOf(t, one),
    t.comments.participants[participant],
    origin !== 'site' && originName,
    enteredBy && t.comments.facts.entered(byline(enteredBy)),
    voices > 0 && t.comments.voices(voices),
  );
}

function words({ t }: Scene, { place, text, wording, joins, hidden, files, phase, endedDay }: DossierComment): string {
  const say = t.dossier.comments;
  return lines(
    place
      ? [place.roleName, place.label, t.case.languages[place.language]].filter(Boolean).join(', ')
      : t.comments.facts.whole,
    joins && t.comments.one.joins(joins),
    hidden && say.hidden(hidden.groundName, hidden.reason),
    phase === 'withdrawn' && endedDay && t.comments.one.takenBack(endedDay),
    text,
    wording && say.wording(wording),
    files > 0 && say.files(files),
  );
}

type Pointed = { point: DossierPoint; place: number } | null;

/** Its disposition and day; the reason only where it is not the one that stands with the point. */
function became({ t, dossier }: Scene, one: DossierComment, pointed: Pointed): string {
  const say = t.dossier.comments;
  const { phase, codeName, reason, duplicateOf, dueDay, endedDay } = one;
  const day = (on: Day) => numericDay(dossier.language, on);
  if (phase === 'withdrawn') return t.comments.answer.released;
  if (phase === 'open') return dueDay < dossier.view.today ? say.overdue(day(dueDay)) : say.due(day(dueDay));
  return lines(
    codeName,
    pointed && say.point(pointed.place),
    duplicateOf && t.comments.answer.duplicateOf(duplicateOf),
    reason !== pointed?.point.reason && reason,
    endedDay && (endedDay > dueDay ? say.late(day(endedDay)) : say.answered(day(endedDay))),
  );
}

export function moderation({ t, dossier }: Scene): PaperPart[] {
  const say = t.moderation.log;
  return [
    heading(say.title),
    ...table(
      [say.day, say.comment, say.what, say.reason, say.by],
      dossier.moderation.map(({ day, number, shown, ground, reason, by }) => [
        numericDay(dossier.language, day),
        number ?? '',
        shown ? say.shown : lines(say.hidden, ground?.name),
        reason,
        byline(by),
      ]),
      t.dossier.log.none,
    ),
  ];
}
