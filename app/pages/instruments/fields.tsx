// Fields that the editor's forms share: a text in three languages, and the condition under which something is asked.
import type { Condition, Instrument } from '../../../guide/schema';
import type { EditorView } from '../../queries/instrument-draft';
import { LOCALES, type Locale, type Text } from '../../text';
import { Checkboxes, Fieldset } from '../../ui/choice';
import { Field, Select, TextArea } from '../../ui/field';
import { listIn, type Typed } from '../form';
import type { RefusalView } from '../respond';

export type Shown = { value: (name: string) => string; refused: RefusalView | undefined };

type InLanguagesProps = Shown & {
  t: Text;
  /** The end of the fields' names: `<locale>.<what>`. */
  what: string;
  legend: string;
  hint?: string;
  rows?: number;
  maxLength?: number;
};

/** One text in Kazakh, Russian and English. */
export function InLanguages({ t, what, legend, hint, rows, maxLength = 300, value, refused }: InLanguagesProps) {
  return (
    <Fieldset legend={legend} hint={hint} id={`in-languages-${what}`}>
      {LOCALES.map((locale) => {
        const name = `${locale}.${what}`;
        const asked = { name, label: t.instruments.languages[locale], error: refused?.fields[name], lang: locale };
        return rows ? (
          <TextArea key={name} {...asked} rows={rows} maxLength={maxLength} value={value(name)} />
        ) : (
          <Field key={name} {...asked} maxLength={maxLength} value={value(name)} />
        );
      })}
    </Fieldset>
  );
}

/** The names of the fields of a text, for the summary of what is wrong. */
export const languageLabels = (t: Text, what: string, legend: string): Record<string, string> =>
  Object.fromEntries(LOCALES.map((locale) => [`${locale}.${what}`, `${legend}, ${t.instruments.spoken[locale]}`]));

/** A question as the editor calls it: its name in tables, else its wording, else its number. */
export const itemName = (t: Text, { draft }: Pick<EditorView, 'draft'>, locale: Locale, id: string): string => {
  const texts = draft.texts[locale];
  const [wording] = draft.directions.flatMap((direction) => texts[`item.${id}.${direction}`] ?? []);
  const order = draft.pages.flatMap((page) => page.items.map(({ item }) => item));
  return texts[`item.${id}.name`] ?? wording ?? t.instruments.item.wordless(order.indexOf(id) + 1);
};

/** Items asked before an item, or, with a page's id, before that page: those on whose answers it may depend. */
export function decidingBefore({ pages, items }: Instrument, at: string): string[] {
  const before: string[] = [];
  for (const page of pages) {
    if (page.id === at) return before;
    for (const { item } of page.items) {
      if (item === at) return before;
      const kind = items[item]?.kind;
      if (kind === 'choice' || kind === 'scale') before.push(item);
    }
  }
  return before;
}

type WhenProps = Shown & {
  t: Text;
  locale: Locale;
  view: EditorView;
  /** The item or page that is shown under the condition. */
  at: string;
  when: Condition | null;
  typed: Typed | undefined;
};

/** The question that something depends on, and, once it is kept, its answers to tick. */
export function WhenFields({ t, locale, view, at, when, value, typed, refused }: WhenProps) {
  const say = t.instruments.page;
  const { draft, words } = view;
  const chosen = when ? draft.items[when.item] : undefined;
  const scale = chosen?.kind === 'scale' ? draft.scales[chosen.scale] : undefined;
  const texts = draft.texts[locale];
  const answers = [
    ...(chosen?.kind === 'choice'
      ? chosen.options.map((option) => ({ value: option, label: texts[`option.${when?.item}.${option}`] ?? option }))
      : []),
    ...(scale && chosen?.kind === 'scale'
      ? Array.from({ length: scale.to - scale.from + 1 }, (_, n) => {
          const point = String(scale.from + n);
          const word = texts[`scale.${chosen.scale}.p${point}`];
          return { value: point, label: scale.labelled && word ? word : point };
        })
      : []),
    ...(chosen && 'dont_know' in chosen && chosen.dont_know ? [{ value: 'dont_know', label: words.dontKnow }] : []),
  ];
  return (
    <>
      <Select
        name="whenItem"
        label={say.when}
        hint={say.whenHint}
        empty={say.whenAlways}
        value={value('whenItem')}
        error={refused?.fields.whenItem}
        options={decidingBefore(draft, at).map((id) => ({ value: id, label: itemName(t, view, locale, id) }))}
      />
      {answers.length > 0 ? (
        <Checkboxes
          name="whenAny"
          legend={say.answers}
          options={answers}
          values={typed ? listIn(typed, 'whenAny') : (when?.any_of.map(String) ?? [])}
          error={refused?.fields.whenAny}
        />
      ) : null}
    </>
  );
}
