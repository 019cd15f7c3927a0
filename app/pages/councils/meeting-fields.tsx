// When and where a meeting is, and its further questions: asked where one is called and where it is changed.
import type { Text } from '../../text';
import { Field, TextArea } from '../../ui/field';
import { Pair } from '../../ui/layout';

/** Names of the fields by their ids, for the list of what is wrong. */
export const meetingLabels = (t: Text): Record<string, string> => {
  const { day, time, place, items, more, guests, minutesKk, minutesRu } = t.councilDesk.fields;
  return { day, time, place, items, more, guests, minutesKk, minutesRu };
};

type Props = {
  t: Text;
  value: (name: 'day' | 'time' | 'place' | 'more') => string;
  wrong: (name: string) => string | undefined;
  min: string;
};

export function MeetingFields({ t, value, wrong, min }: Props) {
  const say = t.councilDesk.fields;
  return (
    <>
      <TextArea
        name="more"
        label={say.more}
        hint={say.moreHint}
        rows={4}
        maxLength={10_000}
        value={value('more')}
        error={wrong('more')}
      />
      <Pair>
        <Field
          name="day"
          type="date"
          label={say.day}
          width="s"
          min={min}
          value={value('day')}
          error={wrong('day')}
          required
        />
        <Field
          name="time"
          type="time"
          label={say.time}
          width="s"
          value={value('time')}
          error={wrong('time')}
          required
        />
      </Pair>
      <Field
        name="place"
        label={say.place}
        hint={say.placeHint}
        maxLength={300}
        value={value('place')}
        error={wrong('place')}
        required
      />
    </>
  );
}
