// The gate before a round opens: each check of the kind looked at from the round's own facts, so that anyone can see it again. What
// fails may be waived by a signed reason, but for what makes a round no round at all.
import {
  NEUTRAL_QUESTIONS,
  STATE_LANGUAGES,
  type Calendar,
  type DocumentRole,
  type Edition,
  type GateCheck,
  type RoundKindRules,
} from '../../guide/schema';
import { workingDaysBetween } from './calendar';
import type { Day } from './day';
import type { Round } from './round';
import type { ScoreLine } from './round-event';
import type { Bilingual } from './shape';
import { reckon } from './term';

/** What the register of organisations says: in the round's field and regions, how many are invited, and how many of the former are. */
export type Reach = { inField: number; invited: number; invitedInField: number; regionsWithout: string[] };
type Scene = {
  round: Round;
  kind: RoundKindRules;
  edition: Edition;
  calendar: Calendar;
  today: Day;
  reach: Reach;
};
type Result = Pick<ScoreLine, 'passed' | 'facts'>;

const hasBoth = ({ kk, ru }: Bilingual): boolean => kk.trim() !== '' && ru.trim() !== '';
const plain = (passed: boolean, facts: ScoreLine['facts'] = {}): Result => ({ passed, facts });

/** The first day on which a round opened on `from` may end by a rule of its kind; null where the kind has no such rule. */
export function earliestClose(
  { kind, edition, calendar }: Pick<Scene, 'kind' | 'edition' | 'calendar'>,
  rule: 'comment_period' | 'comment_floor',
  from: Day,
): Day | null {
  const found = kind.rules[rule];
  return found ? reckon({ calendar, from, term: found.term, conventions: edition.counting }).due : null;
}

/** The last day on which the hearing may be announced; null for a round without one. */
export function lastCall({ round, kind, edition, calendar }: Omit<Scene, 'today' | 'reach'>): Day | null {
  const rule = kind.rules.hearing_call;
  const { hearing } = round.settings;
  return rule && hearing
    ? reckon({ calendar, from: hearing.day, term: rule.term, conventions: edition.counting }).due
    : null;
}

/** The latest version of a role in a language. */
export const latestOf = (
  documents: Round['documents'],
  role: Round['documents'][number]['role'],
  language: string,
): Round['documents'][number] | undefined =>
  documents
    .filter((one) => one.role === role && one.language === language)
    .toSorted((a, b) => b.version - a.version)[0];

/** The roles whose text is there in both state languages: those that the kind asks for, and whatever else the host gives out. */
export const rolesInBoth = (kind: RoundKindRules, documents: Round['documents']): DocumentRole[] => [
  ...new Set([...kind.documents, ...documents].map(({ role }) => role)),
];

/** Against the register by field and by region: of neither where it has somebody may nobody be invited. */
const isInvited = ({ inField, invited, invitedInField, regionsWithout }: Reach): boolean =>
  invited > 0 && (inField === 0 || invitedInField > 0) && regionsWithout.length === 0;

const CHECKS: Record<GateCheck, (scene: Scene) => Result> = {
  time_left: (scene) => {
    const { round, kind, calendar } = scene;
    const { opensDay, closesDay, hearing } = round.settings;
    if (kind.has_hearing && kind.rules.hearing_call?.term.from === 'hearing') {
      const last = lastCall(scene);
      return plain(last !== null && scene.today <= last, { hearing: hearing?.day ?? '', lastCall: last ?? '' });
    }
    const earliest = earliestClose(scene, 'comment_period', opensDay);
    const needed = kind.rules.comment_period?.term.n ?? 0;
    return plain(earliest === null || closesDay >= earliest, {
      workingDays: workingDaysBetween(calendar, opensDay, closesDay),
      needed,
      earliest: earliest ?? '',
    });
  },
  languages: ({ round, kind }) => {
    const { title, summary, decides, fixed } = round.settings;
    const words = [title, summary, decides, fixed].every(hasBoth);
    const missing = rolesInBoth(kind, round.documents).flatMap((role) =>
      STATE_LANGUAGES.filter((language) => !latestOf(round.documents, role, language)).map(
        (language) => `${role}:${language}`,
      ),
    );
    return plain(words && missing.length === 0, { missing: missing.join(' '), words: words ? 1 : 0 });
  },
  documents: ({ round, kind }) => {
    const missing = kind.documents.filter(({ role }) => !round.documents.some((one) => one.role === role));
    return plain(missing.length === 0, { missing: missing.map(({ role }) => role).join(' ') });
  },
  machine_readable: ({ round }) => {
    const pictures = round.documents.filter(({ readable, clauses }) => !readable || clauses === 0).length;
    return plain(pictures === 0 && round.documents.length > 0, { unreadable: pictures });
  },
  neutral: ({ round: { checked } }) =>
    plain(checked !== null && NEUTRAL_QUESTIONS.every((question) => checked.answers.includes(question)), {
      signedBy: checked?.signatory.name ?? '',
    }),
  invited: ({ reach }) =>
    plain(isInvited(reach), {
      invited: reach.invited,
      register: reach.inField,
      invitedInField: reach.invitedInField,
      regionsWithout: reach.regionsWithout.join(' '),
    }),
  decides: ({ round }) => plain(hasBoth(round.settings.decides)),
  fixed: ({ round }) => plain(hasBoth(round.settings.fixed)),
  contact: ({ round }) => plain(round.settings.contact.trim() !== ''),
};

/** Every check of the kind in the guide's order, with its figures and its waiver where one was signed. */
export const scorecardOf = (scene: Scene): ScoreLine[] =>
  scene.kind.gate.map(({ id }) => {
    const waiver = scene.round.waivers.find(({ check }) => check === id);
    return {
      check: id,
      ...CHECKS[id](scene),
      waiver: waiver ? { reason: waiver.reason, signatory: waiver.signatory } : null,
    };
  });

/** Whether a check that fails may be waived at all: a round without its own words in both languages, its draft or the day of its hearing is none. */
export const waivable = ({ check, facts }: Pick<ScoreLine, 'check' | 'facts'>): boolean =>
  (check !== 'languages' || facts.words === 1) &&
  (check !== 'documents' || !String(facts.missing).split(' ').includes('draft')) &&
  (check !== 'time_left' || facts.hearing !== '');

/** What keeps the round from opening: checks that neither passed nor were waived, and those that no waiver helps. */
export const barred = (scorecard: readonly ScoreLine[]): GateCheck[] =>
  scorecard.filter((line) => !line.passed && (line.waiver === null || !waivable(line))).map(({ check }) => check);
