// The first part of a dossier: what the round is and asks, the gate it passed with its waivers, whom it reached, its documents with every
// clause that changed.
import { bullets, facts, heading, lines, paragraph, table } from '../../papers/parts';
import type { PaperPart } from '../../papers/paper';
import type { ReachRow } from '../../queries/reach';
import type { Dossier } from '../../queries/round-dossier';
import type { Text } from '../../text';
import { dayAndTime, dayRange, longDay, number, numericDay } from '../../text/format';
import { whySentences } from '../appeals/why';
import { basisOf } from '../basis';
import { regionName } from '../region-choice';
import { foundOf } from './gate-found';
import { byline } from './said';

export type Scene = { t: Text; dossier: Dossier };

export function announcement({ t, dossier }: Scene): PaperPart[] {
  const { view, language, at } = dossier;
  const say = t.dossier;
  const { period, chain, hearing } = view;
  const topic = t.topics[view.topic as keyof typeof t.topics];
  const term = period.given ?? period.asked;
  return [
    ...facts([
      [t.round.facts.kind, view.kindName],
      [t.round.facts.body, view.body.name],
      [t.round.facts.council, view.council],
      [say.stage, view.stageName],
      [t.round.facts.topic, topic],
      [t.round.facts.regions, view.regions.map((region) => regionName(t, region)).join(', ') || t.round.facts.country],
      [
        t.round.facts.opened,
        view.openedBy && view.openedDay && say.signed(byline(view.openedBy), longDay(language, view.openedDay)),
      ],
      [
        t.roundReport.period,
        lines(
          dayRange(language, period.opensDay, period.closesDay),
          [t.round.clock.both(period.workingDays), ...(term ? whySentences(t, term, view.today).slice(1) : [])].join(
            ' ',
          ),
          basisOf(period.sources),
        ),
      ],
      ...period.moves.map(
        ({ how, was, closesDay, reason, day, by }) =>
          [
            t.roundReport.moved,
            lines(
              t.round.clock.moved[how](was, closesDay),
              reason.text,
              say.signed(byline(by), longDay(language, day)),
            ),
          ] as const,
      ),
      [t.round.facts.edition, view.edition],
      [say.asOf, dayAndTime(language, at)],
      [say.record, say.recordIs(chain.events, chain.hash)],
    ]),
    heading(t.round.asked.title),
    paragraph(view.summary.text || t.round.asked.noSummary),
    ...facts([
      [t.round.asked.decides, view.decides.text],
      [t.round.asked.fixed, view.fixed.text],
      [t.round.asked.who, view.contributorsText],
      [t.round.asked.contact, view.contact],
      [
        t.round.asked.hearing,
        hearing &&
          lines(
            [longDay(language, hearing.day), hearing.time, hearing.place].filter(Boolean).join(', '),
            hearing.held && t.round.asked.held(hearing.held.present, hearing.held.chair),
            hearing.held?.protocol.text,
            hearing.held && say.signed(byline(hearing.held.by), longDay(language, hearing.held.day)),
            hearing.owed && `${t.round.asked.protocolOwed} ${hearing.owed.label}`,
          ),
      ],
    ]),
  ];
}

export function gate({ t, dossier: { view } }: Scene): PaperPart[] {
  const say = t.dossier;
  const words = t.round.gate;
  const waived = view.gate.flatMap(({ name, waiver }) =>
    waiver ? [[name, lines(waiver.reason, byline(waiver.by))] as const] : [],
  );
  return [
    heading(words.title),
    ...table(
      [say.check.what, say.check.result, say.check.found, say.check.basis],
      view.gate.map((line) => [
        line.name,
        line.passed ? words.passed : line.waiver ? words.waived : words.failed,
        lines(...foundOf(t, line)),
        basisOf(line.sources),
      ]),
    ),
    ...(waived.length > 0 ? [heading(say.waivers, 2), ...table([say.check.what, say.waiver], waived)] : []),
  ];
}

export function reach({ t, dossier }: Scene): PaperPart[] {
  const say = t.dossier.reach;
  const { all, inField, byRegion } = dossier.reach;
  const n = (count: number) => number(dossier.language, count);
  const row = (name: string, { register, invited, opened, contributed }: ReachRow) => [
    name,
    ...[register, invited, opened, contributed].map(n),
  ];
  return [
    heading(say.title),
    ...table(
      [say.group, say.register, say.invited, say.opened, say.contributed],
      [
        row(say.all, all),
        row(say.inField, inField),
        ...byRegion.map((region) => row(regionName(t, region.id) || say.elsewhere, region)),
      ],
    ),
  ];
}

export function documents({ t, dossier }: Scene): PaperPart[] {
  const say = t.dossier;
  const { language, changes, flags } = dossier;
  const undone = flags.undone.map((one) => say.agreement.undone(one.label, t.case.languages[one.language], one.title));
  const unasked = flags.unasked.map((one) => say.agreement.unasked(one.label, t.case.languages[one.language]));
  return [
    heading(say.documents.title),
    ...table(
      [say.documents.document, say.documents.language, say.documents.version, say.documents.day, say.documents.clauses],
      dossier.documents.map((one) => [
        lines(one.roleName, one.title),
        t.case.languages[one.language],
        lines(number(language, one.version), one.later && say.documents.later),
        numericDay(language, one.day),
        number(language, one.clauses),
      ]),
      say.documents.none,
    ),
    ...changes.flatMap(({ roleName, from, to, clauses }) => [
      heading(say.changes.title(roleName, from, to), 2),
      ...table(
        [say.changes.clause, say.changes.was, say.changes.now],
        clauses.map(({ label, kind, was, now, comments, voices, answers, unasked: alone }) => [
          lines(
            label || t.round.documents.unnumbered,
            t.roundChanges.kinds[kind],
            comments + voices > 0 && t.round.documents.comments(comments, voices),
            answers.length > 0 && say.changes.answers(answers.map(({ title }) => title).join('; ')),
            alone && t.roundChanges.flag.unasked,
          ),
          was || '–',
          now || '–',
        ]),
        say.changes.none,
      ),
    ]),
    ...(changes.length + undone.length + unasked.length > 0
      ? [
          heading(say.agreement.title, 2),
          undone.length + unasked.length > 0 ? bullets([...undone, ...unasked]) : paragraph(say.agreement.none),
        ]
      : []),
  ];
}
