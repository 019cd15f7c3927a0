// The dossier of a case as PDF in any of the three languages: for everyone what is public of it, for its parties what is theirs to see.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { caseDossier } from '../../queries/case-dossier';
import { caseFacts } from '../../queries/case-facts';
import { isLocale } from '../../text';
import { contextOf } from '../respond';
import { download, signedPdf } from '../printed';
import { casePaper } from './dossier-paper';

export async function loader(args: LoaderFunctionArgs) {
  const { world, viewer } = contextOf(args);
  const [, lang] = /^(\w\w)\.pdf$/.exec(args.params.file ?? '') ?? [];
  const facts = isLocale(lang) ? await caseFacts(world, viewer, args.params.number ?? '') : null;
  if (!facts || !isLocale(lang)) throw new Response(null, { status: 404 });
  const dossier = await caseDossier(world, viewer, facts, lang);
  const bytes = await signedPdf(world, casePaper(dossier, world.origin), dossier.code);
  const kept: Record<string, string> = facts.side === null ? {} : { 'Cache-Control': 'private, no-store' };
  return download('pdf', `${facts.appeal.number}.dossier.${lang}`, bytes, kept);
}
