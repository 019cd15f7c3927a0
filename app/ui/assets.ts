// What a document's head needs from here: the stylesheet, the fonts every page reads with, the comfort script. For root's links() only.
import comfort from './comfort.js?url&no-inline';
// oxlint-disable-next-line import/default -- the address of the bundle, not the module
import credential from './credential.js?worker&url';
// oxlint-disable-next-line import/default -- the address of the bundle, not the module
import passkey from './passkey.js?worker&url';
import styles from './kenes.css?url';
import cyrillic from '@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2?url';
import cyrillicExt from '@fontsource-variable/golos-text/files/golos-text-cyrillic-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2?url';
import type { Locale } from '../text/format';

type HeadLink =
  | { rel: 'preload'; href: string; as: 'font'; type: string; crossOrigin: 'anonymous' }
  | { rel: 'stylesheet' | 'icon'; href: string; type?: string };

const font = (href: string): HeadLink => ({
  rel: 'preload',
  href,
  as: 'font',
  type: 'font/woff2',
  crossOrigin: 'anonymous',
});

/**
 * Kazakh needs both Cyrillic files (і and ұ are in one, ә ғ қ ң ө ү һ in the other), and so do Russian pages, for names.
 * English pages load them late, for the names of languages alone. Pages with the system's fonts load none.
 */
export const headLinks = (locale: Locale, fonts: 'own' | 'system'): HeadLink[] => [
  ...(fonts === 'own' ? [font(latin)] : []),
  ...(fonts === 'own' && locale !== 'en' ? [font(cyrillic), font(cyrillicExt)] : []),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/** Put as <script src={comfortScript} defer />: everything works without it. */
export const comfortScript: string = comfort;

/** Put as <script type="module" src={credentialScript} /> on the pages of taking and answering a survey. Bundled with its library. */
export const credentialScript: string = credential;

/** Put as <script type="module" src={passkeyScript} /> on the pages of signing in and of setting that up. Bundled with its library. */
export const passkeyScript: string = passkey;
