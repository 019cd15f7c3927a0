// Beside a draft: what the check found, the form that publishes, the versions published before, and the way to throw the draft away.
import { stops } from '../../core/instrument-check';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { TextArea } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Alert } from '../../ui/notice';
import { Muted } from '../../ui/words';
import { textOf } from '../form';
import type { Scene } from './draft-parts';
import { faultLines, type FaultLine } from './fault-words';
import type { EditAnswer } from './working';

function Lines({ title, lines }: { title: string; lines: readonly FaultLine[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="part-faults">
        {lines.map(({ text, href }) => (
          <li key={text}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

export function Check(scene: Scene) {
  const { t, view } = scene;
  const say = t.instruments.check;
  const bars = faultLines(scene, view.faults.filter(stops));
  const advice = faultLines(
    scene,
    view.faults.filter((fault) => !stops(fault)),
  );
  return (
    <Section title={say.title} lead={say.lead} id="check">
      {bars.length === 0 ? <Alert tone="success">{say.clean}</Alert> : null}
      <Lines title={say.stops} lines={bars} />
      <Lines title={say.advice} lines={advice} />
    </Section>
  );
}

export function Publication({ t, locale, view, answer }: Scene & { answer: EditAnswer | undefined }) {
  const say = t.instruments.publish;
  const own = textOf(answer?.typed, 'intent') === 'publish' ? answer : undefined;
  const ready = !view.faults.some(stops);
  return (
    <Section title={say.title} lead={say.lead} id="publication">
      <Stack>
        {view.mayPublish && ready ? (
          <Form>
            <Hidden values={{ intent: 'publish', version: String(view.version) }} />
            <TextArea
              name="reason"
              label={say.reason}
              hint={say.reasonHint}
              rows={3}
              maxLength={2000}
              required
              value={textOf(own?.typed, 'reason')}
              error={own?.refused?.fields.reason}
            />
            <FormActions>
              <SubmitButton busy={t.acts.sending}>{say.button}</SubmitButton>
            </FormActions>
          </Form>
        ) : null}
        {view.mayPublish ? null : <Muted>{say.chairs}</Muted>}
        {view.versions.length > 0 ? (
          <>
            <h3>{say.versions}</h3>
            <ul className="plain-list">
              {view.versions.map(({ id, slug, version, publishedAt, by, reason }) => (
                <li key={id}>
                  <a href={`/${locale}/guide/surveys/${slug}?version=${version}`}>{t.instruments.version(version)}</a>,{' '}
                  {dayAndTime(locale, publishedAt)}, {by}
                  <br />
                  <Muted>{reason}</Muted>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Stack>
    </Section>
  );
}

export function Discard({ t, view }: Scene) {
  const say = t.instruments.discard;
  const published = view.versions.length > 0;
  return (
    <Details summary={published ? say.backButton : say.title} id="discard">
      <Form>
        <Hidden values={{ intent: 'discard' }} />
        <p>{published ? say.backText : say.text}</p>
        <FormActions>
          <SubmitButton weight="danger">{published ? say.backButton : say.button}</SubmitButton>
        </FormActions>
      </Form>
    </Details>
  );
}
