// What the check found, in the reader's words, with the address of the form where it is put right. Used by the draft's page.
import type { DraftFault } from '../../core/instrument-check';
import type { EditorView } from '../../queries/instrument-draft';
import type { Locale, Text } from '../../text';
import { itemName } from './fields';
import { draftAddress } from './working';

type Scene = { t: Text; locale: Locale; view: EditorView };
type Place = { name: string; href: string };

const pageName = ({ t, locale, view: { draft } }: Scene, id: string): string => {
  const at = draft.pages.findIndex((page) => page.id === id);
  return t.instruments.draft.page(at + 1, draft.texts[locale][`page.${draft.id}.${id}.title`] ?? '…');
};

/** The page, question or scale that an id belongs to; the draft itself for anything else. */
function placeOf(scene: Scene, id: string): Place {
  const { t, locale, view } = scene;
  const here = draftAddress(locale, view.id);
  if (view.draft.items[id]) return { name: itemName(t, view, locale, id), href: `${here}/items/${id}` };
  if (view.draft.pages.some((page) => page.id === id))
    return { name: pageName(scene, id), href: `${here}/pages/${id}` };
  if (view.draft.scales[id]) return { name: t.instruments.scale.title, href: `${here}/scales/${id}` };
  return { name: id, href: here };
}

/** The same for a text key: 'item.q_1.name' is the question's name in tables. */
function placeOfText(scene: Scene, key: string): Place {
  const { t, locale, view } = scene;
  const { draft, words } = view;
  const here = draftAddress(locale, view.id);
  const [group = '', id = '', ...rest] = key.split('.');
  const what = rest.join('.');
  const say = t.instruments;
  if (group === 'instrument')
    return { name: what === 'name' ? say.settings.name : say.settings.intro, href: `${here}/settings` };
  if (group === 'page') {
    const [page = ''] = rest;
    return { ...placeOf(scene, page), name: `${pageName(scene, page)}: ${say.page.heading}` };
  }
  const place = placeOf(scene, id);
  if (group === 'scale') return { ...place, name: `${place.name} (${what})` };
  const item = draft.items[id];
  const parts = item && 'rows' in item ? item.rows : item && 'options' in item ? item.options : [];
  const part =
    group === 'item'
      ? what === 'name'
        ? say.item.name
        : (words.directions.find((one) => one.id === what)?.name ?? what)
      : `${group === 'row' ? say.item.rows : say.item.options}, ${say.item.part(parts.indexOf(what) + 1)}`;
  return { ...place, name: `${place.name}: ${part}` };
}

export type FaultLine = { text: string; href: string };

/** One line for a fault that stands in several languages. */
export function faultLines(scene: Scene, faults: readonly DraftFault[]): FaultLine[] {
  const groups = new Map<string, DraftFault[]>();
  for (const fault of faults) {
    const key = [fault.code, fault.at, fault.what].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), fault]);
  }
  return [...groups.values()].flatMap(([first, ...more]) => (first ? [faultLine(scene, first, more)] : []));
}

function faultLine(scene: Scene, first: DraftFault, more: readonly DraftFault[]): FaultLine {
  const { code, at, what } = first;
  const { t, view } = scene;
  const place = at.includes('.') ? placeOfText(scene, at) : placeOf(scene, at);
  const spoken = [first, ...more].flatMap(({ locale }) => (locale ? [t.instruments.spoken[locale]] : []));
  const name = spoken.length > 0 ? `${place.name} (${spoken.join(', ')})` : place.name;
  const direction = view.words.directions.find(({ id }) => id === what)?.name;
  const about = view.draft.items[what] ? itemName(t, view, scene.locale, what) : (direction ?? what);
  const say: Record<typeof code, (at: string, what: string) => string> = t.instruments.faults;
  return { text: say[code](name, about), href: place.href };
}
