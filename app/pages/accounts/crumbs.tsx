// Where a page of one's account stands: below the account.
import type { Locale, Text } from '../../text';
import { Breadcrumbs } from '../../ui/head';

export const AccountCrumbs = ({ t, locale }: { t: Text; locale: Locale }) => (
  <Breadcrumbs label={t.frame.crumbs} items={[{ href: `/${locale}/account`, label: t.accounts.account.title }]} />
);
