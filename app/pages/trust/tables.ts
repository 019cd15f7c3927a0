// Open data of a counted wave: its published cells as CSV and as JSON with definitions, and the list of receipts.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { openCells, openRows, type OpenRow } from '../../queries/trust-open-data';
import { receiptsOf } from '../../queries/trust-receipts';
import { trustWords } from '../../queries/trust-words';
import { waveView, type WaveView } from '../../queries/waves';
import { contextOf, type Here } from '../respond';

const COLUMNS = [
  'wave',
  'direction',
  'cut',
  'cell',
  'body',
  'of',
  'row',
  'what',
  'value',
  'low',
  'high',
  'n',
  'reason',
] as const;
const BOM = '\uFEFF';

export async function loader(args: LoaderFunctionArgs) {
  const here = contextOf(args);
  const view = await waveView(here.world, args.params.number ?? '', here.locale);
  if (!view || view.stage !== 'counted') throw new Response(null, { status: 404 });
  switch (args.params.file) {
    case 'tables.csv':
      return sent(
        'text/csv; charset=utf-8',
        csvOf(view.number, openRows(await openCells(here.world, view.id), view.wave.instrument)),
      );
    case 'tables.json':
      return sent('application/json; charset=utf-8', JSON.stringify(await documentOf(here, view)));
    case 'receipts.txt':
      // Without a line end at its end: what the hash in the ledger is made over.
      return sent('text/plain; charset=utf-8', (await receiptsOf(here.world, view.id)).join('\n'));
    default:
      throw new Response(null, { status: 404 });
  }
}

/** Counted waves do not change; other sites may read them. */
const sent = (type: string, body: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=3600',
    },
  });

/** Ids and numbers only: nothing that a spreadsheet would take for a formula. */
function csvOf(wave: string, rows: readonly OpenRow[]): string {
  const line = (row: OpenRow) => COLUMNS.map((name) => (name === 'wave' ? wave : (row[name] ?? ''))).join(',');
  return `${BOM}${COLUMNS.join(',')}\r\n${rows.map(line).join('\r\n')}\r\n`;
}

async function documentOf({ world, locale, t }: Here, view: WaveView) {
  const { wave } = view;
  const { figures, thresholds } = t.trustMethod;
  const edition = world.guide.edition(wave.edition);
  const cells = await openCells(world, view.id);
  return {
    wave: {
      ...{
        number: view.number,
        title: wave.title,
        occasion: view.occasion,
        openness: wave.openness,
        edition: wave.edition,
      },
      ...{ opens: wave.opensDay, closes: wave.closesDay, window: wave.window },
      ...{ counted: wave.counted?.day, method: wave.counted?.method, sha256: wave.counted?.figures },
      responses: view.responses,
      withheld: wave.counted?.withheld,
    },
    language: locale,
    definitions: {
      ...trustWords(edition, locale),
      figures: figures.items,
      suppression_rules: thresholds.rules,
      publishing: edition.surveys?.publishing,
      hash: t.trustMethod.check.text,
    },
    instrument: wave.instrument,
    cells,
  };
}
