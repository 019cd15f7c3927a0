// The form of what is said of a round: new or in preparation. Used by the two pages on which it is filled in.
import { REGIONS } from '../../core/region';
import type { Round } from '../../core/round';
import { TOPICS } from '../../core/topic';
import type { Locale, Text } from '../../text';
import { Checkbox, Fieldset } from '../../ui/choice';
import { Field, Select, TextArea } from '../../ui/field';
import { Pair } from '../../ui/layout';

const PAIRS = ['summary', 'decides', 'fixed'] as const;
const STATE = ['Kk', 'Ru'] as const;
const lang = (one: (typeof STATE)[number]) => (one === 'Kk' ? 'kk' : 'ru');
const LONGEST = 5000;

type Props = {
  t: Text;
  locale: Locale;
  value: (name: string) => string;
  /** Names of one question that was answered several times. */
  values: (name: string) => readonly string[];
  wrong: (name: string) => string | undefined;
};

/** Labels of the fields by their names, for the list of what is wrong. */
export const settingsLabels = (t: Text): Record<string, string> => {
  const say = t.roundPrepare;
  return {
    ...{ host: say.host, kind: say.kind, titleKk: say.titleKk, titleRu: say.titleRu, topic: say.topic },
    ...Object.fromEntries(PAIRS.flatMap((pair) => STATE.map((one) => [`${pair}${one}`, say[`${pair}${one}`]]))),
    ...{ contact: say.contact, regions: say.regions, opensDay: say.opensDay, closesDay: say.closesDay },
    ...{ hearingDay: say.hearingDay, hearingTime: say.hearingTime, hearingPlace: say.hearingPlace },
    followUpDay: say.followUpDay,
  };
};

export function SettingsFields({ t, locale, value, values, wrong }: Props) {
  const say = t.roundPrepare;
  const asked = (name: string) => ({ name, value: value(name), error: wrong(name) });
  const alphabet = new Intl.Collator(locale);
  const regions = REGIONS.map((id) => ({ id, name: t.regions[id] })).toSorted((a, b) =>
    alphabet.compare(a.name, b.name),
  );
  return (
    <>
      <Fieldset legend={say.aboutTitle} size="large">
        <Pair>
          {STATE.map((one) => (
            <Field
              key={one}
              {...asked(`title${one}`)}
              label={say[`title${one}`]}
              lang={lang(one)}
              maxLength={300}
              required
            />
          ))}
        </Pair>
        {PAIRS.map((pair) => (
          <Pair key={pair}>
            {STATE.map((one) => (
              <TextArea
                key={one}
                {...asked(`${pair}${one}`)}
                label={say[`${pair}${one}`]}
                hint={pair === 'decides' || one === 'Ru' ? undefined : say[`${pair}Hint`]}
                lang={lang(one)}
                rows={pair === 'summary' ? 6 : 3}
                maxLength={LONGEST}
              />
            ))}
          </Pair>
        ))}
        <TextArea {...asked('contact')} label={say.contact} hint={say.contactHint} rows={2} maxLength={500} />
        <Select
          {...asked('topic')}
          label={say.topic}
          empty=""
          width="l"
          required
          options={TOPICS.map((topic) => ({ value: topic, label: t.topics[topic] }))}
        />
        <Fieldset legend={say.regions} hint={say.regionsHint} id="regions" error={wrong('regions')}>
          <div className="ticks">
            {regions.map(({ id, name }, index) => (
              <Checkbox
                key={id}
                name="regions"
                id={index === 0 ? 'regions' : `regions-${id}`}
                value={id}
                label={name}
                checked={values('regions').includes(id)}
              />
            ))}
          </div>
        </Fieldset>
      </Fieldset>
      <Fieldset legend={say.daysTitle} size="large">
        <Pair>
          <Field {...asked('opensDay')} type="date" label={say.opensDay} width="m" required />
          <Field {...asked('closesDay')} type="date" label={say.closesDay} hint={say.closesHint} width="m" required />
        </Pair>
        <Pair>
          <Field {...asked('hearingDay')} type="date" label={say.hearingDay} hint={say.hearingHint} width="m" />
          <Field {...asked('hearingTime')} type="time" label={say.hearingTime} width="s" />
        </Pair>
        <Field {...asked('hearingPlace')} label={say.hearingPlace} maxLength={300} />
        <Field {...asked('followUpDay')} type="date" label={say.followUpDay} width="m" />
      </Fieldset>
    </>
  );
}

/** The settings as the form's fields hold them. */
export function fieldsOf({ settings }: Pick<Round, 'settings'>): Record<string, string> {
  const { title, summary, decides, fixed, hearing, contact, topic, opensDay, closesDay, followUpDay } = settings;
  return {
    ...{ titleKk: title.kk, titleRu: title.ru, summaryKk: summary.kk, summaryRu: summary.ru },
    ...{ decidesKk: decides.kk, decidesRu: decides.ru, fixedKk: fixed.kk, fixedRu: fixed.ru },
    ...{ contact, topic, opensDay, closesDay, followUpDay: followUpDay ?? '' },
    ...{ hearingDay: hearing?.day ?? '', hearingTime: hearing?.time ?? '', hearingPlace: hearing?.place ?? '' },
  };
}
