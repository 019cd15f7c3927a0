// The form to make a key of the API: in whose name, for what, for how long.
import { KEY_DAYS, SCOPE_OF, SCOPES } from '../../core/key';
import type { KeyPlace } from '../../queries/keys';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Checkboxes } from '../../ui/choice';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { listIn, textOf, type Typed } from '../form';
import { Refused } from '../refused';
import type { RefusalView } from '../respond';

type Props = {
  t: Text;
  locale: Locale;
  places: readonly KeyPlace[];
  typed: Typed;
  refused: RefusalView | undefined;
};

export function KeyForm({ t, locale, places, typed, refused }: Props) {
  const say = t.api.keys;
  const error = (name: string) => refused?.fields[name];
  const owners = new Set(places.map(({ owner }) => owner));
  const open = SCOPES.filter((scope) => places.some(({ scopes }) => scopes.includes(scope)));
  /** Where somebody keeps keys of both sorts, each scope says whose keys have it. */
  const label = (scope: (typeof SCOPES)[number]): string => {
    const [only, ...more] = SCOPE_OF[scope];
    if (owners.size < 2 || more.length > 0) return say.scopeNames[scope];
    return `${say.scopeNames[scope]} (${only === 'body' ? say.ofBody : say.ofOrganisation})`;
  };
  return (
    <Form>
      <Refused
        {...{ t, refused }}
        labels={{ owner: say.owner, name: say.name, scopes: say.scopes, days: say.days, current: say.current }}
      />
      <Hidden values={{ intent: 'make' }} />
      <Select
        name="owner"
        label={say.owner}
        width="l"
        options={places.map(({ owner, id, names }) => ({ value: `${owner}:${id}`, label: names[locale] }))}
        value={textOf(typed, 'owner')}
        error={error('owner')}
      />
      <Field
        name="name"
        label={say.name}
        hint={say.nameHint}
        value={textOf(typed, 'name')}
        error={error('name')}
        autoComplete="off"
        required
      />
      <Checkboxes
        name="scopes"
        legend={say.scopes}
        options={open.map((scope) => ({ value: scope, label: label(scope) }))}
        values={listIn(typed, 'scopes')}
        error={error('scopes')}
      />
      <Select
        name="days"
        label={say.days}
        width="s"
        options={KEY_DAYS.map((value) => ({ value, label: say.daysOf(Number(value)) }))}
        value={textOf(typed, 'days') || '90'}
        error={error('days')}
      />
      <Field
        name="current"
        type="password"
        label={say.current}
        hint={say.currentHint}
        error={error('current')}
        autoComplete="current-password"
      />
      <FormActions>
        <SubmitButton>{say.save}</SubmitButton>
      </FormActions>
    </Form>
  );
}
