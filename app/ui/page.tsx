// The frame around every page: skip link, header with wordmark, nav, languages and sign-in state, main, footer. Used by the root only.
import type { ReactNode } from 'react';
import type { Locale } from '../text/format';
import { Drawn } from './drawn';
import { Icon } from './icon';
import { Mark } from './mark';

/** `count`: how many things wait there, as a figure and as the words read aloud after the label. */
export type NavLink = { href: string; label: string; current?: boolean; count?: { figure: string; words: string } };
export type Account =
  | { signedIn: false; href: string; label: string }
  | {
      signedIn: true;
      name: string;
      detail?: string;
      href: string;
      /** What one is told, with how much of it is unread. */
      inbox: Omit<NavLink, 'current'>;
      /** A POST form: signing out changes state. */
      signOut: { action: string; label: string };
    };

type PageProps = {
  home: { href: string; name: string; motto?: string };
  texts: { skip: string; mainNav: string; languages: string; account: string; footer: string };
  /** One list for all pages that lead to the same places: it is drawn once. */
  nav: readonly NavLink[];
  languages: readonly { locale: Locale; name: string; href: string; current?: boolean }[];
  account: Account;
  /** One object for all pages that end the same: it is drawn once. */
  footer: {
    about: ReactNode;
    groups: readonly { title: string; links: readonly { href: string; label: string }[] }[];
    small?: ReactNode;
  };
  /** Something for everyone above the page: a demonstration, a maintenance window. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The body of a document. `main` has the id `main`; the caller gives one h1 through PageHead or Hero. */
export function Page({ home, texts, nav, languages, account, footer, banner, children }: PageProps) {
  return (
    <>
      <a className="skip" href="#main">
        {texts.skip}
      </a>
      <header className="top">
        <div className="top-row wrap">
          <a className="wordmark" href={home.href}>
            <Mark />
            <span className="wordmark-name">{home.name}</span>
            {home.motto ? <span className="wordmark-motto">{home.motto}</span> : null}
          </a>
          <nav className="languages" aria-label={texts.languages}>
            <ul>
              {languages.map(({ locale, name, href, current }) => (
                <li key={locale}>
                  <a href={href} lang={locale} hrefLang={locale} aria-current={current ? 'true' : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <AccountBox account={account} label={texts.account} />
        </div>
        <nav className="top-nav top-nav-wide" aria-label={texts.mainNav}>
          <NavList nav={nav} />
        </nav>
        {/* The same on narrow screens, folded. Only one of the two is ever displayed. */}
        <nav className="top-nav top-nav-narrow" aria-label={texts.mainNav}>
          <details>
            <summary className="wrap">{texts.mainNav}</summary>
            <NavList nav={nav} />
          </details>
        </nav>
        {banner ? (
          <div className="banner">
            <div className="wrap">{banner}</div>
          </div>
        ) : null}
      </header>
      <main id="main" className="wrap" tabIndex={-1}>
        {children}
      </main>
      <Drawn of={footer} by={[texts.footer]} tag="footer" className="foot">
        {() => <Footer {...footer} name={texts.footer} />}
      </Drawn>
    </>
  );
}

function Footer({ about, groups, small, name }: PageProps['footer'] & { name: string }) {
  return (
    <div className="wrap foot-row">
      <div className="foot-about">
        <Mark />
        <div>{about}</div>
      </div>
      <nav className="foot-groups" aria-label={name}>
        {groups.map(({ title, links }) => (
          <div key={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href}>{label}</a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {small ? <p className="foot-small">{small}</p> : null}
    </div>
  );
}

function NavList({ nav }: Pick<PageProps, 'nav'>) {
  return (
    <Drawn of={nav} tag="ul" className="wrap">
      {() => (
        <>
          {nav.map(({ href, label, current, count }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
                <Count count={count} />
              </a>
            </li>
          ))}
        </>
      )}
    </Drawn>
  );
}

function Count({ count }: Pick<NavLink, 'count'>) {
  if (!count) return null;
  return (
    <>
      <span className="count" aria-hidden="true">
        {count.figure}
      </span>
      <span className="unseen">, {count.words}</span>
    </>
  );
}

function AccountBox({ account, label }: { account: Account; label: string }) {
  if (!account.signedIn) {
    return (
      <div className="account">
        <a className="account-in" href={account.href}>
          {account.label}
        </a>
      </div>
    );
  }
  return (
    <section className="account" aria-label={label}>
      <a className="account-who" href={account.href}>
        <Icon name="person" />
        <span>{account.name}</span>
        {account.detail ? <small>{account.detail}</small> : null}
      </a>
      <a className="account-inbox" href={account.inbox.href}>
        <Icon name="letter" />
        <span>{account.inbox.label}</span>
        <Count count={account.inbox.count} />
      </a>
      <form method="post" action={account.signOut.action}>
        <button className="account-out" type="submit">
          {account.signOut.label}
        </button>
      </form>
    </section>
  );
}
