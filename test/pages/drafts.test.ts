// Drafts of appeals: kept by the button or by the browser while somebody types, gone on with, sent once, thrown away, forgotten in time.
import { beforeAll, describe, expect, it } from 'vitest';
import { saveDraft } from '../../app/commands/drafts/save';
import { DRAFT_DAYS, DRAFTS_LIMIT } from '../../app/core/draft';
import { tidy } from '../../workers/tidy';
import { form, givePasswords, hiddenIn, signedInOn, words } from '../help/page';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['appeals/', 'accounts/sign-in']);
});
const paper = () => new File(['Смета на 2026 год'], 'смета.txt', { type: 'text/plain' });
const draftIn = (answer: Response) => /draft=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

/** Begins a draft by the button, with a file; half of it is wrong. */
async function begun(subject = 'Пандус у школы') {
  const browser = await signedInOn(site, cast.ngo);
  const { key = '' } = hiddenIn(await (await browser.get('/ru/appeals/new')).text());
  const fields = { kind: 'proposal', subject, text: 'Не дописано', key, intent: 'save' };
  const answer = await browser.post('/ru/appeals/new', form(fields, [paper()]));
  expect(answer.status).toBe(303);
  return { browser, id: draftIn(answer), path: answer.headers.get('location') ?? '' };
}

describe('a draft', () => {
  it('keeps everything without judging it, files too, and shows it again on another device', async () => {
    const { path, id } = await begun();
    const elsewhere = await signedInOn(site, cast.ngo);
    const html = await (await elsewhere.get(path)).text();
    expect(html).toContain('value="Пандус у школы"');
    expect(html).toContain('Не дописано</textarea>');
    expect(html).toMatch(/value="proposal"[^>]*checked|checked[^>]*value="proposal"/);
    expect(words(html)).toContain('смета.txt');
    expect(words(html)).toContain('Черновик сохранён в 10:00.');
    expect(hiddenIn(html).key).toBe(id);
    expect(words(await (await elsewhere.get('/ru/drafts')).text())).toContain('Пандус у школы');
  });

  it('is nobody else’s: another reads, changes and deletes nothing', async () => {
    const { id, path } = await begun('Чужого не читать');
    const other = await signedInOn(site, cast.stranger);
    expect(await (await other.get(path)).text()).not.toContain('Чужого не читать');
    expect(words(await (await other.get('/ru/drafts')).text())).not.toContain('Чужого не читать');
    expect((await other.post('/ru/drafts', form({ draftId: id }))).status).toBe(404);
    const saved = await other.post('/ru/drafts/save', form({ key: id, subject: 'Переписано' }));
    expect(saved.status).toBe(404);
    const kept = await world.db.prisma.draft.findUniqueOrThrow({ where: { id } });
    expect([kept.personId, kept.typed]).toEqual([
      cast.ngo.personId,
      expect.objectContaining({ subject: 'Чужого не читать' }),
    ]);
  });

  it('is saved by the browser in between, says when, and keeps its files', async () => {
    const { browser, id } = await begun('До паузы');
    const { files } = await world.db.prisma.draft.findUniqueOrThrow({ where: { id } });
    at('2026-03-02', '14:03');
    const answer = await browser.post(
      '/en/drafts/save',
      form({ key: id, subject: 'После паузы', files: files[0] ?? '' }),
    );
    at('2026-03-02');
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { said: 'Draft saved at 14:03.', key: `appeal-${id}`, address: `/en/appeals/new?draft=${id}` },
    ]);
    const kept = await world.db.prisma.draft.findUniqueOrThrow({ where: { id } });
    expect([kept.typed, kept.files]).toEqual([{ subject: 'После паузы' }, files]);
  });

  it('sent twice at once becomes one case with its file, and is a draft no longer', async () => {
    const { browser, id, path } = await begun('Одно обращение');
    const { files } = await world.db.prisma.draft.findUniqueOrThrow({ where: { id } });
    const send = async () =>
      (
        await browser.post(path, form({ ...anAppeal(cast), subject: 'Одно обращение', key: id, files: files[0] ?? '' }))
      ).headers.get('location');
    const [first, second] = await Promise.all([send(), send()]);
    const numbers = [first, second].map((address) => /appeals\/([\d-]+)\?/.exec(address ?? '')?.[1]);
    expect(numbers[0]).toMatch(/^\d{4}-\d+$/);
    expect(numbers[1]).toBe(numbers[0]);
    expect(await world.db.prisma.appeal.count({ where: { subject: 'Одно обращение' } })).toBe(1);
    expect(await world.db.prisma.file.count({ where: { appeal: { subject: 'Одно обращение' } } })).toBe(1);
    expect(await world.db.prisma.draft.count({ where: { id } })).toBe(0);
    const late = await browser.post('/ru/drafts/save', form({ key: id, subject: 'Поздно' }));
    expect(late.status).toBe(422);
    expect(words(await (await browser.get(path)).text())).toContain('Этого черновика больше нет');
  });

  it('of a complaint goes on about its case', async () => {
    const browser = await signedInOn(site, cast.ngo);
    const filed = await browser.post('/ru/appeals/new', form({ ...anAppeal(cast), subject: 'Без ответа', key: '' }));
    const number = /appeals\/([\d-]+)\?/.exec(filed.headers.get('location') ?? '')?.[1] ?? '';
    const { key = '' } = hiddenIn(await (await browser.get(`/ru/appeals/new?origin=${number}`)).text());
    const answer = await browser.post(
      `/ru/appeals/new?origin=${number}`,
      form({ key, intent: 'save', text: 'Жалоба' }),
    );
    expect(answer.headers.get('location')).toBe(`/ru/appeals/new?origin=${number}&draft=${key}&saved`);
    const list = await (await browser.get('/ru/drafts')).text();
    expect(list).toContain(`/ru/appeals/new?origin=${number}&amp;draft=${key}"`);
  });

  it('is thrown away by its own button, and forgotten with its uploads when nobody came back', async () => {
    const { browser, id } = await begun('Не нужно');
    expect((await browser.post('/ru/drafts', form({ draftId: id }))).headers.get('location')).toBe(
      '/ru/drafts?dropped',
    );
    expect((await browser.post('/ru/drafts', form({ draftId: id }))).status).toBe(404);

    const { id: kept } = await begun('Пролежит');
    const { files } = await world.db.prisma.draft.findUniqueOrThrow({ where: { id: kept } });
    const waits = async () => [
      await world.db.prisma.draft.count({ where: { id: kept } }),
      await world.db.prisma.file.count({ where: { id: { in: files } } }),
    ];
    at('2026-03-20');
    await tidy(world);
    expect(await waits(), 'a draft holds its uploads').toEqual([1, 1]);
    at('2026-05-02');
    await tidy(world);
    expect(await waits(), `after ${DRAFT_DAYS} days`).toEqual([0, 0]);
    at('2026-03-02');
  });

  it('has a limit in number and says so; what was typed stays in the form', async () => {
    const filled = async () => saveDraft(world, cast.citizen, { key: world.newId(), typed: { subject: 'Ещё один' } });
    for (let n = 0; n < DRAFTS_LIMIT; n++) expect((await filled()).ok).toBe(true);
    const full = await filled();
    expect(full.ok ? '' : full.refusal.code).toBe('drafts_full');
    const browser = await signedInOn(site, cast.citizen);
    const answer = await browser.post(
      '/ru/appeals/new',
      form({ key: world.newId(), subject: 'Пятьдесят первый', intent: 'save' }),
    );
    expect([answer.status, (await answer.text()).includes('value="Пятьдесят первый"')]).toEqual([422, true]);
  });
});
