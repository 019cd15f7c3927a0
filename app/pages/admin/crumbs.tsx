// Where an administrator's page stands: below the state of the system.
import type { Locale, Text } from '../../text';
import { Breadcrumbs } from '../../ui/head';

export const AdminCrumbs = ({ t, locale }: { t: Text; locale: Locale }) => (
  <Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/admin`, label: t.operations.title }]} />
);
