// Examples for the page of the API, made of the real schemas and the site's own data: a test runs each of them as it stands there.
import type { z } from 'zod';
import type { input as filing } from '../../commands/appeals/file';
import type { Text } from '../../text';
import { doorProblem } from './problem';
import type { Scene } from './scene';

type Filed = Pick<z.input<typeof filing>, 'kind' | 'bodyId' | 'subject' | 'text' | 'language'>;
export type Examples = { read: string; term: string; file: string; sent: string; error: string };

/** `bodyId`: a body that takes appeals. */
export function examplesFor(t: Text, scene: Pick<Scene, 'api' | 'locale' | 'whole'>, bodyId: string): Examples {
  const { api, locale } = scene;
  const say = t.api.page.examples;
  const filed: Filed = { kind: 'application', bodyId, subject: say.subject, text: say.words, language: locale };
  const sent = JSON.stringify(filed, null, 2);
  return {
    read: `curl '${api(`/appeals?limit=2&lang=${locale}`)}'`,
    term: `curl '${api(`/term?kind=application&received=2026-03-21T11:20&lang=${locale}`)}'`,
    file: [
      `curl '${api('/appeals')}' \\`,
      ...['Authorization: Bearer kenes_…', 'Idempotency-Key: …', 'Content-Type: application/json'].map(
        (header) => `  -H '${header}' \\`,
      ),
      `  -d '${sent}'`,
    ].join('\n'),
    sent,
    error: JSON.stringify(doorProblem(scene, { code: 'key_needed' }), null, 2),
  };
}
