// The list of drafts and the form that begins one: for the people of a council, and for administrators.
import type { DraftLine, Source } from '../../queries/instruments';
import { LOCALES, type Locale, type Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Field, FileInput, Select, TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section } from '../../ui/layout';
import { Table } from '../../ui/table';
import { EmptyState, Tag } from '../../ui/words';
import { textOf } from '../form';
import { Notices, type EditAnswer } from './working';

type DraftsProps = { t: Text; locale: Locale; drafts: readonly DraftLine[]; councils?: true };

export function Drafts({ t, locale, drafts, councils }: DraftsProps) {
  const say = t.instruments;
  return (
    <Section title={say.ours} id="drafts">
      {drafts.length === 0 ? (
        <EmptyState title={say.none}>{say.noneText}</EmptyState>
      ) : (
        <Table
          caption={say.ours}
          captionHidden
          columns={[
            { key: 'name', label: say.columns.name, width: 'wide' },
            ...(councils ? [{ key: 'council', label: say.columns.council }] : []),
            { key: 'check', label: say.columns.check },
            { key: 'published', label: say.columns.published },
            { key: 'changed', label: say.columns.changed },
          ]}
          rows={drafts.map(({ id, name, council, changedAt, faults, version }) => ({
            id,
            cells: {
              name: <a href={`/${locale}/instruments/${id}`}>{name}</a>,
              council: council ?? say.everybody,
              check: faults === 0 ? <Tag tone="good">{say.clean}</Tag> : say.toPutRight(faults),
              published: version === null ? say.notPublished : say.version(version),
              changed: <time dateTime={new Date(changedAt).toISOString()}>{dayAndTime(locale, changedAt)}</time>,
            },
          }))}
        />
      )}
    </Section>
  );
}

type BeginProps = {
  t: Text;
  sources: { guide: readonly Source[]; published: readonly Source[] };
  /** The form's one-time key. */
  formKey: string;
  answer: EditAnswer | undefined;
  /** Whom it may be written for, where that is to be chosen; the empty value is everybody. */
  councils?: readonly { id: string; name: string }[];
};

export function BeginForm({ t, sources, formKey, answer, councils }: BeginProps) {
  const say = t.instruments.begin;
  const { refused, typed } = answer ?? {};
  const nameFields = LOCALES.map((locale) => ({
    locale,
    name: `name${locale === 'kk' ? 'Kk' : locale === 'ru' ? 'Ru' : 'En'}`,
  }));
  const labels: Record<string, string> = {
    ...Object.fromEntries(nameFields.map(({ locale, name }) => [name, `${say.name}, ${t.instruments.spoken[locale]}`])),
    ...{ text: say.pasted, file: say.file },
  };
  return (
    <Section title={say.title} id="begin">
      <Notices {...{ t, answer, labels }} />
      <Form multipart>
        <Hidden values={{ key: formKey }} />
        {councils ? (
          <Select
            name="councilId"
            label={say.council}
            empty={t.instruments.everybody}
            value={textOf(typed, 'councilId')}
            options={councils.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Select
          name="from"
          label={say.from}
          value={textOf(typed, 'from') || 'empty'}
          options={[
            { value: 'empty', label: say.empty },
            { value: 'text', label: say.text },
          ]}
          groups={[
            { label: say.guide, options: sources.guide },
            ...(sources.published.length > 0 ? [{ label: say.publishedOnes, options: sources.published }] : []),
          ]}
        />
        {nameFields.map(({ locale, name }) => (
          <Field
            key={name}
            name={name}
            label={labels[name] ?? name}
            hint={locale === 'en' ? say.nameHint : undefined}
            lang={locale}
            required
            maxLength={200}
            value={textOf(typed, name)}
            error={refused?.fields[name]}
          />
        ))}
        <TextArea
          name="text"
          label={say.pasted}
          hint={say.pastedHint}
          rows={3}
          value={textOf(typed, 'text')}
          error={refused?.fields.text}
        />
        <FileInput name="file" label={say.file} hint={say.fileHint} accept=".yaml,.yml" error={refused?.fields.file} />
        <FormActions>
          <SubmitButton busy={t.acts.sending}>{say.button}</SubmitButton>
        </FormActions>
      </Form>
    </Section>
  );
}
