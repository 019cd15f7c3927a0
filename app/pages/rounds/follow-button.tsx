// To follow or no longer follow a round, a topic, a body or a region: a form of one button, or the way to sign in.
import type { Followed } from '../../queries/follows';
import type { Locale, Text } from '../../text';
import { LinkButton, SubmitButton } from '../../ui/button';
import { Hidden } from '../../ui/form';

type Props = {
  t: Text;
  locale: Locale;
  what: Followed['what'];
  value: string;
  /** What is followed, for the button's full name. */
  about: string;
  /** The page to come back to. */
  back: string;
  follows: boolean;
  signedIn: boolean;
  label?: string;
};

export function FollowButton({ t, locale, what, value, about, back, follows, signedIn, label }: Props) {
  const say = t.follows;
  const name = label ?? (follows ? say.unfollow : say.follow);
  if (!signedIn)
    return (
      <LinkButton href={`/${locale}/sign-in?to=${encodeURIComponent(back)}`} size="small">
        {name}
        <span className="unseen">: {about}</span>
      </LinkButton>
    );
  return (
    <form method="post" action={`/${locale}/follow`} className="follow">
      <Hidden values={{ what, value, back, step: follows ? 'unfollow' : 'follow' }} />
      <SubmitButton weight={follows ? 'quiet' : 'secondary'} size="small">
        {name}
        <span className="unseen">: {about}</span>
      </SubmitButton>
    </form>
  );
}
