// The cases of an export: each as its page tells it to whoever asks, with the files that they may open. Found by keyset, loaded one by one.
import type { Locale } from '../../../guide/schema';
import type { Viewer } from '../../core/viewer';
import { numbersOf, type Whose } from '../../data/own-cases';
import type { ZipEntry } from '../../data/zip-stream';
import type { World } from '../../world';
import { caseView } from '../case';
import { caseFacts } from '../case-facts';
import { filesOf, type CaseFile } from '../case-files';

/** cases/<number>/case.json, and its files beside it. A file whose bytes are gone is named in the case and not there. */
export async function* caseEntries(world: World, viewer: Viewer, whose: Whose, lang: Locale): AsyncGenerator<ZipEntry> {
  for await (const number of numbersOf(world.db, whose)) {
    const facts = await caseFacts(world, viewer, number);
    if (!facts) continue;
    const view = await caseView(world, viewer, facts, lang);
    const files = [...filesOf(facts).values()];
    const dossier = `${world.origin}/${lang}/appeals/${number}/dossier/${lang}.pdf`;
    const text = `${JSON.stringify({ ...view, files, dossier }, null, 1)}\n`;
    yield { name: `cases/${number}/case.json`, pack: 'words', bytes: once(text) };
    for (const file of files)
      if ((await world.files.size(file.sha256)) !== null)
        yield { name: `cases/${number}/files/${nameOf(file)}`, pack: 'packed', bytes: world.files.get(file.sha256) };
  }
}

export async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** No name leads out of its folder, and no two are the same. */
const nameOf = ({ order, name, extension }: CaseFile): string =>
  `${order}-${(name ?? `file.${extension}`).replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '_').slice(-120)}`;
