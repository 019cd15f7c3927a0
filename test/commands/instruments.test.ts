// Instruments that councils and administrators write: begun, changed form by form, checked, published for good.
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { beginDraft } from '../../app/commands/instruments/begin';
import { changeDraft, discardDraft } from '../../app/commands/instruments/change';
import { publishInstrument } from '../../app/commands/instruments/publish';
import { planWave } from '../../app/commands/waves/plan';
import { draftSchema } from '../../app/core/instrument-draft';
import { foldInstrument, instrumentStream } from '../../app/core/instrument';
import type { Viewer } from '../../app/core/viewer';
import { hashOfInstrument, slugOf } from '../../app/data/instruments';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { instrumentOf } from '../../guide/instrument';
import { instrumentSchema, type Instrument } from '../../guide/schema';
import { codeOf, must, refusalOf } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-11-26');
const { world } = test;
const { prisma } = world.db;
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
afterEach(async () => {
  await prisma.instrumentDraft.deleteMany();
});

const names = { nameKk: 'Саябақтар туралы', nameRu: 'О парках', nameEn: 'About parks' };
const begin = (more: Record<string, unknown> = {}, viewer: Viewer | null = cast.secretary) =>
  beginDraft(world, viewer, { councilId: cast.council.id, from: 'guide:draft_questions', ...names, ...more });
const begun = async (more: Record<string, unknown> = {}, viewer?: Viewer) => (await must(begin(more, viewer))).id;
const rowOf = (id: string) => prisma.instrumentDraft.findUniqueOrThrow({ where: { id } });
const draftOf = async (id: string): Promise<Instrument> => draftSchema.parse((await rowOf(id)).data);
/** Changes the draft as it stands. */
const change = async (
  id: string,
  intent: string,
  fields: Record<string, unknown> = {},
  viewer: Viewer = cast.secretary,
) => changeDraft(world, viewer, { draftId: id, version: (await rowOf(id)).version, intent, ...fields });
const reason = 'Кеңес отырысында мақұлданды';
const publish = async (id: string, more: Record<string, unknown> = {}, viewer: Viewer | null = cast.chair) =>
  publishInstrument(world, viewer, { draftId: id, version: (await rowOf(id)).version, reason, ...more });
const itemForm = { construct: 'other', dontKnow: 'on' };
const settingsForm = { occasion: 'free', minutes: '3', directions: ['ngo_to_body'] };
const both = (what: string, kk: string, ru: string, en: string) => ({
  [`kk.${what}`]: kk,
  [`ru.${what}`]: ru,
  [`en.${what}`]: en,
});

