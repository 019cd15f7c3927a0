// The tree of state bodies with what each has open now.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { bodyTree, type BodyNode } from '../../queries/bodies';
import { loadByBody, type Load } from '../../queries/public-bodies';
import { textFor, type Locale, type Text } from '../../text';
import { PageHead } from '../../ui/head';
import { Muted, Tag } from '../../ui/words';
import { contextOf } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, locale, t } = contextOf(args);
  const [tree, loads] = await Promise.all([bodyTree(world, locale), loadByBody(world)]);
  return { locale, title: t.bodies.title, tree, loads };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? ''} — Kenes` },
  ...(data ? [{ name: 'description', content: textFor(data.locale).bodies.lead }] : []),
];

export default function Bodies() {
  const { locale, title, tree, loads } = useLoaderData<typeof loader>();
  const t = textFor(locale);
  return (
    <>
      <PageHead title={title} lead={t.bodies.lead} meta={<a href={`/${locale}/scores`}>{t.scores.title}</a>} />
      <nav aria-label={t.bodies.tree}>
        <Branch {...{ t, locale, loads }} nodes={tree} />
      </nav>
    </>
  );
}

type Props = { t: Text; locale: Locale; loads: Readonly<Record<string, Load>>; nodes: readonly BodyNode[] };

function Branch({ t, locale, loads, nodes }: Props) {
  return (
    <ul className="tree">
      {nodes.map(({ id, slug, names, children }) => (
        <li key={id}>
          <div className="tree-line">
            <a href={`/${locale}/bodies/${slug}`}>{names[locale]}</a> <LoadOf t={t} load={loads[id]} />
          </div>
          {children.length > 0 ? <Branch {...{ t, locale, loads }} nodes={children} /> : null}
        </li>
      ))}
    </ul>
  );
}

function LoadOf({ t, load }: { t: Text; load: Load | undefined }) {
  if (!load) return <Muted>{t.bodies.none}</Muted>;
  return (
    <>
      <Muted>{t.bodies.open(load.open)}</Muted>{' '}
      {load.overdue > 0 ? <Tag tone="danger">{t.bodies.overdue(load.overdue)}</Tag> : null}
    </>
  );
}
