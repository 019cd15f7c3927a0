// The form of a body, new or known. Used by the administration's two pages.
import { LEVELS } from '../../core/region';
import { flatten } from '../../core/tree';
import type { BodyNode } from '../../queries/bodies';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Field, Select } from '../../ui/field';
import { Form, FormActions, Hidden } from '../../ui/form';
import { Stack } from '../../ui/layout';
import { Refused } from '../refused';
import { RegionChoice } from '../region-choice';
import type { RefusalView } from '../respond';

const NAMES = ['nameKk', 'nameRu', 'nameEn'] as const;
const LANG = { nameKk: 'kk', nameRu: 'ru', nameEn: 'en' } as const;

type Props = {
  t: Text;
  locale: Locale;
  tree: readonly BodyNode[];
  /** What stands in a field: typed before, or stored. */
  value: (name: string) => string;
  refused: RefusalView | undefined;
  hidden: Record<string, string>;
  /** The body that is edited: it can't stand below itself. Null for a new one, which is asked for its short address too. */
  own: string | null;
};

export function BodyForm({ t, locale, tree, value, refused, hidden, own }: Props) {
  const words = t.administration;
  const { nameKk, nameRu, nameEn, slug, parent, level, region, address, workdayEnd } = words;
  const asked = (name: 'nameKk' | 'nameRu' | 'nameEn' | 'slug' | 'address' | 'workdayEnd') => ({
    name,
    label: words[name],
    value: value(name),
    error: refused?.fields[name],
    required: true,
  });
  return (
    <Stack>
      <Refused
        t={t}
        refused={refused}
        labels={{ nameKk, nameRu, nameEn, slug, parentId: parent, level, region, address, workdayEnd }}
      />
      <Form>
        <Hidden values={hidden} />
        {NAMES.map((name) => (
          <Field key={name} {...asked(name)} lang={LANG[name]} />
        ))}
        {own === null ? <Field {...asked('slug')} hint={words.slugHint} width="l" /> : null}
        <Select
          name="parentId"
          label={parent}
          hint={words.parentHint}
          empty={words.parentNone}
          value={value('parentId')}
          error={refused?.fields.parentId}
          options={flatten(tree)
            .filter(({ id, closed }) => id !== own && (!closed || id === value('parentId')))
            .map(({ id, names, depth }) => ({ value: id, label: `${'— '.repeat(depth)}${names[locale]}` }))}
        />
        <Select
          name="level"
          label={level}
          width="l"
          required
          value={value('level') || 'central'}
          options={LEVELS.map((one) => ({ value: one, label: words.levels[one] }))}
          error={refused?.fields.level}
        />
        <RegionChoice
          t={t}
          locale={locale}
          label={region}
          empty={words.wholeCountry}
          value={value('region')}
          error={refused?.fields.region}
        />
        <Field {...asked('address')} />
        <Field {...asked('workdayEnd')} type="time" width="s" hint={words.workdayEndHint} />
        <FormActions>
          <SubmitButton>{own === null ? words.add : words.save}</SubmitButton>
        </FormActions>
      </Form>
    </Stack>
  );
}
