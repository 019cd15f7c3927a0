// The searches that somebody keeps: each opens by a button, because looking is what makes its hits old news.
import type { SavedSearch } from '../../queries/saved-searches';
import { FRESH_COUNTED } from '../../queries/saved-searches';
import type { Locale, Text } from '../../text';
import { Button } from '../../ui/button';
import { Hidden } from '../../ui/form';
import { nameOfSearch } from './saved-search';

type Props = {
  t: Text;
  locale: Locale;
  searches: readonly SavedSearch[];
  names: Readonly<Record<string, string>>;
  /** On the account page, where they can be dropped. */
  droppable?: true;
};

export function SavedList({ t, locale, searches, names, droppable }: Props) {
  const say = t.search.saved;
  const news = (fresh: number) =>
    fresh === 0 ? say.nothingNew : fresh > FRESH_COUNTED ? say.newMore(FRESH_COUNTED) : say.new(fresh);
  return (
    <ul className="following">
      {searches.map(({ value, filter, since, fresh }) => {
        const name = nameOfSearch(t, locale, filter, names);
        return (
          <li key={value}>
            <span>
              {name}
              <small className="case-line">{`${news(fresh)} ${say.since(since)}`}</small>
            </span>
            <span className="actions">
              <form method="post" action={`/${locale}/search`}>
                <Hidden values={{ value, intent: 'see' }} />
                <Button type="submit" weight="secondary" size="small">
                  {say.show} <span className="unseen">{name}</span>
                </Button>
              </form>
              {droppable ? (
                <form method="post" action={`/${locale}/search`}>
                  <Hidden values={{ value, intent: 'drop', back: 'account' }} />
                  <Button type="submit" weight="quiet" size="small">
                    {say.drop} <span className="unseen">{name}</span>
                  </Button>
                </form>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