describe('a draft is begun', () => {
  it('empty, from one of the guide, from a published one, and from a text, each under a name of its own', async () => {
    const empty = await draftOf(await begun({ from: 'empty' }));
    expect(empty).toMatchObject({ id: 'about_parks', pages: [], items: {} });
    expect(empty.texts.kk).toEqual({ 'instrument.about_parks.name': 'Саябақтар туралы' });
    const second = await draftOf(await begun());
    const source = instrumentOf(world.guide.inForceOn('2026-11-26'), 'draft_questions');
    expect(second.id).toBe('about_parks_2');
    expect(second.items).toEqual(source?.items);
    const text = stringify({ ...second, id: 'elsewhere', basis: undefined });
    const read = await draftOf(await begun({ from: 'text', text, nameEn: 'Yearly' }));
    expect(read.id).toBe('yearly_2');
    expect(read.items).toEqual(second.items);
  });

  it('once, when its form is sent twice', async () => {
    const key = world.newId();
    expect(await begun({ key })).toBe(key);
    expect(await begun({ key })).toBe(key);
    expect(await prisma.instrumentDraft.count()).toBe(1);
    expect(await codeOf(begin({ key }, cast.administrator))).toBe('done');
  });

  it('what stands behind its questions is not for a text to say', async () => {
    const of = await draftOf(await begun());
    const claimed = {
      ...of,
      basis: [{ act: 'appc', article: '1', confidence: 'read', verified: '2026-01-01' }],
      items: Object.fromEntries(
        Object.entries(of.items).map(([id, item]) => [
          `my_${id}`,
          { ...item, basis: [{ act: 'appc', confidence: 'read' }] },
        ]),
      ),
      required: [],
      divided_by: null,
      pages: [],
    };
    const read = await draftOf(await begun({ from: 'text', text: stringify(claimed) }));
    for (const { basis } of [read, ...Object.values(read.items)])
      expect(basis.map(({ act, confidence }) => [act, confidence])).toEqual([['guide', 'platform']]);
  });

  it('is refused for whoever does not write for that council, and for what is no instrument', async () => {
    expect(await codeOf(begin({}, null))).toBe('not_signed_in');
    for (const viewer of [cast.members[0], cast.ngo, cast.head])
      expect(await codeOf(begin({}, viewer))).toBe('not_allowed');
    expect(await codeOf(begin({ councilId: '' }))).toBe('not_allowed');
    expect(await codeOf(begin({ councilId: '' }, cast.administrator))).toBe('done');
    expect(await codeOf(begin({ from: 'guide:nothing' }))).toBe('instrument_unknown');
    expect(await codeOf(begin({ from: 'published:nothing' }))).toBe('instrument_unknown');
    for (const text of ['{', 'a: 1', `items: {a: &a [*a]}`, 'items: {x: {kind: scale}}'])
      expect(await codeOf(begin({ from: 'text', text })), text).toBe('instrument_unreadable');
    expect(await refusalOf(begin({ from: 'text' }))).toMatchObject({ code: 'invalid', fields: { text: 'required' } });
    expect(await refusalOf(begin({ nameKk: ' ', nameEn: 'ab' }))).toMatchObject({
      fields: { nameKk: 'required', nameEn: 'too_short' },
    });
  });

  it('its name for addresses is made of letters that addresses have', () => {
    expect(slugOf('  Parks & gardens: 2026?  ')).toBe('parks_gardens_2026');
    expect(slugOf('2026: Parks')).toBe('parks');
    expect(slugOf('Парки')).toBeNull();
  });
});

