// What the answering page shows: the questions with the credential, the receipt afterwards, or that nothing is taken today.
import type { QuestionPage } from '../../core/questionnaire';
import type { PanelView } from '../../queries/panels';
import type { Text } from '../../text';
import type { Locale } from '../../text/format';
import { credentialScript } from '../../ui/assets';
import { LinkButton, SubmitButton } from '../../ui/button';
import { CopyField } from '../../ui/details';
import { Field } from '../../ui/field';
import { ErrorSummary, Form, FormActions, Hidden } from '../../ui/form';
import { PageHead } from '../../ui/head';
import { Narrow, Stack } from '../../ui/layout';
import { Alert, Refusal } from '../../ui/notice';
import { problemsInOrder, SurveyPages } from '../../ui/survey-pages';
import { Muted } from '../../ui/words';
import { textOf, type Typed } from '../form';
import type { RefusalView } from '../respond';

type Part = { t: Text; locale: Locale; panel: Omit<PanelView, 'instrument'> };
type Asked = { lead: string; pages: QuestionPage[]; seed: number; typed?: Typed; refused?: RefusalView };

const Head = ({ t, panel, title, lead }: Pick<Part, 't' | 'panel'> & { title: string; lead?: string }) => (
  <PageHead
    eyebrow={panel.title}
    title={title}
    lead={lead}
    meta={<Muted>{`${t.answering.about[panel.direction](panel.body)}. ${t.answering.until(panel.closesDay)}`}</Muted>}
  />
);

export function AnswerForm({ t, locale, panel, lead, pages, seed, typed, refused }: Part & Asked) {
  const say = t.answering.answer;
  const errors = refused?.fields ?? {};
  const problems = problemsInOrder(locale, pages, errors);
  const credential = textOf(typed, 'credential');
  const all = errors.credential
    ? [...problems, { field: 'credential', text: t.refusals.fieldProblem(say.credential, errors.credential) }]
    : problems;
  return (
    <Narrow>
      <Head t={t} panel={panel} title={t.answering.answer.title} lead={lead} />
      <Stack>
        {refused && all.length === 0 ? <Refusal what={refused.what} why={refused.why} now={refused.now} /> : null}
        {all.length > 0 ? <ErrorSummary title={t.refusals.formTitle(all.length)} errors={all} /> : null}
        <Alert tone="info" title={say.apart}>
          {say.apartText}
        </Alert>
        {credential ? null : (
          <div data-without-credential="">
            <Alert tone="warning" title={say.without}>
              {say.withoutText} <a href={`/${locale}/trust/take/${panel.panelId}`}>{say.takeFirst}</a>
            </Alert>
          </div>
        )}
        <Form>
          <SurveyPages
            pages={pages}
            words={{ ...t.surveyForm, dontKnow: panel.dontKnow }}
            filled={typed}
            errors={errors}
          />
          <div data-credential={panel.panelId}>
            <Field
              name="credential"
              label={say.credential}
              hint={say.credentialHint}
              value={credential}
              error={errors.credential}
              autoComplete="off"
            />
          </div>
          <Hidden values={{ seed: String(seed), go: 'send' }} />
          <p>{say.sendNote}</p>
          <FormActions>
            <SubmitButton>{say.send}</SubmitButton>
          </FormActions>
        </Form>
      </Stack>
      <script type="module" src={credentialScript} />
    </Narrow>
  );
}

export function Counted({ t, locale, panel, counted }: Part & { counted: { receipt: string; before: boolean } }) {
  const say = t.answering.counted;
  return (
    <Narrow>
      <Head t={t} panel={panel} title={say.title} />
      <Stack>
        <div data-counted={panel.panelId}>
          <Alert tone={counted.before ? 'info' : 'success'}>{counted.before ? say.before : say.text}</Alert>
        </div>
        <CopyField id="receipt" label={say.receipt} value={counted.receipt} copy={say.copy} copied={say.copied} />
        <p>{say.receiptHint}</p>
        <FormActions>
          <LinkButton href={`/${locale}/trust/waves/${panel.number}/receipt`}>{say.check}</LinkButton>
        </FormActions>
      </Stack>
      <script type="module" src={credentialScript} />
    </Narrow>
  );
}

export const NotOpen = ({ t, locale, panel }: Part) => (
  <Narrow>
    <Head t={t} panel={panel} title={t.answering.take.notOpen} />
    <FormActions>
      <LinkButton href={`/${locale}/trust/waves/${panel.number}`}>{t.answering.answer.wave}</LinkButton>
    </FormActions>
  </Narrow>
);
