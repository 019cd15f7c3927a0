// What stands around every page of a language: header, navigation, languages, account, footer; and the page shown in it when
// the one asked for is not there, not open, or broke. An unknown language in the address is a page that is not there.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useLocation, useRouteError, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { dayOf } from '../core/day';
import { councilSeat, isAdministrator, OFFICIAL_ROLES, type Role, type Viewer } from '../core/viewer';
import { isDemonstration, openRounds } from '../queries/front';
import { COUNTED, unreadCount } from '../queries/inbox';
import { maintenanceUntil, settings } from '../queries/settings';
import { LOCALES, textFor, type Locale, type Text } from '../text';
import { dayAndTime, number } from '../text/format';
import { Page, type NavLink } from '../ui/page';
import { contextOf, withReturn } from './respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = contextOf(args);
  const [demo, rounds, { notice }, until, unread] = await Promise.all([
    isDemonstration(world),
    openRounds(world),
    settings(world),
    maintenanceUntil(world),
    viewer ? unreadCount(world, viewer) : 0,
  ]);
  const year = dayOf(world.now()).slice(0, 4);
  return { locale, viewer, year, demo, rounds, unread, origin: world.origin, notice: notice[locale], until };
}
type Surroundings = Awaited<ReturnType<typeof loader>>;

/** The title of the fault where one is shown; every page gives its own. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => [
  { title: error === undefined ? 'Kenes' : `${faultOf(error, data?.locale ?? 'kk').title} — Kenes` },
];

function faultOf(error: unknown, locale: Locale) {
  const { faults } = textFor(locale);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = { 403: faults.forbidden, 404: faults.missing, 413: faults.tooLarge }[status];
  return known ?? faults.broken;
}

export default function Frame() {
  const known = useRouteLoaderData<typeof loader>('frame') as Surroundings;
  return (
    <Surrounded {...known}>
      <Outlet />
    </Surrounded>
  );
}

/** Inside the frame where it could be made; the bare words otherwise (an unknown language, a database that is away). */
export function ErrorBoundary() {
  const known = useRouteLoaderData<typeof loader>('frame') as Surroundings | undefined;
  const locale = known?.locale ?? 'kk';
  const { title, text } = faultOf(useRouteError(), locale);
  const words = (
    <div className="fault narrow">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      <p>
        <a href={`/${locale}`}>{textFor(locale).faults.home}</a>
      </p>
    </div>
  );
  return known ? <Surrounded {...known}>{words}</Surrounded> : <main className="wrap">{words}</main>;
}

function Surrounded(here: Surroundings & { children: ReactNode }) {
  const { locale, viewer, year, rounds, unread, children } = here;
  const { pathname, search } = useLocation();
  const { frame, inbox } = textFor(locale);
  const to = (path: string) => `/${locale}${path}`;
  const within = pathname.slice(`/${locale}`.length);
  return (
    <Page
      home={{ href: to(''), name: frame.name, motto: frame.motto }}
      texts={frame}
      nav={navOf({ viewer, frame, to, locale, within, rounds })}
      languages={LOCALES.map((other) => ({
        locale: other,
        name: frame.languageNames[other],
        href: `/${other}${within}${search}`,
        current: other === locale,
      }))}
      account={accountOf({
        viewer,
        frame,
        to,
        within: within + search,
        inbox: inboxOf({ inbox, unread, locale, to }),
      })}
      footer={footerOf({ signedIn: viewer !== null, frame, to, locale, year })}
      banner={bannerOf(here, to)}
    >
      {children}
    </Page>
  );
}

/** What everybody is to know first: maintenance, a notice, that what they hold rests, that this is a demonstration; nothing where there is none of it. */
function bannerOf({ locale, until, notice, demo, viewer }: Surroundings, to: To): ReactNode {
  const { frame, settings: say, signingIn } = textFor(locale);
  if (until === null && notice === '' && !demo && !viewer?.resting) return undefined;
  return (
    <>
      {until === null ? null : <strong>{say.maintenance.until(dayAndTime(locale, until))} </strong>}
      {notice ? <span>{notice} </span> : null}
      {viewer?.resting ? (
        <>
          <strong>{signingIn.resting}</strong> <a href={to('/account/signing-in')}>{signingIn.setUp}</a>{' '}
        </>
      ) : null}
      {demo ? (
        <>
          {frame.demo} <a href={to('/sign-in')}>{frame.demoAccounts}</a>
        </>
      ) : null}
    </>
  );
}

type Words = Text['frame'];
type To = (path: string) => string;
const isOfficial = ({ mandates }: Viewer) =>
  mandates.some(({ role }) => (OFFICIAL_ROLES as readonly Role[]).includes(role));

type Going = { viewer: Viewer | null; frame: Words; to: To; locale: Locale; within: string; rounds: number };
const navs = new Map<string, NavLink[]>();

