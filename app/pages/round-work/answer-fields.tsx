// The fields of an answer to a point: code, reason in both languages, changed clauses with what they said before, own words for single
// comments.
import type { PointView } from '../../queries/round-point';
import type { Locale, Text } from '../../text';
import { LinkButton } from '../../ui/button';
import { Checkbox, Fieldset, RadioCards } from '../../ui/choice';
import { Details } from '../../ui/details';
import { Difference } from '../../ui/difference';
import { Field, TextArea } from '../../ui/field';
import { Pair, Stack } from '../../ui/layout';
import { listIn, textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';

const REASON = 10_000;

type Props = { t: Text; locale: Locale; view: PointView; typed?: Typed; refused?: RefusalView; home: string };

export const answerLabels = ({ roundWork: say }: Text): Record<string, string> => ({
  code: say.code,
  reasonKk: say.reasonKk,
  reasonRu: say.reasonRu,
  changes: say.changes,
  duplicateOf: say.duplicateOf,
});

export function AnswerFields({ t, view, typed, refused, home }: Props) {
  const say = t.roundWork;
  const draft = view.draft?.disposition;
  const stored: Record<string, string> = {
    ...{ code: draft?.code ?? '', reasonKk: draft?.reason.kk ?? '', reasonRu: draft?.reason.ru ?? '' },
    duplicateOf: draft?.duplicateOf ?? '',
  };
  const value = (name: string) =>
    typed?.code === undefined && typed?.reasonKk === undefined ? (stored[name] ?? '') : textOf(typed, name);
  const ticked =
    typed?.reasonKk === undefined
      ? (draft?.changes.map(({ documentId, anchor }) => `${documentId}/${anchor}`) ?? [])
      : listIn(typed, 'changes');
  const wrong = (name: string) => refused?.fields[name];
  const own = new Map(view.draft?.edits.map(({ commentId, reason }) => [commentId, reason]));
  return (
    <>
      <RadioCards
        name="code"
        legend={say.code}
        options={view.codes.map(({ value: code, name, text }) => ({ value: code, label: name, text }))}
        value={value('code')}
        error={wrong('code')}
      />
      <Pair>
        {(['Kk', 'Ru'] as const).map((one) => (
          <TextArea
            key={one}
            name={`reason${one}`}
            label={say[`reason${one}`]}
            hint={one === 'Kk' ? say.reasonHint : undefined}
            lang={one === 'Kk' ? 'kk' : 'ru'}
            rows={6}
            maxLength={REASON}
            value={value(`reason${one}`)}
            error={wrong(`reason${one}`)}
            required
          />
        ))}
      </Pair>
      {view.hasDraft ? (
        <Fieldset legend={say.changes} hint={say.changesLead} id="changes" error={wrong('changes')}>
          {view.changed.length === 0 ? (
            <p>
              {say.changesNone} <LinkButton href={`${home}/documents`}>{say.addVersion}</LinkButton>
            </p>
          ) : null}
          {view.changed.map(({ value: link, label, language, kind, parts }, index) => (
            <Checkbox
              key={link}
              name="changes"
              id={index === 0 ? 'changes' : `change-${link}`}
              value={link}
              checked={ticked.includes(link)}
              label={
                <>
                  <span className="clause-name" lang={language}>
                    {label || t.round.documents.unnumbered}
                  </span>{' '}
                  <span className="muted">
                    {t.case.languages[language]}
                    {kind === 'changed' ? '' : `, ${kind === 'added' ? say.newClause : say.removedClause}`}
                  </span>
                </>
              }
              hint={<Difference parts={parts} lang={language} texts={t.comments.difference} />}
            />
          ))}
        </Fieldset>
      ) : null}
      <Details summary={say.duplicate} open={value('duplicateOf') !== '' || wrong('duplicateOf') !== undefined}>
        <Field
          name="duplicateOf"
          label={say.duplicateOf}
          width="m"
          maxLength={40}
          value={value('duplicateOf')}
          error={wrong('duplicateOf')}
        />
      </Details>
      {view.waiting > 1 ? (
        <Details summary={say.ownReasons} open={view.comments.some(({ id }) => own.has(id))}>
          <Stack>
            <p>{view.pages > 1 ? `${say.editsLead} ${say.editsPage}` : say.editsLead}</p>
            {view.comments.map(({ id, number, text }) => (
              <Fieldset key={id} legend={number} hint={text.slice(0, 160)}>
                <Pair>
                  {(['kk', 'ru'] as const).map((language) => (
                    <TextArea
                      key={language}
                      name={`edit.${id}.${language}`}
                      label={language === 'kk' ? say.editKk(number) : say.editRu(number)}
                      lang={language}
                      rows={2}
                      maxLength={REASON}
                      value={
                        typed?.reasonKk === undefined
                          ? (own.get(id)?.[language] ?? '')
                          : textOf(typed, `edit.${id}.${language}`)
                      }
                    />
                  ))}
                </Pair>
              </Fieldset>
            ))}
          </Stack>
        </Details>
      ) : null}
    </>
  );
}
