// On the desk: what to do with the ticked cases. A form of links alone: it leads to the page for many cases, which does it.
import type { Locale, Text } from '../../text';
import { Button } from '../../ui/button';
import { Select } from '../../ui/field';
import { TOGETHER } from './together-view';

/** The id of the form that the ticks of the table belong to. */
export const TICKS = 'together';

export function Ticking({ t, locale }: { t: Text; locale: Locale }) {
  const say = t.office.together;
  return (
    <form id={TICKS} method="get" action={`/${locale}/desk/together`} className="ticking">
      <Select
        name="act"
        label={say.choose}
        options={TOGETHER.map((act) => ({ value: act, label: say.acts[act] }))}
        width="m"
      />
      <Button type="submit" weight="secondary">
        {say.go}
      </Button>
    </form>
  );
}
