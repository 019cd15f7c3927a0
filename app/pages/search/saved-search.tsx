// A search that is kept, by the words and filters it asks for; and the button that keeps or drops it.
import { KINDS } from '../../../guide/schema';
import type { SearchFilter } from '../../queries/search-filter';
import type { Locale, Text } from '../../text';
import { longDay } from '../../text/format';
import { SubmitButton } from '../../ui/button';
import { Hidden } from '../../ui/form';

/** What it is called: «пандус» · Cases · a body's name · … `names`: of bodies and kinds, by slug and id. */
export function nameOfSearch(
  t: Text,
  locale: Locale,
  filter: SearchFilter,
  names: Readonly<Record<string, string>>,
): string {
  const { q, what, body, kind, standing, topic, from, to } = filter;
  return [
    q ? t.appeals.filter.words(q) : t.search.saved.everything,
    t.search.what[what],
    names[body] ?? body,
    kind && KINDS.includes(kind) ? names[kind] : '',
    standing ? t.appeals.standing[standing] : '',
    topic ? t.topics[topic] : '',
    from ? `≥ ${longDay(locale, from)}` : '',
    to ? `≤ ${longDay(locale, to)}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

type Props = { t: Text; locale: Locale; value: string; saved: boolean; signedIn: boolean };

export function SaveButton({ t, locale, value, saved, signedIn }: Props) {
  const say = t.search.saved;
  if (!signedIn)
    return <a href={`/${locale}/sign-in?to=${encodeURIComponent(`/${locale}/search?${value}`)}`}>{say.signIn}</a>;
  return (
    <form method="post" action={`/${locale}/search`} className="save-search">
      <Hidden values={{ value, intent: saved ? 'drop' : 'save' }} />
      {saved ? <span>{say.isSaved}</span> : null}
      <SubmitButton weight={saved ? 'quiet' : 'secondary'} size="small">
        {saved ? say.drop : say.save}
      </SubmitButton>
    </form>
  );
}
