// What a consultation round of the invented country is made of: the words of the host, the draft in both state languages, what people
// say of which clause, and how a body answers when it means it and when it does not. The stories stand in stories-rounds/.
import type { DispositionId, DocumentRole, Origin, RoundKind } from '../guide/schema';
import type { Topic } from '../app/core/topic';

export type Both = { kk: string; ru: string };
/** Words of the draft and what stands there afterwards, in each language. */
export type Change = { kk: readonly [from: string, to: string]; ru: readonly [from: string, to: string] };

/** One contribution, or a campaign of near-identical ones. */
export type CommentStory = {
  /** The answer that it gets: key of one of the story's answers. */
  about: string;
  language: 'kk' | 'ru';
  /** Number of the clause as the draft has it; null: the whole. */
  clause: number | null;
  text: string;
  wording?: string;
  /** Key of the organisation in whose name it is said; left out: a citizen. */
  organisation?: string;
  /** Entered by the body; left out: made on the site. */
  origin?: Exclude<Origin, 'site'>;
  /** As given on paper or by the speaker. */
  name?: string;
  /** How many citizens say it, each in nearly the same words: with an opening and an ending of their own. */
  campaign?: { times: number; openings: readonly string[]; endings: readonly string[] };
  /** How many join it with one more voice. */
  voices?: number;
};

export type AnswerStory = {
  key: string;
  /** The point's title. */
  title: string;
  code: Exclude<DispositionId, 'duplicate'>;
  reason: Both;
  /** What an honest body changes in the draft where it says that something changed. */
  change?: Change;
  /** What a body changes that only wants to have changed something: the text differs, what was asked for does not happen. */
  cosmetic?: Change;
};

export type RoundStory = {
  key: string;
  kind: RoundKind;
  /** Slug of the body that must answer. */
  body: string;
  /** Slug of the council that hosts it; left out: the body itself. */
  council?: string;
  topic: Topic;
  regions: readonly string[];
  title: Both;
  summary: Both;
  decides: Both;
  fixed: Both;
  contact: string;
  /** Of a hearing: its hour and place, and its protocol. */
  hearing?: { time: string; place: string; protocol: Both; chair: string; present: number };
  documents: readonly { role: DocumentRole; title: Both; markdown: Both }[];
  comments: readonly CommentStory[];
  answers: readonly AnswerStory[];
  /** What the public council says, where it is asked. `interested`: the organisation whose representative has an interest. */
  view?: { text: Both; reply: Both; dissent?: string; interested?: string };
  decision: Both;
  outcome: { asked: Both; said: Both; did: Both; next: Both };
  promises: readonly { text: Both; evidence: Both }[];
};

/** Paragraphs of a document. */
export const paragraphs = (...lines: readonly string[]): string => lines.join('\n\n');
/** A comparison table: what is in force, what is proposed, why. */
export const comparison = (
  head: readonly [string, string, string, string],
  ...rows: readonly (readonly string[])[]
): string =>
  [head, head.map(() => '---'), ...rows.map((row, n) => [String(n + 1), ...row])]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
export const HEAD_KK = ['№', 'Қолданыстағы редакция', 'Ұсынылатын редакция', 'Негіздеме'] as const;
export const HEAD_RU = ['№', 'Действующая редакция', 'Предлагаемая редакция', 'Обоснование'] as const;

/** What a body says to anything when it does not want to say anything: the same words to every question. */
export const BOILERPLATE: Both = {
  kk: 'Ұсынысыңыз қаралып, назарға алынды. Жоба Қазақстан Республикасының қолданыстағы заңнамасына сәйкес әзірленген.',
  ru: 'Ваше предложение рассмотрено и принято к сведению. Проект разработан в соответствии с действующим законодательством Республики Казахстан.',
};
