// Why a term could not be counted, as a sentence: the calculator shows it at the field, the API gives it as `detail`.
import type { Parameter, TermProblem, TermProblemCode } from '../../queries/term';
import { textFor, type Locale } from '../../text';

type Sentence = (problem: TermProblem) => string;

/** Every code has its words in every language, or this does not compile. */
export function problemWords(locale: Locale, problem: TermProblem): string {
  const { problems } = textFor(locale).calculator;
  const at =
    (words: Record<Parameter, string>): Sentence =>
    ({ field }) =>
      words[field as Parameter] ?? words.term;
  const sentences: Record<TermProblemCode, Sentence> = {
    unknown: ({ allowed }) => problems.unknown(allowed),
    not_in_procedure: ({ allowed }) => problems.not_in_procedure(allowed),
    form: at(problems.form),
    too_long: () => problems.too_long(),
    needed: at(problems.needed),
    before_received: () => problems.before_received(),
    not_of_round: () => problems.not_of_round(),
    not_together: () => problems.not_together(),
    repeated: () => problems.repeated(),
    parameter: ({ allowed }) => problems.parameter(allowed),
  };
  return sentences[problem.code](problem);
}
