// The filters of the search page: those of the noun that is looked for.
import { STANDINGS } from '../../core/standing';
import { TOPICS } from '../../core/topic';
import { searchQuery, type SearchFilter } from '../../queries/search-filter';
import type { Locale, Text } from '../../text';
import { Details } from '../../ui/details';
import { Field, Select, type Option } from '../../ui/field';
import { FilterBar } from '../../ui/form';

type Props = {
  t: Text;
  locale: Locale;
  filter: SearchFilter;
  bodies: readonly { label: string; options: Option[] }[];
  kinds: readonly { id: string; name: string }[];
};

/** '/ru/search?q=…' with one part changed or taken away. */
export const searchAddress = (locale: Locale, filter: SearchFilter, changes: Partial<SearchFilter> = {}): string =>
  `/${locale}/search?${searchQuery({ ...filter, ...changes })}`;

export function SearchFields({ t, locale, filter, bodies, kinds }: Props) {
  const say = t.search.filter;
  const { q, what, body, kind, standing, topic, from, to } = filter;
  const narrowed = Boolean(body || kind || standing || topic || from || to);
  const none = { body: '', kind: null, standing: null, topic: null, from: null, to: null };
  return (
    <Details summary={say.open} open={narrowed}>
      <FilterBar
        action={`/${locale}/search`}
        label={say.label}
        apply={t.appeals.filter.apply}
        clear={narrowed ? { href: searchAddress(locale, filter, none), label: t.appeals.filter.clear } : undefined}
        keep={{ q: q || undefined, what }}
      >
        <Select
          name="body"
          label={t.appeals.filter.body}
          empty={t.appeals.filter.anyBody}
          value={body}
          options={[]}
          groups={bodies}
        />
        {what === 'appeal' ? (
          <>
            <Select
              name="kind"
              label={t.appeals.filter.kind}
              empty={t.appeals.filter.anyKind}
              value={kind ?? ''}
              options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="standing"
              label={say.standing}
              empty={say.anyStanding}
              value={standing ?? ''}
              options={STANDINGS.map((value) => ({ value, label: t.appeals.standing[value] }))}
            />
          </>
        ) : (
          <Select
            name="topic"
            label={say.topic}
            empty={say.anyTopic}
            value={topic ?? ''}
            options={TOPICS.map((value) => ({ value, label: t.topics[value] }))}
          />
        )}
        <Field name="from" type="date" label={say.from} value={from ?? ''} />
        <Field name="to" type="date" label={say.to} value={to ?? ''} />
      </FilterBar>
    </Details>
  );
}
