// The filters of the list of rounds: fields in a fold, and every filter in force as a link that takes it away.
import { TOPICS } from '../../core/topic';
import type { RoundFilter } from '../../queries/round-filter';
import type { Locale, Text } from '../../text';
import { Details } from '../../ui/details';
import { Select, type Option } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { RegionChoice } from '../region-choice';
import { roundsAddress } from './addresses';

type Props = {
  t: Text;
  locale: Locale;
  filter: RoundFilter;
  /** Bodies to choose from, in groups, and the name of the one chosen. */
  bodies: readonly { label: string; options: Option[] }[];
  body: string | undefined;
  kinds: readonly { id: string; name: string }[];
};

function activeOf({ t, locale, filter, body, kinds }: Props) {
  const say = t.rounds.filter;
  const { q, kind, topic, region } = filter;
  const chips: [keyof RoundFilter, string | undefined][] = [
    ['q', q ? say.words(q) : undefined],
    ['body', body],
    ['kind', kinds.find(({ id }) => id === kind)?.name],
    ['topic', topic ? t.topics[topic] : undefined],
    ['region', region ? t.regions[region] : undefined],
  ];
  return chips.flatMap(([name, text]) =>
    text ? [{ text, label: say.remove(text), href: roundsAddress(locale, filter, { [name]: null }) }] : [],
  );
}

export function RoundListFilter(props: Props) {
  const { t, locale, filter, bodies, kinds } = props;
  const say = t.rounds.filter;
  const active = activeOf(props);
  return (
    <Details summary={say.open} open={active.length > 0}>
      <FilterBar
        action={`/${locale}/rounds`}
        label={say.label}
        apply={say.apply}
        clear={
          active.length > 0 ? { href: roundsAddress(locale, { stage: filter.stage }), label: say.clear } : undefined
        }
        active={active}
        keep={{ q: filter.q || undefined, stage: filter.stage ?? undefined }}
      >
        <Select name="body" label={say.body} empty={say.anyBody} value={filter.body} options={[]} groups={bodies} />
        <Select
          name="kind"
          label={say.kind}
          empty={say.anyKind}
          value={filter.kind ?? ''}
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="topic"
          label={say.topic}
          empty={say.anyTopic}
          value={filter.topic ?? ''}
          options={TOPICS.map((id) => ({ value: id, label: t.topics[id] }))}
        />
        <RegionChoice
          t={t}
          locale={locale}
          label={say.region}
          hint={say.regionHint}
          empty={say.anyRegion}
          value={filter.region ?? ''}
        />
      </FilterBar>
    </Details>
  );
}
