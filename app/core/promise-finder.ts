// Which sentences of an answer promise something by a day? Found by rules in Kazakh and Russian: a day to come, and a verb that says what
// will be. A hit is an offer to whoever reads it, never a finding: the official or the applicant says that it is a promise.
import type { Calendar } from '../../guide/schema';
import { dayNamed } from './day-named';
import type { Day } from './day';
import type { ReplyParts } from './reply';

/** A sentence of the answer, and the day that it names. */
export type Promised = { text: string; day: Day };
/** More than one answer ever promises. */
const MOST = 10;
const LONGEST = 600;

/** The Russian words after which something is to come. */
const WILL =
  /(?<!\p{L})(?<!не\s)(?:буд(?:ет|ут|ем)|планиру(?:ется|ются|ем)|(?:за)?планирован[аоы]?|предусмотрен[аоы]?|намечен[аоы]?|предполага(?:ется|ются|ем)|обязу(?:ется|ются|емся)|обеспечим|установим|провед[её]м|выполним|завершим|устраним|направим|отремонтируем|построим|подготовим|рассмотрим|внес[её]м|примем|сообщим|опубликуем|заменим|откроем|создадим|выделим|начн[её]м)(?!\p{L})/iu;
/** A Kazakh sentence ends with its verb: of the present and future tense, not denied. */
const KAZAKH_WILL = /(?:[ае]д[ыі]|йд[ыі]|[ае]м[ыі]з|йм[ыі]з)$/u;
const KAZAKH_DENIED = /[мбп][ае]й(?:д[ыі]|м[ыі]з)$/u;
const KAZAKH_PLANNED = /(?<!\p{L})(?:жоспарлан(?:уда|ып|ған|ады)|көзделг?(?:ен|іп)|міндеттен)/iu;
/** What the applicant may do by a day is no promise of the body. */
const RIGHTS =
  /(?<!\p{L})(?:вправе|можете|может\s+быть\s+(?:подан|обжалован)|имеете\s+право|обжалова|құқыл|құқығы|шағымдан|шағым\s+беруге)/iu;

/** Every sentence of an answer given on `given` that seems to promise something by a later day, in its order. */
export function promisesIn(text: string, { given, calendar }: { given: Day; calendar: Calendar }): Promised[] {
  return sentencesOf(text)
    .flatMap((sentence): Promised[] => {
      if (sentence.length > LONGEST || RIGHTS.test(sentence) || !speaksOfWhatWillBe(sentence)) return [];
      const day = dayNamed(sentence, { given, calendar });
      return day && day > given ? [{ text: sentence, day }] : [];
    })
    .slice(0, MOST);
}

/** The same of everything that an answer says in words, each sentence once. */
export function promisesOf(
  { text, requirements }: Pick<ReplyParts, 'text' | 'requirements'>,
  said: Parameters<typeof promisesIn>[1],
): Promised[] {
  const found = promisesIn([text, ...Object.values(requirements)].join('\n'), said);
  return found.filter((one, place) => found.findIndex((other) => other.text === one.text) === place);
}

function speaksOfWhatWillBe(sentence: string): boolean {
  if (WILL.test(sentence) || KAZAKH_PLANNED.test(sentence)) return true;
  const last = /(\p{L}+)\P{L}*$/u.exec(sentence)?.[1]?.toLowerCase() ?? '';
  return KAZAKH_WILL.test(last) && !KAZAKH_DENIED.test(last);
}

/** Words after whose stop a sentence goes on. */
const SHORT =
  /(?:^|[^\p{L}])(?:г|гг|ст|п|пп|ул|им|д|тел|млн|млрд|тыс|т\.\s?е|и\s?т|ж|б|т\.\s?б|қ|обл|пр|каб|рис|табл|см|др)\.$/iu;

function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    let begun = '';
    for (const piece of line.split(/(?<=[.!?…])\s+/)) {
      begun = begun ? `${begun} ${piece}` : piece;
      if (begun.length <= LONGEST && SHORT.test(begun)) continue;
      sentences.push(begun.trim());
      begun = '';
    }
    if (begun) sentences.push(begun.trim());
  }
  return sentences.filter(Boolean);
}
