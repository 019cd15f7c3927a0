// Earlier cases that ask something alike, with their answers: shown before an appeal is sent, and beside a case. Alike is what shares the
// rarer words; what is common to half of all cases says nothing. Only cases that the viewer may read.
import type { Locale } from '../../guide/schema';
import { dayOf, type Day } from '../core/day';
import { readFact, type Fact } from '../core/event';
import { SPEAKING, textsOf } from '../core/search/texts';
import { stemOf, wordsOf } from '../core/search/words';
import { standingOf, type Standing, type StandingFacts } from '../core/standing';
import type { Viewer } from '../core/viewer';
import type { World } from '../world';
import { conditionsOf } from './appeals-where';
import { NAME_IN, parameters } from './statement';

export type SimilarCase = {
  number: string;
  subject: string;
  language: Locale;
  body: string;
  receivedDay: Day;
  standing: Standing;
  /** The beginning of the last answer; null where there is none yet. */
  answer: string | null;
};
type Asked = {
  subject: string;
  text: string;
  locale: Locale;
  /** The case itself, which is not meant. */ except?: string;
};

const OFFERED = 3;
/** The rarest words that are compared. */
const COMPARED = 10;
/** Words of a case that are looked at: what it is about stands at its beginning. */
const LOOKED_AT = 150;
/** Cases that all compared words together may have: words that more have say little of one, and cost time. */
const CANDIDATES = 1500;
/** A case is alike when it shares this part of the weight of all compared words, and at least two of them. */
const ALIKE = 0.4;
const EXCERPT = 400;

type Weighed = { stem: string; weight: number; lexemes: string[] };

/** The rarer words of a text by their stems in every language, each with its inverse document frequency ln(N / n) (K. Spärck Jones 1972). */
async function rareWords({ db }: World, { subject, text }: Asked): Promise<Weighed[]> {
  const words = [...new Set([...wordsOf(subject), ...wordsOf(text).slice(0, LOOKED_AT)])];
  const { rows } = await db.pool.query<Weighed>({
    name: 'similar_words',
    text: `SELECT stem, ln(greatest(2, (SELECT reltuples FROM pg_class WHERE oid = '"SearchEntry"'::regclass), entries + 1) / entries::float8) AS weight,
                  array(SELECT DISTINCT lexeme FROM unnest($1::text[], $2::text[]) AS a(stem, word), LATERAL unnest(tsvector_to_array(to_tsvector('russian', a.word)) || a.stem) AS lexeme
                         WHERE a.stem = known.stem) AS lexemes
             FROM (SELECT stem, entries, sum(entries) OVER (ORDER BY entries, stem) AS cases FROM "SearchWord" WHERE stem = ANY ($1::text[])) known
            WHERE cases <= $3 ORDER BY entries, stem LIMIT $4`,
    values: [words.map(stemOf), words, CANDIDATES, COMPARED],
  });
  return rows;
}

type Row = StandingFacts & {
  id: string;
  number: string;
  subject: string;
  language: Locale;
  body: string;
  receivedDay: Day;
};

/** The likest cases first; none where nothing rare is shared. */
export async function similarCases(world: World, viewer: Viewer | null, asked: Asked): Promise<SimilarCase[]> {
  const rare = await rareWords(world, asked);
  if (rare.length < 2) return [];
  const { values, given } = parameters();
  const today = dayOf(world.now());
  const filter = { q: '', body: '', kind: null, standing: null, time: null, from: null, to: null, whose: null };
  const { conditions } = conditionsOf({ filter, question: null, viewer, today, given });
  const lexemes = rare.flatMap((word) => word.lexemes.map((lexeme) => ({ ...word, lexeme })));
  const column = (name: 'stem' | 'lexeme' | 'weight') => given(lexemes.map((one) => one[name]));
  const any = given(lexemes.map(({ lexeme }) => `'${lexeme}'`).join(' | '));
  const least = ALIKE * rare.reduce((sum, { weight }) => sum + weight, 0);
  const { rows } = await world.db.pool.query<Row>({
    text: `
WITH candidates AS MATERIALIZED (
  SELECT id, at, tsvector_to_array(ts_filter(words, '{a,b}')) AS stems FROM "SearchEntry" WHERE kind = 'appeal' AND words @@ ${any}::tsquery),
shared AS (
  SELECT DISTINCT s.id, s.at, x.stem, x.weight FROM candidates s
    JOIN unnest(${column('stem')}::text[], ${column('lexeme')}::text[], ${column('weight')}::float8[]) AS x(stem, lexeme, weight) ON x.lexeme = ANY (s.stems)),
near AS MATERIALIZED (
  SELECT id, at, sum(weight) AS weight FROM shared GROUP BY id, at HAVING count(*) >= 2 AND sum(weight) >= ${given(least)}::float8)
SELECT a.id, a.number, a.subject, a.language, b.${NAME_IN[asked.locale]} AS body, a."receivedDay", a.phase, a."registeredDay", a."dueDay", a."endedDay"
  FROM near JOIN "Appeal" a ON a.id = near.id JOIN "Body" b ON b.id = a."bodyId"
 WHERE ${conditions.join(' AND ')} AND a.number IS DISTINCT FROM ${given(asked.except ?? null)}
 ORDER BY near.weight DESC, near.at DESC, a.id LIMIT ${OFFERED}`,
    values,
  });
  const answers = await answersOf(
    world,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, number, subject, language, body, receivedDay, ...facts }) => ({
    ...{ number, subject, language, body, receivedDay },
    standing: standingOf(facts, today),
    answer: answers.get(id) ?? null,
  }));
}

async function answersOf({ db }: World, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.pool.query<{ stream: string; type: string; payload: unknown }>({
    name: 'similar_answers',
    text: `SELECT stream, type, payload FROM "Event" WHERE stream = ANY ($1::text[]) AND type = ANY ($2::text[]) ORDER BY stream, version`,
    values: [ids.map((id) => `appeal:${id}`), SPEAKING],
  });
  const answers = new Map<string, string>();
  for (const { stream, type, payload } of rows) {
    const fact: Fact = readFact(type, payload);
    const [said] = textsOf([fact]).said;
    if (said) answers.set(stream.slice('appeal:'.length), said.length > EXCERPT ? `${said.slice(0, EXCERPT)}…` : said);
  }
  return answers;
}
