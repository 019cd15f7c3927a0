// The dossier of a round as PDF or DOCX, in either state language: everything public of it on one paper. There from the day it is announced.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { STATE_LANGUAGES } from '../../../guide/schema';
import { issue } from '../../data/register/issued';
import { dossierState, roundDossier } from '../../queries/round-dossier';
import { download, isForm, keptPaper, printedAs, signedPdf } from '../printed';
import { contextOf } from '../respond';
import { dossierPaper } from './dossier-paper';

/** 'kk.pdf'. */
const FILE = /^(kk|ru)\.(pdf|docx)$/;

export async function loader(args: LoaderFunctionArgs) {
  const { world } = contextOf(args);
  const [, language, form] = FILE.exec(args.params.file ?? '') ?? [];
  const spoken = STATE_LANGUAGES.find((one) => one === language);
  const found = spoken && (await dossierState(world, args.params.number ?? ''));
  if (!found || !isForm(form)) throw new Response(null, { status: 404 });
  const { facts, ...state } = found;
  const { number } = facts.round;
  const bytes = await keptPaper(world, {
    ...{ ...state, name: `${number}.${spoken}.${form}` },
    print: async () => {
      const { events, hash } = facts.chain;
      const stand = { number, version: events, hash, day: facts.today, audience: 'public', lang: spoken } as const;
      const code = await issue(world.register, stand);
      const paper = dossierPaper(await roundDossier(world, facts, spoken), { origin: world.origin, code });
      return form === 'pdf' ? signedPdf(world, paper, code) : printedAs(form, paper);
    },
  });
  return download(form, `${number}.dossier.${spoken}`, bytes);
}
