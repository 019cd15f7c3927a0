// The form of a comment, or of a voice that joins one. Works by keyboard and without scripts; labels by field id are shared with the
// summary of errors.
import type { FormPlace, Joined } from '../../queries/commenting';
import type { SimilarComment } from '../../queries/similar-comments';
import { LOCALES, type Locale, type Text } from '../../text';
import { Button, SubmitButton } from '../../ui/button';
import { Checkbox, RadioCards, type Choice } from '../../ui/choice';
import { Select, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Alert } from '../../ui/notice';
import { Prose } from '../../ui/words';
import { AttachField } from '../appeals/attach-field';
import { textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';

const LONGEST = 20_000;

export const commentLabels = (t: Text, joins: boolean): Record<string, string> => {
  const say = t.commenting;
  return {
    organisationId: say.who,
    text: joins ? say.joinText : say.text,
    wording: say.wording,
    language: say.language,
    files: t.filing.files.label,
  };
};

type Props = {
  t: Text;
  locale: Locale;
  place: FormPlace | null;
  joins: Joined | null;
  who: readonly Choice[];
  accept: string;
  draftKey: string;
  /** The form's one-time key: sent twice, it makes one comment. */
  formKey: string;
  typed: Typed | undefined;
  kept: readonly { id: string; name: string; size: number }[];
  near: readonly SimilarComment[];
  fresh: true | undefined;
  personal: 'may_publish' | 'never' | undefined;
  refused: RefusalView | undefined;
};

export function CommentForm(props: Props) {
  const { t, locale, place, joins, who, accept, draftKey, formKey, typed, kept, near, fresh, personal, refused } =
    props;
  const say = t.commenting;
  const labels = commentLabels(t, joins !== null);
  const value = (name: string) => textOf(typed, name);
  const wrong = (name: string) => refused?.fields[name];
  return (
    <Form multipart draft={{ key: draftKey, ...t.filing.draft }} fresh={fresh}>
      <Hidden
        values={{
          key: formKey,
          documentId: joins ? undefined : place?.documentId,
          anchor: joins ? undefined : place?.clause?.anchor,
          considered: value('considered') || undefined,
        }}
      />
      {/* Enter in a field sends the comment, whatever buttons stand above. */}
      <button type="submit" hidden />
      <Near t={t} near={near} />
      <RadioCards
        name="organisationId"
        layout="list"
        legend={say.who}
        value={typed ? value('organisationId') : who[0]?.value}
        error={wrong('organisationId')}
        options={who}
      />
      <TextArea
        name="text"
        label={labels.text}
        mark={joins ? t.filing.optional : undefined}
        hint={joins ? say.joinHint : say.textHint}
        rows={joins ? 4 : 8}
        maxLength={LONGEST}
        counter={t.filing.text.counter}
        value={value('text')}
        error={wrong('text')}
      />
      {joins ? null : (
        <>
          <TextArea
            name="wording"
            label={say.wording}
            hint={say.wordingHint}
            mark={t.filing.optional}
            rows={5}
            maxLength={LONGEST}
            counter={t.filing.text.counter}
            value={value('wording')}
            error={wrong('wording')}
          />
          {place?.clause ? (
            <div>
              <Button type="submit" name="intent" value="prefill" size="small" icon="copy">
                {say.prefill}
              </Button>
            </div>
          ) : null}
        </>
      )}
      <Select
        name="language"
        label={say.language}
        width="m"
        value={value('language') || locale}
        error={wrong('language')}
        options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
      />
      <Checkbox
        name="nameHidden"
        label={say.nameHidden}
        hint={say.nameHiddenHint}
        checked={value('nameHidden') === 'on'}
      />
      {personal === 'may_publish' || value('publishPersonal') === 'on' ? (
        <Checkbox
          name="publishPersonal"
          label={say.publishPersonal}
          hint={say.publishPersonalHint}
          checked={value('publishPersonal') === 'on'}
        />
      ) : null}
      {personal === 'never' ? (
        <Alert tone="warning">
          <p>{say.neverPersonal}</p>
        </Alert>
      ) : null}
      <AttachField t={t} accept={accept} kept={kept} error={wrong('files')} />
      <FormActions>
        <SubmitButton busy={t.filing.sending}>
          {joins ? say.join : near.length > 0 ? say.sendMine : say.send}
        </SubmitButton>
      </FormActions>
    </Form>
  );
}

/** Before the same is said once more: comments that say it nearly, each with the button that adds a voice, the words typed as its reason. */
function Near({ t, near }: Pick<Props, 't' | 'near'>) {
  const say = t.commenting.near;
  if (near.length === 0) return null;
  return (
    <Alert tone="info" title={say.title} id="near">
      <p>{say.text}</p>
      <ul className="voices">
        {near.map(({ id, number, name, text, language, voices }) => (
          <li key={id}>
            <span className="muted">
              {[number, name ?? t.comments.nameHidden, voices > 0 ? t.comments.voices(voices) : '']
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Prose text={text} lang={language} />
            <SubmitButton name="joinsId" value={id} size="small" weight="secondary">
              {say.join}
              <span className="unseen">: {number}</span>
            </SubmitButton>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
