// What somebody follows, by kind: what that brings is said once, each has a button to stop; and the way to follow a topic or a region.
import { REGIONS } from '../../core/region';
import { TOPICS } from '../../core/topic';
import type { Followed } from '../../queries/follows';
import type { Locale, Text } from '../../text';
import { SubmitButton } from '../../ui/button';
import { Details } from '../../ui/details';
import { Select, type Option } from '../../ui/field';
import { Hidden } from '../../ui/form';
import { Section, Stack } from '../../ui/layout';
import { FollowButton } from '../rounds/follow-button';
import { FollowedLink, nameOf } from '../rounds/followed';

type Props = { t: Text; locale: Locale; follows: readonly Followed[] };

export function Follows({ t, locale, follows }: Props) {
  const say = t.follows;
  const back = `/${locale}/account#follows`;
  const kinds = [...new Set(follows.map(({ what }) => what))];
  return (
    <Section title={say.title} lead={say.lead} id="follows">
      <Stack>
        {follows.length === 0 ? <p>{say.none}</p> : null}
        {kinds.map((what) => (
          <div key={what}>
            <h3>{say.what[what]}</h3>
            <p className="muted">{say.brings[what]}</p>
            <ul className="following">
              {follows
                .filter((one) => one.what === what)
                .map((one) => (
                  <li key={one.value}>
                    <FollowedLink t={t} locale={locale} followed={one} />
                    <FollowButton
                      {...{ t, locale, back, what, value: one.value }}
                      about={nameOf(t, one)}
                      follows
                      signedIn
                    />
                  </li>
                ))}
            </ul>
          </div>
        ))}
        <Details summary={say.more}>
          <Stack>
            <More
              {...{ t, locale, back, what: 'topic' }}
              options={TOPICS.map((value) => ({ value, label: t.topics[value] }))}
            />
            <More
              {...{ t, locale, back, what: 'region' }}
              options={REGIONS.map((value) => ({ value, label: t.regions[value] }))}
            />
          </Stack>
        </Details>
      </Stack>
    </Section>
  );
}

type MoreProps = { t: Text; locale: Locale; back: string; what: 'topic' | 'region'; options: Option[] };

function More({ t, locale, back, what, options }: MoreProps) {
  const say = t.follows;
  const alphabet = new Intl.Collator(locale);
  return (
    <form method="post" action={`/${locale}/follow`} className="follow-more">
      <Hidden values={{ what, back, step: 'follow' }} />
      <Select
        name="value"
        id={`follow-${what}`}
        label={say[what]}
        width="l"
        options={options.toSorted((a, b) => alphabet.compare(a.label, b.label))}
      />
      <SubmitButton weight="secondary">{say.follow}</SubmitButton>
    </form>
  );
}