describe('a draft is changed by forms', () => {
  it('from nothing to one that can be published, in the words of three languages', async () => {
    const id = await begun({ from: 'empty' });
    await must(
      change(id, 'settings', {
        ...{ occasion: 'free', directions: ['ngo_to_body'], minutes: '2' },
        ...both('name', 'Саябақтар', 'Парки', 'Parks'),
        ...both('lead', 'Қысқа сауалнама.', 'Короткая анкета.', 'A short one.'),
      }),
    );
    const page = (await must(change(id, 'add_page'))).at;
    await must(change(id, 'page', { page, ...both('title', 'Саябақ', 'Парк', 'The park') }));
    await must(change(id, 'take_item', { page, item: 'trust' }));
    const choice = (await must(change(id, 'new_item', { page, kind: 'choice' }))).at;
    const words = {
      ...both('name', 'Жиілігі', 'Частота', 'Frequency'),
      ...both(
        'ngo_to_body',
        'Саябаққа қаншалықты жиі барасыз?',
        'Как часто вы бываете в парке?',
        'How often are you in the park?',
      ),
      ...both('part.a1', 'Жиі', 'Часто', 'Often'),
      ...both('part.a2', 'Сирек', 'Редко', 'Seldom'),
    };
    await must(change(id, 'item', { ...itemForm, item: choice, required: 'on', parts: ['a1', 'a2'], ...words }));
    const text = (await must(change(id, 'new_item', { page, kind: 'text' }))).at;
    await must(
      change(id, 'item', {
        ...{ ...itemForm, item: text, longest: '500', whenItem: choice, whenAny: ['a2', 'dont_know', 'nothing'] },
        ...both('name', 'Себебі', 'Причина', 'Reason'),
        ...both('ngo_to_body', 'Неге?', 'Почему?', 'Why?'),
      }),
    );
    const draft = await draftOf(id);
    expect(draft.pages).toEqual([
      {
        ...{ id: 'p1', when: null, shuffled: false },
        items: [
          { item: 'trust', when: null },
          { item: choice, when: null },
          { item: text, when: { item: choice, any_of: ['a2', 'dont_know'] } },
        ],
      },
    ]);
    expect(draft.required).toEqual([choice]);
    expect(draft.scales).toEqual({ trust: { from: 0, to: 10, labelled: false } });
    const { slug, version } = await must(publish(id));
    expect([slug, version]).toEqual(['about_parks', 1]);
  });

  it('options are added, put in order and taken out; what is dropped leaves its words behind in no publication', async () => {
    const id = await begun();
    const item = (await must(change(id, 'new_item', { page: 'effect', kind: 'multiple' }))).at;
    const form = { ...itemForm, item, parts: ['a1', 'a2'] };
    await must(change(id, 'item', { ...form, more: 'part', atMost: '2', 'kk.part.a1': 'Бір' }));
    await must(change(id, 'item', { ...form, parts: ['a1', 'a2', 'a3'], 'at.a3': '0.5', drop: ['a2'], atMost: '' }));
    expect((await draftOf(id)).items[item]).toMatchObject({ options: ['a3', 'a1'], at_most: null });
    await must(change(id, 'item', { ...form, parts: ['a3', 'a1'], more: 'part' }));
    expect((await draftOf(id)).items[item]).toMatchObject({ options: ['a3', 'a1', 'a2'] });
  });

  it('a question of the bank that asks something else is another question, and the form is told where it went', async () => {
    const id = await begun();
    const same = { ...itemForm, item: 'draft_needed', scale: 'agreement', required: 'on' };
    expect(await must(change(id, 'item', { ...same, ...both('name', 'Қажет', 'Нужен', 'Needed') }))).toMatchObject({
      at: 'draft_needed',
      renamed: false,
    });
    const other = await must(change(id, 'item', { ...same, 'en.ngo_to_body': 'Is the draft needed?' }));
    expect(other).toMatchObject({ renamed: true });
    const draft = await draftOf(id);
    expect(draft.items.draft_needed).toBeUndefined();
    expect(draft.required).toEqual([other.at]);
    expect(draft.pages[0]?.items[0]?.item).toBe(other.at);
  });

  it('pages and items are moved and removed, with whatever depended on them being named by the check', async () => {
    const id = await begun();
    await must(change(id, 'move_page', { page: 'effect', to: 'up' }));
    await must(change(id, 'move_item', { item: 'draft_clear', to: 'up' }));
    await must(change(id, 'move_item', { item: 'draft_clear', to: 'up' }));
    const moved = await draftOf(id);
    expect(moved.pages.map((page) => page.id)).toEqual(['effect', 'draft', 'change']);
    expect(moved.pages[1]?.items[0]?.item).toBe('draft_clear');
    await must(change(id, 'remove_item', { item: 'draft_effect' }));
    expect(await draftOf(id)).toMatchObject({ divided_by: null });
    expect(await refusalOf(publish(id))).toMatchObject({ code: 'instrument_faulty', params: { count: 1 } });
    await must(change(id, 'remove_page', { page: 'effect' }));
    expect(Object.keys((await draftOf(id)).items)).not.toContain('draft_worse');
    expect(await codeOf(change(id, 'remove_page', { page: 'effect' }))).toBe('not_found');
  });

  it('a scale of its own, with its points and words', async () => {
    const id = await begun();
    expect(await refusalOf(change(id, 'new_scale', { from: '0', to: '11' }))).toMatchObject({
      fields: { to: 'bad_value' },
    });
    const scale = (await must(change(id, 'new_scale', { from: '0', to: '4' }))).at;
    await must(
      change(id, 'scale', { scale, from: '1', to: '3', labelled: 'on', ...both('p1', 'аз', 'мало', 'little') }),
    );
    const item = (await must(change(id, 'new_item', { page: 'draft', kind: 'scale' }))).at;
    await must(change(id, 'item', { ...itemForm, item, scale }));
    const draft = await draftOf(id);
    expect(draft.scales[scale]).toEqual({ from: 1, to: 3, labelled: true });
    expect(draft.texts.ru[`scale.${scale}.p1`]).toBe('мало');
    expect(draft.items[item]).toMatchObject({ scale });
    expect(await refusalOf(change(id, 'item', { ...itemForm, item, scale: 'none' }))).toMatchObject({
      fields: { scale: 'bad_choice' },
    });
  });

  it('widening the directions asks for wording of every question on both sides', async () => {
    const id = await begun();
    const settings = { occasion: 'free', minutes: '3', directions: ['body_to_ngo', 'ngo_to_body'] };
    await must(change(id, 'settings', settings));
    const draft = await draftOf(id);
    expect(draft.directions).toEqual(['ngo_to_body', 'body_to_ngo']);
    for (const { directions } of Object.values(draft.items)) expect(directions).toHaveLength(2);
    expect(await codeOf(publish(id))).toBe('instrument_faulty');
    expect(await refusalOf(change(id, 'settings', { ...settings, directions: [] }))).toMatchObject({
      fields: { directions: 'required' },
    });
  });

  it.each([
    ['an act that there is not', 'explode', {}, 'invalid'],
    ['a page that is not there', 'page', { page: 'p99' }, 'not_found'],
    ['an item on a page that is not there', 'new_item', { page: 'p99', kind: 'text' }, 'not_found'],
    ['an item that is asked already', 'take_item', { page: 'draft', item: 'draft_needed' }, 'invalid'],
    ['an item that the bank does not have', 'take_item', { page: 'draft', item: 'nothing' }, 'invalid'],
    ['a text that is too long', 'page', { page: 'draft', 'kk.title': 'а'.repeat(301) }, 'invalid'],
    ['a change of an item that is not there', 'item', { ...itemForm, item: 'nothing' }, 'not_found'],
    ['what only every object has', 'item', { ...itemForm, item: 'constructor' }, 'not_found'],
    ['an item called so', 'take_item', { page: 'draft', item: 'constructor' }, 'invalid'],
    ['a scale called so', 'item', { ...itemForm, item: 'draft_clear', scale: 'constructor' }, 'invalid'],
    ['tables divided by what is no choice', 'settings', { ...settingsForm, dividedBy: 'constructor' }, 'invalid'],
  ] as const)('%s is refused and changes nothing', async (_, intent, fields, code) => {
    const id = await begun();
    const before = await rowOf(id);
    expect(await codeOf(change(id, intent, fields))).toBe(code);
    expect(await rowOf(id)).toEqual(before);
  });

  it('by two at once: the second is told and nothing of the first is lost', async () => {
    const id = await begun();
    const { version } = await rowOf(id);
    const sent = (title: string) =>
      changeDraft(world, cast.secretary, { draftId: id, version, intent: 'page', page: 'draft', 'en.title': title });
    const codes = await Promise.all(['First', 'Second'].map((title) => codeOf(sent(title))));
    expect(codes.sort()).toEqual(['changed_meanwhile', 'done']);
    expect(await codeOf(sent('Third'))).toBe('changed_meanwhile');
    expect((await rowOf(id)).version).toBe(version + 1);
  });

  it('only by those who write for its council', async () => {
    const id = await begun();
    for (const viewer of [cast.members[0], cast.ngo, cast.registrar])
      expect(await codeOf(change(id, 'add_page', {}, viewer))).toBe('not_allowed');
    for (const viewer of [cast.chair, cast.administrator])
      expect(await codeOf(change(id, 'add_page', {}, viewer))).toBe('done');
    expect(await codeOf(changeDraft(world, null, { draftId: id, version: 1, intent: 'add_page' }))).toBe(
      'not_signed_in',
    );
    expect(
      await codeOf(changeDraft(world, cast.chair, { draftId: world.newId(), version: 1, intent: 'add_page' })),
    ).toBe('not_found');
  });
});

