// The report on a round as PDF or DOCX, in either state language: the same data, printed twice. There once the outcome is published.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { STATE_LANGUAGES } from '../../../guide/schema';
import { instantOf } from '../../core/day';
import { docxOf } from '../../papers/docx';
import { pdfOf } from '../../papers/pdf';
import { publicRound } from '../../queries/round-public';
import { roundReport } from '../../queries/round-report';
import { contextOf } from '../respond';
import { reportPaper } from './report-paper';

const KINDS = {
  pdf: { print: pdfOf, type: 'application/pdf' },
  docx: { print: docxOf, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
} as const;
/** 'report.kk.pdf'. */
const FILE = /^report\.(kk|ru)\.(pdf|docx)$/;

export async function loader(args: LoaderFunctionArgs) {
  const { world } = contextOf(args);
  const [, language, kind] = FILE.exec(args.params.file ?? '') ?? [];
  const spoken = STATE_LANGUAGES.find((one) => one === language);
  const round = spoken && (await publicRound(world, args.params.number ?? ''));
  const report = round && (await roundReport(world, round, spoken));
  if (!report || (kind !== 'pdf' && kind !== 'docx')) throw new Response(null, { status: 404 });
  const { print, type } = KINDS[kind];
  const bytes = await print(reportPaper(report, new Date(instantOf(report.publishedDay, '00:00'))));
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${report.number}.${report.language}.${kind}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
