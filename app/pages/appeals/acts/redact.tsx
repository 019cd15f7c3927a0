// Chooses a part of the case, then puts other words in its place for the public, takes a file from it, or shows the part again.
import { Button, LinkButton, SubmitButton } from '../../../ui/button';
import { RadioCards } from '../../../ui/choice';
import { TextArea } from '../../../ui/field';
import { Form, FormActions, Hidden } from '../../../ui/form';
import { Section, Stack } from '../../../ui/layout';
import { Tag } from '../../../ui/words';
import type { ActForm } from './form';

export function RedactForm({ t, locale, view, value, wrong }: ActForm) {
  const say = t.office.redaction;
  const { redact, number } = view;
  if (!redact) return null;
  const { parts, chosen, grounds } = redact;
  const here = `/${locale}/appeals/${number}/redact`;
  const nameOf = ({ words, name }: (typeof parts)[number]) => (words ? say.parts[words] : say.file(name));
  if (!chosen)
    return (
      <Section title={say.choose} id="parts">
        <ul className="steps">
          {parts.map((part) => (
            <li key={part.id}>
              <a href={`${here}?part=${part.id}`}>{nameOf(part)}</a>{' '}
              {part.redacted ? <Tag tone="clock">{say.redacted}</Tag> : null}
            </li>
          ))}
        </ul>
      </Section>
    );
  const reason = (
    <TextArea
      name="reason"
      label={t.moderation.act.reason}
      hint={say.reasonHint}
      rows={3}
      maxLength={2000}
      value={value('reason')}
      error={wrong('reason')}
      required
    />
  );
  return (
    <Stack>
      <h2>{nameOf(chosen)}</h2>
      {chosen.words || !chosen.redacted ? (
        <Form>
          <Hidden values={{ step: 'hide', part: chosen.id }} />
          {chosen.words ? (
            <TextArea
              name="text"
              label={say.text}
              hint={say.textHint}
              rows={chosen.words === 'subject' ? 2 : 10}
              maxLength={50_000}
              value={value('text') || chosen.shown}
              error={wrong('text')}
              required
            />
          ) : null}
          <RadioCards
            name="ground"
            legend={t.moderation.act.ground}
            options={grounds}
            value={value('ground')}
            error={wrong('ground')}
            required
          />
          {reason}
          <FormActions>
            <SubmitButton weight="danger" busy={t.acts.sending}>
              {chosen.words ? say.replace : say.hideFile}
            </SubmitButton>
            <LinkButton href={here} weight="quiet">
              {say.another}
            </LinkButton>
          </FormActions>
        </Form>
      ) : null}
      {chosen.redacted ? (
        <Form>
          <h3>{say.again}</h3>
          <Hidden values={{ step: 'show', part: chosen.id }} />
          <TextArea
            name="reason"
            id="reason-again"
            label={t.moderation.act.reason}
            hint={say.reasonHint}
            rows={3}
            maxLength={2000}
            required
          />
          <FormActions>
            <Button type="submit">{t.moderation.act.show}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Stack>
  );
}
