// The choice of kind, field of work and region above figures; and what was chosen, in the address and in words.
import { CENTRAL, isCut, type Cut } from '../../core/score/cut';
import type { Locale, Text } from '../../text';
import { list } from '../../text/format';
import { Select } from '../../ui/field';
import { FilterBar, type Kept } from '../../ui/form';
import { word, type Words } from './words';

/** What there is to choose from; an empty list is not asked. */
type Choices = { kinds: readonly string[]; topics: readonly string[]; regions: readonly (string | null)[] };

/** What an address asks for. A field of work takes the place of a kind: comments have none. */
export function cutAsked(query: URLSearchParams): Cut {
  const topic = query.get('topic') ?? '';
  return { kind: topic ? '' : (query.get('kind') ?? ''), topic, region: query.get('region') ?? '' };
}

/** The same as it stands in an address: '&kind=complaint'. */
export const cutQuery = (cut: Cut): string =>
  (['kind', 'topic', 'region'] as const).flatMap((name) => (cut[name] ? [`&${name}=${cut[name]}`] : [])).join('');

export const topicName = (t: Text, topic: string): string => t.topics[topic as keyof Text['topics']] ?? topic;
export const placeName = (t: Text, region: string | null): string =>
  region === null || region === CENTRAL
    ? t.scores.cuts.central
    : (t.regions[region as keyof Text['regions']] ?? region);

/** What is chosen, in words: 'Complaint, Almaty'. */
export const cutName = ({ t, locale, words }: { t: Text; locale: Locale; words: Words }, cut: Cut): string =>
  list(locale, [
    ...(cut.kind ? [word(words, `kind.${cut.kind}.name`)] : []),
    ...(cut.topic ? [t.scores.cuts.comments(topicName(t, cut.topic))] : []),
    ...(cut.region ? [placeName(t, cut.region)] : []),
  ]);

type Props = {
  t: Text;
  locale: Locale;
  words: Words;
  choices: Choices;
  cut: Cut;
  path: string;
  /** What else the address says and keeps. */
  keep: Kept;
};

export function Filter({ t, locale, words, choices: { kinds, topics, regions }, cut, path, keep }: Props) {
  const say = t.scores.cuts;
  const alphabet = new Intl.Collator(locale);
  const sorted = (options: { value: string; label: string }[]) =>
    options.sort((a, b) => alphabet.compare(a.label, b.label));
  const rest = Object.entries(keep).flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}=${one}`));
  if (kinds.length + topics.length + regions.length === 0) return null;
  return (
    <FilterBar
      action={path}
      label={say.filter}
      apply={say.apply}
      keep={keep}
      clear={isCut(cut) ? { href: `${path}?${rest.join('&')}`, label: say.clear } : undefined}
    >
      {kinds.length > 0 ? (
        <Select
          name="kind"
          label={t.scores.country.kind}
          value={cut.kind}
          empty={say.everyKind}
          options={kinds.map((kind) => ({ value: kind, label: word(words, `kind.${kind}.name`) }))}
        />
      ) : null}
      {topics.length > 0 ? (
        <Select
          name="topic"
          label={t.scores.body.consult.topic}
          hint={say.topicHint}
          value={cut.topic}
          empty={say.everyTopic}
          options={sorted(topics.map((topic) => ({ value: topic, label: topicName(t, topic) })))}
        />
      ) : null}
      {regions.length > 1 ? (
        <Select
          name="region"
          label={say.region}
          value={cut.region}
          empty={say.everyRegion}
          options={sorted(regions.map((region) => ({ value: region ?? CENTRAL, label: placeName(t, region) })))}
        />
      ) : null}
    </FilterBar>
  );
}