describe('an instrument is published', () => {
  it('as an entry of the ledger with its hash, who and why; the next version is another entry', async () => {
    const id = await begun({ nameEn: 'Published twice' });
    const { slug } = await must(publish(id));
    const first = await prisma.publishedInstrument.findFirstOrThrow({ where: { slug } });
    const data = instrumentSchema.parse(first.data);
    expect(first).toMatchObject({ version: 1, sha256: hashOfInstrument(data), councilId: cast.council.id });
    const entry = foldInstrument((await openStream(world.db, instrumentStream(first.id))).events);
    expect(entry).toMatchObject({
      reason,
      signatory: { name: 'Chair', post: 'Председатель совета' },
      day: '2026-11-26',
    });
    expect(await codeOf(publish(id))).toBe('instrument_unchanged');
    await must(change(id, 'page', { page: 'draft', 'en.title': 'The draft itself' }));
    expect((await must(publish(id))).version).toBe(2);
    expect(await prisma.publishedInstrument.findFirstOrThrow({ where: { id: first.id } })).toEqual(first);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('only by a chair or an administrator, with a reason, and as it was seen', async () => {
    const id = await begun({ nameEn: 'Whose' });
    expect(await codeOf(publish(id, {}, cast.secretary))).toBe('not_allowed');
    expect(await codeOf(publish(id, {}, null))).toBe('not_signed_in');
    expect(await refusalOf(publish(id, { reason: 'Так' }))).toMatchObject({ fields: { reason: 'too_short' } });
    expect(await codeOf(publish(id, { version: 99 }))).toBe('changed_meanwhile');
    expect(await codeOf(publish(id, {}, cast.administrator))).toBe('done');
    expect(await prisma.publishedInstrument.findFirstOrThrow({ where: { slug: 'whose' } })).toMatchObject({
      version: 1,
    });
  });

  it('by two at the same moment: one version comes of it', async () => {
    const id = await begun({ nameEn: 'Race' });
    const codes = await Promise.all([1, 2, 3].map(() => codeOf(publish(id))));
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(await prisma.publishedInstrument.count({ where: { slug: 'race' } })).toBe(1);
  });

  it('and asked in a wave by its name; its questions keep their ids in whatever is made of it', async () => {
    const id = await begun({ nameEn: 'For a wave' });
    const own = (
      await must(
        change(id, 'item', { ...itemForm, item: 'draft_clear', scale: 'agreement', 'en.ngo_to_body': 'Is it clear?' }),
      )
    ).at;
    const { slug } = await must(publish(id));
    const wave = {
      titleKk: 'Толқын',
      titleRu: 'Волна',
      titleEn: 'Wave',
      openness: 'closed',
      opensDay: '2026-12-01',
      closesDay: '2026-12-20',
    };
    await must(planWave(world, cast.administrator, { instrument: slug, ...wave }));
    const next = await begun({ from: `published:${slug}`, nameEn: 'Made of it' });
    expect((await draftOf(next)).items[own]).toBeDefined();
    const changed = await must(
      change(next, 'item', { ...itemForm, item: own, scale: 'agreement', 'en.ngo_to_body': 'Clear?' }),
    );
    expect(changed.renamed).toBe(true);
  });
});

describe('a draft is thrown away', () => {
  it('whole where nothing of it was published, else back to the last version', async () => {
    const id = await begun({ nameEn: 'Discarded' });
    expect(await codeOf(discardDraft(world, cast.ngo, { draftId: id }))).toBe('not_allowed');
    await must(publish(id));
    await must(change(id, 'remove_page', { page: 'change' }));
    expect(await must(discardDraft(world, cast.secretary, { draftId: id }))).toMatchObject({ kept: true });
    expect((await draftOf(id)).pages).toHaveLength(3);
    const other = await begun({ nameEn: 'Never published' });
    expect(await must(discardDraft(world, cast.secretary, { draftId: other }))).toEqual({
      councilId: cast.council.id,
      kept: false,
    });
    expect(await codeOf(change(id, 'add_page'))).toBe('done');
    expect(await prisma.instrumentDraft.count({ where: { id: other } })).toBe(0);
  });
});
