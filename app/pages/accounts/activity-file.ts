// The report on what an organisation did, as PDF, DOCX or CSV: for its own people.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { dayOf } from '../../core/day';
import { activityOf } from '../../queries/activity';
import { identitiesOf } from '../../queries/filing';
import { download, isForm, printedAs } from '../printed';
import { requireViewer } from '../respond';
import { csvAnswer } from '../scores/data-answer';
import { activityAsked } from './activity-asked';
import { activityPaper, activityTable } from './activity-paper';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer, locale } = requireViewer(args);
  const [, form] = /^report\.(pdf|docx|csv)$/.exec(args.params.file ?? '') ?? [];
  const asked = activityAsked(args.request.url, dayOf(world.now()), await identitiesOf(world, viewer));
  const activity = form === undefined ? null : await activityOf(world, viewer, asked, locale);
  if (!activity) throw new Response(null, { status: 404 });
  const name = `report.${asked.from}.${asked.to}`;
  if (isForm(form))
    return download(form, name, await printedAs(form, activityPaper(activity, locale, new Date(world.now()))));
  // For its own people: not open to programs of other sites.
  return csvAnswer(`${name}.csv`, activityTable(activity), { 'x-content-type-options': 'nosniff' });
}
