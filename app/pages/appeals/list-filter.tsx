// The filters of the list: fields in a fold, and every filter in force as a link that takes it away.
import type { AppealFilter } from '../../queries/appeal-filter';
import type { Locale, Text } from '../../text';
import { Details } from '../../ui/details';
import { Field, Select, type Option } from '../../ui/field';
import { FilterBar } from '../../ui/form';
import { listAddress } from '../list-address';

type Side = { mine: boolean; ours: boolean };
type Props = {
  t: Text;
  locale: Locale;
  filter: AppealFilter;
  /** Bodies to choose from, in groups, and the name of the one chosen. */
  bodies: readonly { label: string; options: Option[] }[];
  body: string | undefined;
  kinds: readonly { id: string; name: string }[];
  side: Side;
};

function activeOf({ t, locale, filter, body, kinds }: Props) {
  const say = t.appeals.filter;
  const { q, kind, time, from, to, whose } = filter;
  const chips: [keyof AppealFilter, string | undefined][] = [
    ['q', q ? say.words(q) : undefined],
    ['body', body],
    ['kind', kind ? kinds.find(({ id }) => id === kind)?.name : undefined],
    ['time', time === 'late' ? say.late : time === 'in_time' ? say.inTime : undefined],
    ['from', from ? say.fromDay(from) : undefined],
    ['to', to ? say.toDay(to) : undefined],
    ['whose', whose === 'mine' ? say.mine : whose === 'ours' ? say.ours : undefined],
  ];
  return chips.flatMap(([name, text]) =>
    text ? [{ text, label: say.remove(text), href: listAddress(locale, filter, { [name]: null }) }] : [],
  );
}

export function ListFilter(props: Props) {
  const { t, locale, filter, bodies, kinds, side } = props;
  const say = t.appeals.filter;
  const active = activeOf(props);
  return (
    <Details summary={say.open} open={active.length > 0}>
      <FilterBar
        action={`/${locale}/appeals`}
        label={say.label}
        apply={say.apply}
        clear={
          active.length > 0 ? { href: listAddress(locale, { standing: filter.standing }), label: say.clear } : undefined
        }
        active={active}
        keep={{ q: filter.q || undefined, standing: filter.standing ?? undefined }}
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
          name="time"
          label={say.time}
          empty={say.anyTime}
          value={filter.time ?? ''}
          options={[
            { value: 'in_time', label: say.inTime },
            { value: 'late', label: say.late },
          ]}
        />
        <Field name="from" type="date" label={say.from} value={filter.from ?? ''} />
        <Field name="to" type="date" label={say.to} value={filter.to ?? ''} />
        {side.mine || side.ours ? (
          <Select
            name="whose"
            label={say.whose}
            empty={say.everyone}
            value={filter.whose ?? ''}
            options={[
              ...(side.mine ? [{ value: 'mine', label: say.mine }] : []),
              ...(side.ours ? [{ value: 'ours', label: say.ours }] : []),
            ]}
          />
        ) : null}
      </FilterBar>
    </Details>
  );
}
