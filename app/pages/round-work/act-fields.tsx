// What the forms of acts on a round are made of: a text in both state languages, a line.
import type { RoundActView } from '../../queries/round-acts';
import type { Locale, Text } from '../../text';
import { Field, TextArea } from '../../ui/field';
import { Pair } from '../../ui/layout';

export type Asked = {
  t: Text;
  locale: Locale;
  view: RoundActView;
  value: (name: string) => string;
  wrong: (name: string) => string | undefined;
};
type Said = keyof Text['roundWork']['fields'];

/** The same text in both state languages. */
export function Both({ name, rows = 4, most, t, value, wrong }: Asked & { name: string; rows?: number; most: number }) {
  return (
    <Pair>
      {(['Kk', 'Ru'] as const).map((one) => (
        <TextArea
          key={one}
          name={name + one}
          label={t.roundWork.fields[`${name}${one}` as Said]}
          lang={one === 'Kk' ? 'kk' : 'ru'}
          rows={rows}
          maxLength={most}
          value={value(name + one)}
          error={wrong(name + one)}
          required
        />
      ))}
    </Pair>
  );
}

type LineProps = Asked & { name: Said; type?: 'date' | 'number'; width?: 's' | 'm' | 'full'; first?: string };
export function Line({ name, type, t, value, wrong, width, first }: LineProps) {
  return (
    <Field
      name={name}
      type={type ?? 'text'}
      width={width ?? (type ? 'm' : 'full')}
      label={t.roundWork.fields[name]}
      value={value(name) || first}
      error={wrong(name)}
      required
    />
  );
}
