// What stands in the filing form before anything is typed, and what its address says: the kind, the body, the earlier case, the draft.
import { KINDS, type Kind } from '../../../guide/schema';
import { addDays, addMonths, dayOf } from '../../core/day';
import type { Identity, Origin } from '../../queries/filing';
import type { Locale, Text } from '../../text';
import type { World } from '../../world';
import { listIn, textOf, type Typed } from '../form';

export const kindOf = (text: string | null): Kind | null => KINDS.find((kind) => kind === text) ?? null;
export const USUAL: Kind = 'application';

/** The earlier case of an address, as a draft keeps it: 'origin=2026-000001', 'again=…', or empty. */
export function aboutIn(url: string): string {
  const query = new URL(url).searchParams;
  for (const name of ['origin', 'again']) {
    const number = query.get(name);
    if (number) return `${name}=${number}`;
  }
  return '';
}

/** The bodies chosen in a form, and an empty question more where one was asked for; at least one, which may be ''. */
export function bodiesIn(typed: Typed): string[] {
  const chosen = listIn(typed, 'bodyId').filter(Boolean);
  return chosen.length === 0 || textOf(typed, 'intent') === 'another-body' ? [...chosen, ''] : chosen;
}

/** What the guide in force lets a filing offer besides: several bodies, and a day from which it is public. */
export function offered(world: World, aboutCase: boolean) {
  const today = dayOf(world.now());
  const { filing } = world.guide.inForceOn(today);
  return {
    severalMost: aboutCase || !filing ? 1 : filing.several.most,
    publicUntil: filing && { first: addDays(today, 1), last: addMonths(today, filing.public_later.months) },
  };
}

/** Where a draft is gone on with. */
export const draftAddress = (locale: Locale, { id, about }: { id: string; about: string }): string =>
  `/${locale}/appeals/new?${about ? `${about}&` : ''}draft=${id}`;

type First = {
  t: Text;
  kind: Kind;
  bodyId: string;
  locale: Locale;
  identities: readonly Identity[];
  origin: Origin | null;
  again: boolean;
};

/** What stands in the form before anything is typed; for a complaint the text is ready, in the language of the case. */
export function firstValues({ t, kind, bodyId, locale, identities, origin, again }: First): Record<string, string> {
  const usual = {
    kind,
    bodyId,
    language: locale,
    visibility: 'public',
    organisationId: identities[0]?.organisationId ?? '',
  };
  if (!origin) return usual;
  const say = t.filing.complaint;
  const { number, subject, language, dueDay, endedDay, overdue, applicant, visibility, nameHidden } = origin;
  return {
    ...usual,
    language,
    visibility,
    nameHidden: nameHidden ? 'on' : '',
    organisationId: applicant.kind === 'organisation' ? applicant.id : '',
    subject: again ? subject : say.subject(number),
    text: again
      ? origin.text
      : overdue || !endedDay
        ? say.silent(number, subject, dueDay)
        : say.replied(number, subject, endedDay),
  };
}
