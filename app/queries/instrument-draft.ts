// One draft of an instrument as its editor sees it: the draft itself, what the check says, what it can be made of. Only for those who may
// write it.
import {
  CONSTRUCTS,
  DIRECTIONS,
  ITEM_KINDS,
  OCCASIONS,
  type Edition,
  type Instrument,
  type Locale,
} from '../../guide/schema';
import { dayOf } from '../core/day';
import { faultsOfDraft, type DraftFault } from '../core/instrument-check';
import { draftSchema } from '../core/instrument-draft';
import { may } from '../core/permission';
import type { Viewer } from '../core/viewer';
import { instrumentBank } from '../data/instruments';
import type { World } from '../world';
import { namesOf } from './bodies';
import { wordOf } from './guide';
import { publishedVersions, type PublishedVersion } from './instruments';

export type Named = { id: string; name: string };
export type EditorView = {
  id: string;
  version: number;
  council: { slug: string; name: string } | null;
  draft: Instrument;
  faults: DraftFault[];
  mayPublish: boolean;
  versions: PublishedVersion[];
  /** Items with ids that were asked before. */
  known: string[];
  /** Items of the bank that the draft does not ask yet. */
  bank: (Named & { construct: string })[];
  /** Scales to choose from: the draft's own and the bank's. */
  scales: (Named & { own: boolean })[];
  words: {
    constructs: (Named & { text: string })[];
    directions: (Named & { text: string })[];
    occasions: (Named & { text: string })[];
    kinds: (Named & { text: string })[];
    dontKnow: string;
  };
};

const named = (edition: Edition, locale: Locale, group: string, ids: readonly string[]) =>
  ids.map((id) => ({
    id,
    name: wordOf(edition, locale, `${group}.${id}.name`),
    text: wordOf(edition, locale, `${group}.${id}.text`),
  }));

/** '0–10: very unlikely … very likely': what a scale is when it has no name of its own. */
function scaleLine({ scales, texts }: Pick<Instrument, 'scales' | 'texts'>, id: string, locale: Locale): string {
  const scale = scales[id];
  if (!scale) return id;
  const say = (what: string) => texts[locale][`scale.${id}.${what}`] ?? '…';
  const ends = scale.labelled ? [say(`p${scale.from}`), say(`p${scale.to}`)] : [say('low'), say('high')];
  return `${scale.from}–${scale.to}: ${ends.join(' – ')}`;
}

export type Looked = { found: EditorView } | { refused: 'not_found' | 'not_allowed' };

/** The draft for its editor; told apart from one that is not there: one that is not the viewer's to write. */
export async function editorView(world: World, viewer: Viewer, id: string, locale: Locale): Promise<Looked> {
  const { prisma } = world.db;
  const row = await prisma.instrumentDraft.findUnique({ where: { id } });
  if (!row) return { refused: 'not_found' };
  const { councilId, version } = row;
  if (!may(viewer, 'instrument.edit', { councilId })) return { refused: 'not_allowed' };
  const draft = draftSchema.parse(row.data);
  const [bank, council, versions] = await Promise.all([
    instrumentBank(world),
    councilId === null
      ? null
      : prisma.council.findUniqueOrThrow({
          where: { id: councilId },
          select: { slug: true, nameKk: true, nameRu: true, nameEn: true },
        }),
    publishedVersions(world, locale, draft.id),
  ]);
  const edition = world.guide.inForceOn(dayOf(world.now()));
  const say = (key: string) => wordOf(edition, locale, key);
  const scales = new Set([...Object.keys(bank.scales), ...Object.keys(draft.scales)]);
  return {
    found: {
      ...{ id, version, draft, versions },
      council: council && { slug: council.slug, name: namesOf(council)[locale] },
      faults: faultsOfDraft(draft, bank),
      mayPublish: may(viewer, 'instrument.publish', { councilId }),
      known: Object.keys(draft.items).filter((item) => item in bank.items),
      bank: Object.entries(bank.items)
        .filter(([item]) => !(item in draft.items))
        .map(([item, { construct }]) => ({
          id: item,
          name: bank.texts[locale][`item.${item}.name`] ?? item,
          construct: say(`construct.${construct}.name`),
        })),
      scales: [...scales].map((scale) => ({
        id: scale,
        name: scaleLine(draft.scales[scale] ? draft : bank, scale, locale),
        own: !(scale in bank.scales),
      })),
      words: {
        constructs: named(edition, locale, 'construct', CONSTRUCTS),
        directions: named(edition, locale, 'direction', DIRECTIONS),
        occasions: named(edition, locale, 'occasion', OCCASIONS),
        kinds: named(edition, locale, 'item_kind', ITEM_KINDS),
        dontKnow: say('answer.dont_know.name'),
      },
    },
  };
}
