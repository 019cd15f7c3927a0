// The bodies at which an official works, one tab each, on the pages of a body's work (office-here); nothing where it is one body.
import type { Text } from '../../text';
import { Tabs } from '../../ui/details';

/** `path`: the page's address; `bodyId`: the body that it shows. */
type Props = { t: Text; path: string; bodies: readonly { id: string; name: string }[]; bodyId: string };

export const BodyTabs = ({ t, path, bodies, bodyId }: Props) =>
  bodies.length > 1 ? (
    <Tabs
      label={t.office.page.body}
      tabs={bodies.map(({ id, name }) => ({ href: `${path}?body=${id}`, label: name, current: id === bodyId }))}
    />
  ) : null;
