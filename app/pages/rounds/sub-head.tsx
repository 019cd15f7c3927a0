// The head of a page that belongs to a round: the way back to it, its name, and what this page of it is.
import type { ReactNode } from 'react';
import type { Locale, Text } from '../../text';
import { Breadcrumbs, PageHead } from '../../ui/head';
import { roundAddress } from './addresses';

type Props = {
  t: Text;
  locale: Locale;
  round: { number: string; title: { text: string; lang?: string } };
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
};

export const RoundSubHead = ({ t, locale, round: { number, title: name }, title, lead, actions }: Props) => (
  <PageHead
    crumbs={
      <Breadcrumbs
        label={t.frame.crumbs}
        items={[
          { href: `/${locale}/rounds`, label: t.rounds.title },
          { href: roundAddress(locale, number), label: number },
        ]}
      />
    }
    eyebrow={<span lang={name.lang}>{name.text}</span>}
    title={title}
    lead={lead}
    actions={actions}
  />
);
