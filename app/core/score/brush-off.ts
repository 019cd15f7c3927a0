// Signs that an answer brushes the question off: nearly the same answer to a different question, and numbered points of the appeal that
// the answer does not take up. A sign lowers no figure; it draws cases into a sample that people judge (core/score/audit).
import type { Scoring } from '../../../guide/schema';
import { labelOf } from '../numbering';
import { likeness, shinglesOf, similarGroups } from '../similarity';
import { plainWords } from '../spelling';

/** A case that was answered: what was asked and what was answered, as they were written. */
export type AnsweredCase = { id: string; question: string; answer: string };
/** `same`: a case with nearly the same answer to a different question; `missed`: numbers of points that the answer does not take up. */
export type Signals = { same: string | null; missed: string[] };
export type BrushOff = NonNullable<Scoring['brush_off']>;

/** Members of a group that each case is held against: of thousands of equal answers the first say enough. */
const HELD_AGAINST = 50;
/** Kazakh and Russian words differ in their endings: of a word this much is compared. */
const STEM = 5;

/** The signs of one body's cases in a quarter, by id; cases without any are not in it. */
export function signalsOf(cases: readonly AnsweredCase[], rule: BrushOff): Map<string, Signals> {
  const same = sameAnswers(cases, rule);
  const found = new Map<string, Signals>();
  for (const one of cases) {
    const signals = { same: same.get(one.id) ?? null, missed: missedPoints(one, rule) };
    if (signals.same !== null || signals.missed.length > 0) found.set(one.id, signals);
  }
  return found;
}

function sameAnswers(
  cases: readonly AnsweredCase[],
  { same_answer, different_question }: BrushOff,
): Map<string, string> {
  const questions = new Map(cases.map(({ id, question }) => [id, shinglesOf(question)]));
  const found = new Map<string, string>();
  const groups = similarGroups(
    cases.map(({ id, answer }) => ({ id, text: answer })),
    { threshold: same_answer },
  );
  for (const { ids } of groups)
    for (const id of ids) {
      const own = questions.get(id) ?? new Set<string>();
      const other = ids
        .slice(0, HELD_AGAINST)
        .find((one) => one !== id && likeness(own, questions.get(one) ?? new Set()) <= different_question);
      if (other !== undefined) found.set(id, other);
    }
  return found;
}

/** The numbered points of a text: what stands behind "1." or "2)" at the beginning of a line, with the lines that follow. */
export function pointsIn(text: string): { number: string; text: string }[] {
  const points: { number: string; text: string }[] = [];
  for (const line of text.split('\n')) {
    const label = labelOf(line.trim());
    const last = points.at(-1);
    if (label && (label.level === 'point' || label.level === 'subpoint'))
      points.push({ number: label.number.replace(/[.)]+$/, ''), text: label.rest });
    else if (last) last.text += `\n${line}`;
  }
  return points;
}

/** Numbers of the points that the answer neither names nor takes up in its words; none where the appeal has fewer points than the guide says. */
function missedPoints({ question, answer }: AnsweredCase, { points: least, addressed }: BrushOff): string[] {
  const points = pointsIn(question);
  if (points.length < least) return [];
  const words = stemsOf(answer);
  const named = new Set(pointsIn(answer).map(({ number }) => number));
  return points
    .filter(({ number, text }) => {
      if (named.has(number) || isNamed(answer, number)) return false;
      const own = [...stemsOf(text)];
      return own.length > 0 && own.filter((stem) => words.has(stem)).length / own.length < addressed;
    })
    .map(({ number }) => number);
}

const isNamed = (answer: string, number: string): boolean =>
  new RegExp(
    String.raw`(?:пункт\S*|п\.|тармақ\S*|№)\s*${number}(?!\d)|(?<!\d)${number}\s?[-‑–]?\s?(?:тармақ|пункт)`,
    'iu',
  ).test(answer);

const stemsOf = (text: string): Set<string> =>
  new Set(
    plainWords(text)
      .filter((word) => word.length >= STEM)
      .map((word) => word.slice(0, STEM)),
  );