/** Work first, then what everyone reads. The same list for everyone who sees the same, so that it is drawn once. */
function navOf({ viewer, frame: { nav, openRounds: open }, to, locale, within, rounds }: Going): NavLink[] {
  const seat = viewer ? councilSeat(viewer) : null;
  const places: [path: string, label: string][] = [
    ...(viewer && isOfficial(viewer) ? [['/desk', nav.desk] as [string, string]] : []),
    ...(seat ? [[`/councils/${seat}/desk`, nav.councilDesk] as [string, string]] : []),
    ...(viewer && !isOfficial(viewer) && !isAdministrator(viewer) ? [['/today', nav.today] as [string, string]] : []),
    ...(viewer && isAdministrator(viewer) ? [['/admin', nav.admin] as [string, string]] : []),
    ['/appeals', nav.appeals],
    ['/rounds', nav.rounds],
    ['/trust', nav.trust],
    ['/bodies', nav.bodies],
    ['/guide', nav.guide],
    ['/calculator', nav.calculator],
    ['/search', nav.search],
  ];
  const here = places.find(([path]) => within === path || within.startsWith(`${path}/`))?.[0];
  const key = [locale, here, rounds, ...places.map(([path]) => path)].join(' ');
  const count = rounds > 0 ? { figure: number(locale, rounds), words: open(rounds) } : undefined;
  const known =
    navs.get(key) ??
    places.map(([path, label]) => ({
      ...{ href: to(path), label, current: path === here },
      count: path === '/rounds' ? count : undefined,
    }));
  navs.set(key, known);
  return known;
}

/** Pages that a visitor should not be brought back to after signing in. */
const NO_RETURN = /^(?:$|\/(?:sign-in|register|link|invitation)(?:[/?]|$))/;

type Told = { inbox: Text['inbox']; unread: number; locale: Locale; to: To };

const inboxOf = ({ inbox, unread, locale, to }: Told) => ({
  href: to('/inbox'),
  label: inbox.title,
  count:
    unread === 0
      ? undefined
      : unread > COUNTED
        ? { figure: `${COUNTED}+`, words: inbox.many(COUNTED) }
        : { figure: number(locale, unread), words: inbox.unread(unread) },
});

type Entering = {
  viewer: Viewer | null;
  frame: Words;
  to: To;
  within: string;
  inbox: ReturnType<typeof inboxOf>;
};

function accountOf({ viewer, frame, to, within, inbox }: Entering) {
  if (!viewer) {
    const back = NO_RETURN.test(within) ? '' : to(within);
    return { signedIn: false, href: withReturn(to('/sign-in'), back), label: frame.signIn } as const;
  }
  const first = viewer.mandates[0];
  // What stands beside a seat on a council is an occupation, not a post.
  const detail = (first?.councilId ? null : first?.post) ?? (first ? frame.roles[first.role] : undefined);
  return {
    signedIn: true,
    name: viewer.name,
    detail,
    href: to('/account'),
    inbox,
    signOut: { action: to('/sign-out'), label: frame.signOut },
  } as const;
}

type Ending = { signedIn: boolean; frame: Words; to: To; locale: Locale; year: string };
type Footer = ReturnType<typeof makeFooter>;
const footers = new Map<string, Footer>();

/** The same object for everyone who sees the same, so that it is drawn once. */
function footerOf(ending: Ending): Footer {
  const key = [ending.locale, ending.year, ending.signedIn].join(' ');
  const made = footers.get(key) ?? makeFooter(ending);
  footers.set(key, made);
  return made;
}

function makeFooter({ signedIn, frame, to, year }: Ending) {
  const { nav, groups } = frame;
  const link = (path: string, label: string) => ({ href: to(path), label });
  return {
    about: <p>{frame.about}</p>,
    groups: [
      {
        title: groups.read,
        links: [
          link('/appeals', nav.appeals),
          link('/rounds', nav.rounds),
          link('/trust', nav.trust),
          link('/bodies', nav.bodies),
          link('/scores', frame.scores),
          link('/reminders', frame.reminders),
          link('/councils', frame.councils),
          link('/guide', nav.guide),
          link(`/guide/calendar/${year}`, frame.calendar(year)),
        ],
      },
      {
        title: groups.act,
        links: [
          link('/appeals/new', frame.file),
          ...(signedIn
            ? [link('/letters', frame.letters)]
            : [link('/register', frame.register), link('/sign-in', frame.signIn)]),
        ],
      },
      {
        title: groups.reuse,
        links: [
          link('/calculator', nav.calculator),
          link('/public-register', frame.publicRegister),
          link('/open', frame.openData),
          link('/security', frame.security),
          link('/api', frame.api),
        ],
      },
    ],
    small: frame.small,
  };
}
