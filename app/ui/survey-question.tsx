// One question of a survey with its answers, by its form: scale, one option, several, a matrix as a fieldset a row, words. Used by
// survey-pages. Fields are named as core/sheet reads them; the first control of each carries the field's name as id.
import type { ReactNode } from 'react';
import type { Question } from '../core/questionnaire';
import { DONT_KNOW } from '../core/sheet';
import { Fieldset } from './choice';
import { TextArea } from './field';
import { Scale } from './survey-scale';

export type SurveyWords = {
  dontKnow: string;
  /** Stands after a question without whose answer the sheet does not count. */
  required: string;
  atMost(n: number): string;
  /** "Only if your answer to question 2 was “Partly” or “No”." */
  onlyIf(answers: readonly string[], number: number): string;
  counter: string;
};

/** What was answered before, by field: as core/sheet's `fieldsOf` gives it, or as it was typed. */
export type Filled = Readonly<Record<string, string | readonly string[] | undefined>>;

type Props = {
  question: Question;
  words: SurveyWords;
  lang?: string;
  filled: Filled;
  errors: Readonly<Record<string, string>>;
};

const one = (filled: Filled, name: string): string | undefined => {
  const value = filled[name];
  return typeof value === 'string' || value === undefined ? value : value.at(-1);
};
const many = (filled: Filled, name: string): readonly string[] => {
  const value = filled[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** Options under each other; "don't know" last and apart. */
function Options({
  question,
  words,
  filled,
}: Pick<Props, 'words' | 'filled'> & { question: Extract<Question, { options: unknown }> }) {
  const { id, options, dontKnow, kind } = question;
  const chosen = many(filled, id);
  const type = kind === 'multiple' ? 'checkbox' : 'radio';
  const option = (value: string, label: string, at: number, apart?: true) => (
    <label key={value} className={apart ? 'scale-apart' : undefined}>
      <input
        type={type}
        name={id}
        value={value}
        id={at === 0 ? id : undefined}
        defaultChecked={chosen.includes(value)}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <div className="scale-options">
      {options.map(({ value, label }, at) => option(value, label, at))}
      {dontKnow ? option(DONT_KNOW, words.dontKnow, options.length, true) : null}
    </div>
  );
}

function Answers({ question, words, filled, errors }: Props) {
  switch (question.kind) {
    case 'scale': {
      const { id, points, low, high, dontKnow } = question;
      return (
        <Scale
          {...{ points, low, high }}
          name={id}
          value={one(filled, id)}
          dontKnow={dontKnow ? words.dontKnow : null}
        />
      );
    }
    case 'choice':
    case 'multiple':
      return <Options {...{ question, words, filled }} />;
    case 'matrix': {
      const { rows, points, low, high, dontKnow } = question;
      return (
        <div className="scale-rows">
          {rows.map(({ name, label }) => (
            <Fieldset key={name} id={`${name}-row`} legend={label} error={errors[name]}>
              <Scale
                {...{ name, points, low, high }}
                value={one(filled, name)}
                dontKnow={dontKnow ? words.dontKnow : null}
              />
            </Fieldset>
          ))}
        </div>
      );
    }
    case 'text':
      return null;
  }
}

/** `data-when`, `data-any`: the field and the answers it depends on, for a script that hides it meanwhile. */
export function SurveyQuestion({ question, words, lang, filled, errors }: Props) {
  const { id, number, text, required, onlyIf, kind } = question;
  const condition = onlyIf
    ? words.onlyIf(
        onlyIf.answers.map((answer) => answer ?? words.dontKnow),
        onlyIf.number,
      )
    : null;
  const label: ReactNode = (
    <>
      <span className="question-number">{number}.</span> {text}
      {required ? <span className="field-mark"> {words.required}</span> : null}
    </>
  );
  const atMost = kind === 'multiple' && question.atMost !== null ? words.atMost(question.atMost) : null;
  const hint = condition || atMost ? [condition, atMost].filter(Boolean).join(' ') : undefined;
  return (
    <div className="question" lang={lang} data-when={onlyIf?.item} data-any={onlyIf?.values.join(' ')}>
      {kind === 'text' ? (
        <TextArea
          name={id}
          label={label}
          hint={hint}
          error={errors[id]}
          rows={4}
          maxLength={question.longest}
          counter={words.counter}
          value={one(filled, id)}
        />
      ) : (
        <Fieldset legend={label} hint={hint} error={errors[id]} id={`${id}-question`}>
          <Answers {...{ question, words, filled, errors }} />
        </Fieldset>
      )}
    </div>
  );
}
