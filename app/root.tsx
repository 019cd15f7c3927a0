// The document around every page: language, title, stylesheet, fonts. No framework script is sent: pages are complete as HTML.
import type { ReactNode } from 'react';
import { isRouteErrorResponse, Meta, Outlet, useParams, useRouteError } from '@remix-run/react';
import { isLocale, textFor } from './text';
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

function Document({ children, title }: { children: ReactNode; title?: string }) {
  const locale = useLocale();
  return (
    <html lang={locale} data-color-scheme="auto">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {title ? <title>{title}</title> : <Meta />}
        {headLinks(locale).map((link) => (
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
  const missing = isRouteErrorResponse(error) && error.status === 404;
  const { title, text } = missing ? faults.missing : isRouteErrorResponse(error) && error.status === 403 ? faults.forbidden : faults.broken;
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
