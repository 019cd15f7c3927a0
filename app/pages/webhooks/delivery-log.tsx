// The log of a webhook: each message with how it stands, what was answered last and how long it took, and a way to send it again.
import { KEPT_DAYS } from '../../core/webhook-call';
import type { MessageView, webhookLog } from '../../queries/webhooks';
import type { Locale, Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Form, Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { Pagination, Table } from '../../ui/table';
import { Code } from '../../ui/words';

type Webhook = NonNullable<Awaited<ReturnType<typeof webhookLog>>>;
type Props = { t: Text; locale: Locale; webhook: Webhook };

export function DeliveryLog({ t, locale, webhook }: Props) {
  const say = t.webhooks.log;
  const { messages, older, id, stopped } = webhook;
  return (
    <Section title={say.title} lead={say.lead(KEPT_DAYS)} id="log">
      {messages.length === 0 ? (
        <p>{say.none}</p>
      ) : (
        <Table
          caption={say.title}
          captionHidden
          columns={[
            { key: 'kind', label: say.columns.kind, width: 'wide' },
            { key: 'at', label: say.columns.at },
            { key: 'state', label: say.columns.state },
            { key: 'last', label: say.columns.tries },
          ]}
          rows={messages.map((message) => ({
            id: message.id,
            tone: message.state === 'failed' ? 'danger' : message.state === 'waiting' ? 'clock' : 'plain',
            cells: {
              kind: <Kind {...{ t, message }} />,
              at: dayAndTime(locale, message.at),
              state: <State {...{ t, locale, message }} again={!stopped} />,
              last: <Last {...{ t, locale, message }} />,
            },
          }))}
        />
      )}
      {older ? (
        <Pagination
          label={say.label}
          older={{ href: `/${locale}/account/webhooks/${id}?after=${older}#log`, label: say.older }}
        />
      ) : null}
    </Section>
  );
}

function Kind({ t, message: { kind, number, payload } }: { t: Text; message: MessageView }) {
  return (
    <Details summary={[t.webhooks.kinds[kind], number].filter(Boolean).join(', ')}>
      <Code>{payload}</Code>
    </Details>
  );
}

type Shown = { t: Text; locale: Locale; message: MessageView };

function State({ t, locale, message, again }: Shown & { again: boolean }) {
  const say = t.webhooks.log;
  const { state, nextAt, attempts, id } = message;
  return (
    <Stack>
      <span>
        {state === 'waiting' ? say.states.waiting(dayAndTime(locale, nextAt)) : say.states[state]}
        <small className="case-line">{say.attempts(attempts)}</small>
      </span>
      {again && state !== 'waiting' ? (
        <Form>
          <Hidden values={{ intent: 'again', messageId: id }} />
          <SubmitButton weight="quiet" size="small">
            {t.webhooks.again}
          </SubmitButton>
        </Form>
      ) : null}
    </Stack>
  );
}

function Last({ t, locale, message: { last } }: Shown) {
  if (!last) return null;
  const { at, status, failure, ms, excerpt } = last;
  const say = t.webhooks;
  return (
    <div>
      {[status, failure && say.failures[failure], say.log.took(ms)].filter((part) => part !== null).join(', ')}
      <small className="case-line">{dayAndTime(locale, at)}</small>
      {excerpt ? (
        <Details summary={say.log.answer}>
          <Code>{excerpt}</Code>
        </Details>
      ) : null}
    </div>
  );
}
