// The document around every page: language, title, stylesheet, fonts. No framework script is sent: pages are complete as HTML.
import type { ReactNode } from 'react';
import {
  isRouteErrorResponse,
  Meta,
  Outlet,
  useLocation,
  useParams,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { isLocale, LOCALES, textFor } from './text';
import { comfortScript, headLinks } from './ui/assets';

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

const useLocale = () => {
  const { lang } = useParams();
  return isLocale(lang) ? lang : 'kk';
};

/** The page by its one address, and the same in the other languages: what a filter or a place in a list adds makes no page of its own. */
function Alternates() {
  const { pathname } = useLocation();
  const origin = useRouteLoaderData<{ origin: string }>('frame')?.origin;
  const [, within] = /^\/(?:kk|ru|en)(\/.*)?$/.exec(pathname) ?? [];
  if (!origin || !/^\/(?:kk|ru|en)(?:\/|$)/.test(pathname)) return null;
  const at = (locale: string) => `${origin}/${locale}${within ?? ''}`;
  return (
    <>
      <link rel="canonical" href={origin + pathname} />
      {LOCALES.map((locale) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={at(locale)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={within ? at('kk') : `${origin}/`} />
    </>
  );
}

/** The pages of taking a right and of answering are light: people come to them by a letter, often over a slow line. They use the system's fonts. */
const LIGHT = /^\/(?:kk|ru|en)\/trust\/(?:take|answer)\//;

function Document({ children, title }: { children: ReactNode; title?: string }) {
  const locale = useLocale();
  const fonts = LIGHT.test(useLocation().pathname) ? 'system' : 'own';
  return (
    <html lang={locale} data-color-scheme="auto" data-fonts={fonts}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {title ? <title>{title}</title> : <Meta />}
        <Alternates />
        {headLinks(locale, fonts).map((link) => (
          <link key={link.href} {...link} />
        ))}
        <script src={comfortScript} defer />
      </head>
      <body>{children}</body>
    </html>
  );
}

/** What is shown when a page is not there or something broke: in the reader's language, with a way on. */
export function ErrorBoundary() {
  const error = useRouteError();
  const locale = useLocale();
  const { faults } = textFor(locale);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const known = { 403: faults.forbidden, 404: faults.missing, 413: faults.tooLarge }[status];
  const { title, text } = known ?? faults.broken;
  return (
    <Document title={`${title} — Kenes`}>
      <main id="main" className="wrap fault">
        <h1>{title}</h1>
        <p>{text}</p>
        <p>
          <a href={`/${locale}`}>{faults.home}</a>
        </p>
      </main>
    </Document>
  );
}
