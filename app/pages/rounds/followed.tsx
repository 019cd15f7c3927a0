// What somebody follows, by name and as a link to it. Used by the account page and by the page that stops letters.
import type { Followed } from '../../queries/follows';
import type { Locale, Text } from '../../text';

export function nameOf(t: Text, followed: Followed): string {
  switch (followed.what) {
    case 'appeal':
    case 'round':
      return followed.title;
    case 'body':
      return followed.name;
    case 'topic':
      return t.topics[followed.value];
    case 'region':
      return t.regions[followed.value];
    case 'register':
      return t.register.title;
  }
}

export function FollowedLink({ t, locale, followed }: { t: Text; locale: Locale; followed: Followed }) {
  const name = nameOf(t, followed);
  switch (followed.what) {
    case 'round':
      return (
        <a href={`/${locale}/rounds/${followed.value}`} lang={followed.language}>
          {name}
        </a>
      );
    case 'appeal':
      return (
        <a href={`/${locale}/appeals/${followed.value}`} lang={followed.language}>
          {name}
        </a>
      );
    case 'body':
      return <a href={`/${locale}/bodies/${followed.slug}`}>{name}</a>;
    case 'topic':
      return <a href={`/${locale}/rounds?topic=${followed.value}`}>{name}</a>;
    case 'region':
      return <a href={`/${locale}/rounds?region=${followed.value}`}>{name}</a>;
    case 'register':
      return <a href={`/${locale}/public-register`}>{name}</a>;
  }
}
