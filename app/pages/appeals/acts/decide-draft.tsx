// An approver reads a drafted answer whole, then signs it or sends it back with a remark.
import { fileSize, longDay } from '../../../text/format';
import { SubmitButton } from '../../../ui/button';
import { RadioCards } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
import { Form, FormActions, Hidden } from '../../../ui/form';
import { FileList } from '../../../ui/timeline';
import { DefinitionList, Prose } from '../../../ui/words';
import type { ActForm } from './form';
import { OfferedPromises } from './promises';

export function DecideDraftForm(props: ActForm) {
  const { t, locale, view, value, wrong } = props;
  const say = t.office.decide;
  const { draft, number } = view;
  if (!draft) return null;
  const { drafter, day, outcome, text, language, parts, files, version } = draft;
  return (
    <Form>
      <Hidden values={{ version: String(version) }} />
      <DefinitionList
        items={[
          { term: say.by, value: `${drafter}, ${longDay(locale, day)}` },
          { term: say.outcome, value: outcome },
          { term: say.text, value: <Prose text={text} lang={language} /> },
          ...parts.map((part) => ({ term: part.label, value: <Prose text={part.text} lang={language} /> })),
          ...(files.length > 0
            ? [
                {
                  term: say.files,
                  value: (
                    <FileList
                      files={files.map(({ id, name, size }) => ({
                        href: `/${locale}/appeals/${number}/files/${id}`,
                        name,
                        detail: fileSize(locale, size),
                      }))}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <RadioCards
        name="decision"
        legend={say.decision}
        value={value('decision')}
        error={wrong('decision')}
        options={(['approve', 'return'] as const).map((one) => ({ value: one, ...say[one] }))}
      />
      <OfferedPromises {...props} />
      <TextArea
        name="remark"
        label={say.remark}
        mark={say.remarkMark}
        rows={4}
        maxLength={5000}
        value={value('remark')}
        error={wrong('remark')}
      />
      <p>{t.acts.answer.signed(view.signer)}</p>
      <FormActions>
        <SubmitButton busy={t.acts.sending}>{say.submit}</SubmitButton>
      </FormActions>
    </Form>
  );
}
