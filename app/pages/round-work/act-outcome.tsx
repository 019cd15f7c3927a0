// The form of the outcome: its four parts in both state languages, and what the report calls each answered point in both. Analysts'
// working titles are offered in the language they seem to be in.
import { suggestedTitle } from '../../core/point-title';
import { Fieldset } from '../../ui/choice';
import { Field } from '../../ui/field';
import { Pair } from '../../ui/layout';
import { textOf, type Typed } from '../form';
import { Both, type Asked } from './act-fields';

const TITLE = /^title\.([0-9a-f-]{36})\.kk$/;

/** The titles as the command takes them: 'title.<pointId>.kk' and '.ru' of the form. */
export const titlesIn = (typed: Typed) =>
  Object.keys(typed).flatMap((name) => {
    const pointId = TITLE.exec(name)?.[1];
    return pointId ? [{ pointId, kk: textOf(typed, name), ru: textOf(typed, `title.${pointId}.ru`) }] : [];
  });

/** What the fields of the titles are called where something is wrong with them. */
export const titleLabels = ({ t, view }: Pick<Asked, 't' | 'view'>): Record<string, string> =>
  Object.fromEntries(
    view.answered.flatMap(({ id, title }) => [
      [`title.${id}.kk`, t.roundWork.titleKk(title)],
      [`title.${id}.ru`, t.roundWork.titleRu(title)],
    ]),
  );

export function OutcomeFields(asked: Asked) {
  const { t, view, value, wrong } = asked;
  const say = t.roundWork;
  return (
    <>
      {(['asked', 'said', 'did', 'next'] as const).map((name) => (
        <Both key={name} {...asked} name={name} rows={5} most={20_000} />
      ))}
      {view.answered.length > 0 ? (
        <Fieldset size="large" id="titles" legend={say.titles} hint={say.titlesHint}>
          {view.answered.map(({ id, title }) => (
            <Pair key={id}>
              {(['kk', 'ru'] as const).map((language) => {
                const name = `title.${id}.${language}`;
                return (
                  <Field
                    key={language}
                    name={name}
                    label={language === 'kk' ? say.titleKk(title) : say.titleRu(title)}
                    lang={language}
                    maxLength={300}
                    value={value(name) || suggestedTitle(title)[language]}
                    error={wrong(name)}
                    required
                  />
                );
              })}
            </Pair>
          ))}
        </Fieldset>
      ) : null}
    </>
  );
}
