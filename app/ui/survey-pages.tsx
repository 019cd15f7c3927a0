// The questions of a survey as its participants see them, page by page. Used by the answering page inside its form, and by the editor's
// preview and the guide, where nothing is sent. No data and no texts of its own.
import type { QuestionPage } from '../core/questionnaire';
import { labelled, type Locale } from '../text/format';
import { SurveyQuestion, type Filled, type SurveyWords } from './survey-question';

type Props = {
  pages: readonly QuestionPage[];
  words: SurveyWords;
  /** The language of the questions, where it may differ from the page's. */
  lang?: string;
  filled?: Filled;
  /** By field, in the reader's words. */
  errors?: Readonly<Record<string, string>>;
  /** The heading's level under the page's h1. */
  level?: 2 | 3;
};

export function SurveyPages({ pages, words, lang, filled = {}, errors = {}, level = 2 }: Props) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="survey">
      {pages.map(({ id, title, onlyIf, questions }) => (
        <section className="question-page" key={id} data-when={onlyIf?.item} data-any={onlyIf?.values.join(' ')}>
          <Heading lang={lang}>{title}</Heading>
          {onlyIf ? (
            <p className="field-hint">
              {words.onlyIf(
                onlyIf.answers.map((answer) => answer ?? words.dontKnow),
                onlyIf.number,
              )}
            </p>
          ) : null}
          {questions.map((question) => (
            <SurveyQuestion key={question.id} {...{ question, words, lang, filled, errors }} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** What is wrong, in the order of the form, for ErrorSummary: the first control of a field is its target. */
export const problemsInOrder = (
  locale: Locale,
  pages: readonly QuestionPage[],
  errors: Readonly<Record<string, string>>,
): { field: string; text: string }[] =>
  pages.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      (question.kind === 'matrix' ? question.rows : [{ name: question.id, label: question.text }]).flatMap(
        ({ name, label }) => {
          const error = errors[name];
          return error ? [{ field: name, text: `${question.number}. ${labelled(locale, label, error)}` }] : [];
        },
      ),
    ),
  );
