// The file with one's own data, made while it is sent: for whoever asked for it, signed in, within a day.
import { Readable } from 'node:stream';
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { exportTaken } from '../../commands/exports/ask';
import { dayOf } from '../../core/day';
import { zipped } from '../../data/zip-stream';
import { exportAsked, exportEntries } from '../../queries/own-data/export';
import { requireViewer } from '../respond';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale, t } = requireViewer(args);
  const exportId = args.params.exportId ?? '';
  const whose = await exportAsked(world, viewer, exportId);
  if (!whose) throw new Response(null, { status: 404 });
  await exportTaken(world, exportId);
  const say = t.ownData;
  const now = world.now();
  const readme = [say.title, say.law, say.readme.made(now), say.readme.inside, say.readme.cases, say.readme.left].join(
    '\n\n',
  );
  const bytes = zipped(exportEntries(world, viewer, whose, { lang: locale, readme }), new Date(now));
  return new Response(
    createReadableStreamFromReadable(Readable.from(bytes, { objectMode: false, highWaterMark: 65_536 })),
    {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="kenes.${whose.of}.${dayOf(now)}.zip"`,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      },
    },
  );
}
