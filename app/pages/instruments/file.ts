// A draft as a text to be kept, changed elsewhere and brought back: YAML, in the shape of the guide.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { instrumentText } from '../../queries/instrument-text';
import { draftAt } from './working';

export async function loader(args: LoaderFunctionArgs) {
  const { view } = await draftAt(args);
  return new Response(instrumentText(view.draft), {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': `attachment; filename="${view.draft.id}.yaml"`,
      'Cache-Control': 'no-store',
    },
  });
}
