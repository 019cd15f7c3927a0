// The answer: outcome by the guide, the text, and each part that the law asks for under its own name and article.
import { LOCALES } from '../../../text';
import { SubmitButton } from '../../../ui/button';
import { Fieldset, RadioCards } from '../../../ui/choice';
import { Details } from '../../../ui/details';
import { Select, TextArea } from '../../../ui/field';
import { Form, FormActions } from '../../../ui/form';
import { Alert } from '../../../ui/notice';
import { Prose, Quote } from '../../../ui/words';
import type { Named } from '../act-view';
import { AttachField } from '../attach-field';
import { PublishPersonal } from '../publish-personal';
import { Sources } from '../../sources';
import { Execution } from './execution';
import { draftOf, type ActForm } from './form';
import { OfferedPromises } from './promises';
import { Stated } from './stated';

const TEXT_MOST = 50_000;
const PART_MOST = 5000;

const List = ({ items }: { items: readonly Named[] }) => (
  <ul>
    {items.map(({ id, name, text, source }) => (
      <li key={id}>
        <strong>{name}</strong>. {text} {source ? <Sources sources={[source]} /> : null}
      </li>
    ))}
  </ul>
);

export function AnswerForm(props: ActForm) {
  const { t, view, value, wrong, kept, refused } = props;
  const say = t.acts.answer;
  const { reply, due, draft } = view;
  if (!reply) return null;
  const drafts = view.act === 'draft-answer';
  return (
    <>
      <TemplateChoice {...props} />
      <Form
        multipart
        draft={draftOf(props)}
        fresh={view.fromTemplate !== null || (drafts && draft !== null) ? true : undefined}
      >
        {drafts && draft?.returned ? (
          <Quote source={t.office.draft.returned(draft.returned.by)}>
            <Prose text={draft.returned.remark} />
          </Quote>
        ) : null}
        {drafts && draft && !draft.returned ? (
          <Alert tone="info">{t.office.draft.waiting(draft.drafter, draft.day)}</Alert>
        ) : null}
        {due.standing === 'overdue' ? <Alert tone="warning">{say.late(due.dueDay)}</Alert> : null}
        <RadioCards
          name="outcome"
          legend={say.outcome}
          value={value('outcome')}
          error={wrong('outcome')}
          options={reply.outcomes.map(({ id, name, text }) => ({ value: id, label: name, text }))}
        />
        <Select
          name="language"
          label={say.language}
          width="m"
          value={value('language') || view.language}
          error={wrong('language')}
          options={LOCALES.map((one) => ({ value: one, label: t.case.languages[one] }))}
        />
        <TextArea
          name="text"
          label={say.text}
          hint={say.textHint}
          rows={12}
          maxLength={TEXT_MOST}
          counter={say.counter}
          value={value('text')}
          error={wrong('text')}
          required
        />
        {reply.asked.length > 0 ? (
          <Fieldset legend={say.parts} hint={say.partsLead} size="large">
            {reply.asked.map(({ id, name, text, source }) => (
              <TextArea
                key={id}
                name={`requirements.${id}`}
                label={
                  <>
                    {name} {source ? <Sources sources={[source]} /> : null}
                  </>
                }
                hint={text}
                rows={3}
                maxLength={PART_MOST}
                value={value(`requirements.${id}`)}
                error={wrong(`requirements.${id}`)}
                required
              />
            ))}
          </Fieldset>
        ) : null}
        <Execution {...props} by={reply.executeBy} />
        <Stated {...props} what="unheard" grounds={reply.unheard} />
        <Stated {...props} what="enforced" grounds={reply.enforced} />
        <Details summary={say.system}>
          <List items={reply.system} />
        </Details>
        <AttachField
          t={t}
          accept={view.accept}
          kept={kept}
          withheld={props.ticked('withheld') ?? []}
          error={wrong('files')}
        />
        <PublishPersonal {...{ t, refused }} ticked={value('publishPersonal') === 'on'} />
        {drafts ? null : <OfferedPromises {...props} asking />}
        <Details summary={say.notReply}>
          <List items={reply.notReplies} />
        </Details>
        <p>{drafts ? t.office.draft.signed(view.signer) : say.signed(view.signer)}</p>
        <FormActions>
          <SubmitButton busy={t.acts.sending}>{drafts ? t.office.draft.submit : say.submit}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

/** Templates that fit; choosing one fills the form with it. */
function TemplateChoice({ t, locale, view }: ActForm) {
  const say = t.office.templates;
  const { templates, fromTemplate, number, act } = view;
  if (templates.length === 0) return null;
  return (
    <Details summary={say.use} open={fromTemplate !== null}>
      <ul>
        {templates.map(({ id, name, language }) => (
          <li key={id}>
            <a href={`/${locale}/appeals/${number}/${act}?template=${id}`} lang={language}>
              {name}
            </a>{' '}
            ({t.case.languages[language]})
          </li>
        ))}
      </ul>
      <p>{say.useHint}</p>
    </Details>
  );
}
