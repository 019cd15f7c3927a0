// The form by which an appeal is filed. Labels by field id are shared with the summary of errors.
import type { Identity, KindChoice } from '../../queries/filing';
import type { Source } from '../../queries/reasons';
import { LOCALES, type Locale, type Text } from '../../text';
import { Button, SubmitButton } from '../../ui/button';
import { Checkbox, RadioCards } from '../../ui/choice';
import { Field, Select, TextArea, type Option } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Tag } from '../../ui/words';
import type { RefusalView } from '../respond';
import { AttachField } from './attach-field';
import { BodiesField } from './bodies-field';
import type { DraftShown } from './draft-notes';
import { PublicityFields } from './publicity-fields';

export const filingLabels = (t: Text): Record<string, string> => {
  const say = t.filing;
  return {
    kind: say.kind.legend,
    bodyId: say.body.label,
    organisationId: say.identity.legend,
    subject: say.subject.label,
    text: say.text.label,
    language: say.language.label,
    visibility: say.visibility.legend,
    publicDay: say.publicDay.label,
    nameHidden: say.nameHidden.label,
    files: say.files.label,
  };
};

/** Lengths that the command takes; the browser counts along. */
const SUBJECT_MOST = 200;
const TEXT_MOST = 20_000;

/** The article without a link: a step aside in the middle of a form would cost what is typed; the guide has them all as links. */
const Article = ({ source: { label, doubt } }: { source: Source }) => (
  <>
    {label} {doubt ? <Tag tone="clock">{doubt}</Tag> : null}
  </>
);

type Props = {
  t: Text;
  kinds: readonly KindChoice[];
  bodies: readonly { label: string; options: Option[] }[];
  identities: readonly Identity[];
  self: string;
  accept: string;
  /** What stands in a field: typed before, from the address, or the usual choice. */
  value: (name: string) => string;
  ticked: (name: string) => boolean;
  /** Bodies chosen so far, or ''. */
  chosen: readonly string[];
  /** To how many bodies one appeal may go; 1 where only to one. */
  severalMost: number;
  /** Until which day a private appeal may be chosen to become public; null where the guide knows no such day. */
  publicUntil: { first: string; last: string } | null;
  /** Files that only the body is to open. */
  withheld: readonly string[];
  kept: readonly { id: string; name: string; size: number }[];
  draft: DraftShown;
  locale: Locale;
  /** The form's one-time key: sent twice, it files once. */
  formKey: string;
  origin: { id: string; number: string } | null;
  refused: RefusalView | undefined;
  /** Similar cases were shown: sent now, it files. */
  looked: boolean;
};

export function FilingForm({
  t,
  kinds,
  bodies,
  identities,
  self,
  accept,
  value,
  ticked,
  chosen,
  severalMost,
  publicUntil,
  withheld,
  kept,
  draft,
  locale,
  formKey,
  origin,
  refused,
  looked,
}: Props) {
  const say = t.filing;
  const wrong = (name: string) => refused?.fields[name];
  return (
    <Form
      multipart
      draft={{
        ...{ key: draft.key, restored: say.draft.restored, discard: say.draft.discard },
        server: { to: `/${locale}/drafts/save`, at: draft.kept?.savedAt ?? 0, unsent: t.drafts.unsent },
      }}
    >
      <Hidden values={{ key: formKey, about: draft.about, originId: origin?.id, looked: looked ? 'yes' : undefined }} />
      <RadioCards
        name="kind"
        legend={say.kind.legend}
        value={value('kind')}
        error={wrong('kind')}
        options={kinds.map(({ kind, name, text, dueDay, term, source, filedWith }) => ({
          value: kind,
          label: name,
          text: (
            <>
              {text}
              <small className="case-line">
                {say.kind.dueIf(t.ledger.term(term.n, term.unit), dueDay)} {source ? <Article source={source} /> : null}
                {filedWith ? (
                  <>
                    <br />
                    {say.kind.filedWith(filedWith)}
                  </>
                ) : null}
              </small>
            </>
          ),
        }))}
      />
      <BodiesField {...{ t, bodies, chosen, severalMost }} error={wrong('bodyId')} />
      {identities.length > 0 ? (
        <RadioCards
          name="organisationId"
          legend={say.identity.legend}
          layout="list"
          value={value('organisationId')}
          error={wrong('organisationId')}
          options={[
            ...identities.map(({ organisationId, name }) => ({ value: organisationId, label: name })),
            { value: '', label: say.identity.self(self) },
          ]}
        />
      ) : null}
      <Field
        name="subject"
        label={say.subject.label}
        hint={say.subject.hint}
        value={value('subject')}
        maxLength={SUBJECT_MOST}
        error={wrong('subject')}
        required
      />
      <TextArea
        name="text"
        label={say.text.label}
        hint={say.text.hint}
        rows={12}
        value={value('text')}
        maxLength={TEXT_MOST}
        counter={say.text.counter}
        error={wrong('text')}
        required
      />
      <Select
        name="language"
        label={say.language.label}
        hint={say.language.hint}
        width="m"
        value={value('language')}
        error={wrong('language')}
        options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
      />
      <PublicityFields {...{ t, value, wrong, ticked, publicUntil, refused }} />
      <Checkbox
        name="nameHidden"
        label={say.nameHidden.label}
        hint={say.nameHidden.hint}
        checked={ticked('nameHidden')}
      />
      <AttachField t={t} accept={accept} kept={kept} withheld={withheld} error={wrong('files')} />
      <FormActions>
        <SubmitButton busy={say.sending}>{looked ? t.search.similar.send : say.submit}</SubmitButton>
        <Button type="submit" name="intent" value="count" weight="secondary" icon="clock">
          {say.preview}
        </Button>
        <Button type="submit" name="intent" value="save" weight="secondary">
          {t.drafts.save}
        </Button>
      </FormActions>
      <p className="field-hint" role="status" data-saved>
        {draft.kept ? t.drafts.savedAt(draft.kept.savedAt) : ''}
      </p>
    </Form>
  );
}
