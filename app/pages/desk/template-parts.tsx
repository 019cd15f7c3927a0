// Parts of a template's page: its form, the placeholders that may stand in it, and its history.
import type { Kind } from '../../../guide/schema';
import { PLACEHOLDER_NAMES, PLACEHOLDERS } from '../../core/template';
import type { TemplateView } from '../../queries/templates';
import { LOCALES, type Locale, type Text } from '../../text';
import { longDay } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Field, Select, TextArea } from '../../ui/field';
import { Form, FormActions } from '../../ui/form';
import { Card, Section, Stack } from '../../ui/layout';
import { Code, DefinitionList, Prose } from '../../ui/words';
import { textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';

type FormProps = {
  t: Text;
  locale: Locale;
  template: TemplateView | null;
  parts: readonly { kind: Kind; parts: readonly { id: string; name: string }[] }[];
  kinds: readonly { id: Kind; name: string }[];
  typed?: Typed;
  refused?: RefusalView;
};

export function TemplateForm({ t, locale, template, parts, kinds, typed, refused }: FormProps) {
  const say = t.office.templates;
  const stored = (name: string): string => {
    if (!template) return name === 'language' ? locale : '';
    const part = /^requirements\.(.+)$/.exec(name)?.[1];
    if (part) return template.requirements[part] ?? '';
    const plain: Record<string, string> = {
      ...{ kind: template.kind, language: template.language, name: template.name, text: template.text },
    };
    return plain[name] ?? '';
  };
  const field = (name: string) => ({
    name,
    value: typed ? textOf(typed, name) : stored(name),
    error: refused?.fields[name],
  });
  // Which parts an answer has is known once the kind is; a new template gets them when it was saved the first time.
  const asked = template ? (parts.find(({ kind }) => kind === template.kind)?.parts ?? []) : [];
  return (
    <Form>
      <Field {...field('name')} label={say.name} hint={say.nameHint} maxLength={200} required />
      <Select
        {...field('kind')}
        label={say.kind}
        options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        width="m"
      />
      <Select
        {...field('language')}
        label={say.language}
        options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
        width="m"
      />
      <TextArea {...field('text')} label={say.text} hint={say.textHint} rows={12} maxLength={50_000} required />
      {asked.length > 0 ? (
        <Details summary={say.parts} open={asked.some(({ id }) => stored(`requirements.${id}`) !== '')}>
          {asked.map(({ id, name }) => (
            <TextArea
              key={id}
              {...field(`requirements.${id}`)}
              label={name}
              mark={t.acts.optional}
              rows={3}
              maxLength={5000}
            />
          ))}
        </Details>
      ) : null}
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}

/** What fills itself, in the three languages. */
export function Placeholders({ t }: { t: Text }) {
  const say = t.office.templates;
  return (
    <Card title={say.placeholders} level={2}>
      <p>{say.placeholdersLead}</p>
      <DefinitionList
        items={PLACEHOLDERS.map((id) => ({
          term: say.means[id],
          value: (
            <>
              {LOCALES.map((one) => (
                <span key={one} className="case-line" lang={one}>
                  <Code>{`{{${PLACEHOLDER_NAMES[id][one]}}}`}</Code>
                </span>
              ))}
            </>
          ),
        }))}
      />
    </Card>
  );
}

export function TemplateHistory({ t, locale, template }: { t: Text; locale: Locale; template: TemplateView }) {
  const say = t.office.templates;
  return (
    <Section title={say.history} id="history">
      <Stack gap="s">
        {template.history.map(({ version, day, by, name, text, retired }) =>
          retired ? (
            <p key={version}>{say.retiredBy(by, longDay(locale, day))}</p>
          ) : (
            <Details key={version} summary={say.writtenBy(by, longDay(locale, day))}>
              <p lang={template.language}>
                <strong>{name}</strong>
              </p>
              <Prose text={text} lang={template.language} />
            </Details>
          ),
        )}
      </Stack>
    </Section>
  );
}
