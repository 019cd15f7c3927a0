// What the pages of webhooks share: the words of a scope and a state, and the secret that is shown once.
import { TOPICS } from '../../core/topic';
import type { WebhookView } from '../../queries/webhooks';
import type { Locale, Text } from '../../text';
import { dayAndTime } from '../../text/format';
import { CopyField } from '../../ui/details';
import { Alert } from '../../ui/notice';
import { Stack } from '../../ui/layout';

export const scopeText = (t: Text, { scope, about }: Pick<WebhookView, 'scope' | 'about'>): string => {
  const topic = scope === 'topic' ? TOPICS.find((one) => one === about) : undefined;
  return [t.webhooks.scopes[scope], topic ? t.topics[topic] : about].filter(Boolean).join(': ');
};

export const stateText = (t: Text, locale: Locale, { stopped, failingSince }: WebhookView): string => {
  const { states } = t.webhooks;
  return stopped
    ? states.stopped
    : failingSince === null
      ? states.works
      : states.failing(dayAndTime(locale, failingSince));
};

export function Secret({ t, secret }: { t: Text; secret: string }) {
  const say = t.webhooks;
  const { copy, copied } = t.accounts.handOver;
  return (
    <Stack>
      <Alert tone="success">
        <p>{say.secretOnce}</p>
      </Alert>
      <CopyField id="webhook-secret" label={say.secret} value={secret} {...{ copy, copied }} />
      <p>{say.check}</p>
    </Stack>
  );
}
