// The report on a round as PDF or DOCX, in either state language: the same data, printed twice. There once the outcome is published.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { STATE_LANGUAGES } from '../../../guide/schema';
import { instantOf } from '../../core/day';
import { publicRound } from '../../queries/round-public';
import { roundReport } from '../../queries/round-report';
import { download, isForm, printedAs } from '../printed';
import { contextOf } from '../respond';
import { reportPaper } from './report-paper';

/** 'report.kk.pdf'. */
const FILE = /^report\.(kk|ru)\.(pdf|docx)$/;

export async function loader(args: LoaderFunctionArgs) {
  const { world } = contextOf(args);
  const [, language, kind] = FILE.exec(args.params.file ?? '') ?? [];
  const spoken = STATE_LANGUAGES.find((one) => one === language);
  const round = spoken && (await publicRound(world, args.params.number ?? ''));
  const report = round && (await roundReport(world, round, spoken));
  if (!report || !isForm(kind)) throw new Response(null, { status: 404 });
  const paper = reportPaper(report, new Date(instantOf(report.publishedDay, '00:00')));
  return download(kind, `${report.number}.${report.language}`, await printedAs(kind, paper));
}
