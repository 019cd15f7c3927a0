// The form to add a webhook: whose, where to, what of, which events.
import { TOPICS } from '../../core/topic';
import { WEBHOOK_KINDS, WEBHOOK_SCOPES } from '../../core/webhook';
import type { OwnerChoice } from '../../queries/webhooks';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes, RadioCards } from '../../ui/choice';
import { Field, Select, type Option } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Pair } from '../../ui/layout';
import { listIn, textOf, type Typed } from '../form';
import { Refused } from '../refused';
import type { RefusalView } from '../respond';

type Props = {
  t: Text;
  locale: Locale;
  owners: readonly OwnerChoice[];
  bodies: { label: string; options: Option[] }[];
  typed: Typed;
  refused: RefusalView | undefined;
};

export function WebhookForm({ t, locale, owners, bodies, typed, refused }: Props) {
  const say = t.webhooks;
  const error = (name: string) => refused?.fields[name];
  const labels = { owner: say.owner, url: say.address, scope: say.scope, ...say.which, kinds: say.events };
  const alphabet = new Intl.Collator(locale);
  return (
    <Form>
      <Refused {...{ t, refused, labels }} />
      <Hidden values={{ intent: 'subscribe' }} />
      <Select
        name="owner"
        label={say.owner}
        width="l"
        options={owners.map(({ value, name }) => ({ value, label: name ?? say.administrators }))}
        value={textOf(typed, 'owner')}
        error={error('owner')}
      />
      <Field
        name="url"
        type="url"
        label={say.address}
        hint={say.addressHint}
        error={error('url')}
        value={textOf(typed, 'url')}
        autoComplete="off"
        required
      />
      <RadioCards
        name="scope"
        legend={say.scope}
        layout="list"
        options={WEBHOOK_SCOPES.map((value) => ({ value, label: say.scopes[value] }))}
        value={textOf(typed, 'scope') || (owners[0]?.name === null ? 'public' : 'own')}
        error={error('scope')}
      />
      <Pair>
        <Select
          name="body"
          label={say.which.body}
          empty="—"
          groups={bodies}
          value={textOf(typed, 'body')}
          error={error('body')}
        />
        <Select
          name="topic"
          label={say.which.topic}
          empty="—"
          options={TOPICS.map((value) => ({ value, label: t.topics[value] })).toSorted((a, b) =>
            alphabet.compare(a.label, b.label),
          )}
          value={textOf(typed, 'topic')}
          error={error('topic')}
        />
      </Pair>
      <Field name="round" label={say.which.round} width="s" value={textOf(typed, 'round')} error={error('round')} />
      <Checkboxes
        name="kinds"
        legend={say.events}
        options={WEBHOOK_KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        values={'url' in typed ? listIn(typed, 'kinds') : WEBHOOK_KINDS}
        error={error('kinds')}
      />
      <FormActions>
        <SubmitButton>{say.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}
