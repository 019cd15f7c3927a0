// The editor of questionnaires and the guide's pages of surveys, as a browser without scripts meets them.
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../app/data/password';
import { LOCALES, textFor, type Locale } from '../../app/text';
import { instrumentOf } from '../../guide/instrument';
import { DIRECTIONS } from '../../guide/schema';
import { hiddenIn, words } from '../help/page';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, today } = testWorld('2026-11-26');
const PASSWORD = 'тау су жел от';
const LIST = '/ru/councils/ministry-council/instruments';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await world.db.prisma.person.updateMany({ data: { passwordHash: await hashPassword(PASSWORD) } });
  site = await openSite(world, ['instruments/', 'guide/surv', 'admin/instruments', 'accounts/sign-in']);
});

const as = async ({ email }: { email: string }) => {
  const browser = site.visitor();
  await browser.post('/ru/sign-in', { email, password: PASSWORD });
  return browser;
};
type Person = Awaited<ReturnType<typeof as>>;
const form = (fields: Record<string, string | readonly string[]>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
  return data;
};
const html = async (person: Person, address: string): Promise<string> => {
  const answer = await person.get(address);
  expect(answer.status, address).toBe(200);
  return answer.text();
};
const names = { nameKk: 'Саябақтар туралы', nameRu: 'О парках', nameEn: 'About parks' };
/** A draft begun by the page's own form: its address without language. */
async function begun(person: Person, more: Record<string, string> = {}): Promise<string> {
  const hidden = hiddenIn(await html(person, LIST));
  const answer = await person.post(LIST, form({ ...hidden, from: 'guide:draft_questions', ...names, ...more }));
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').replace(/^\/ru/, '').replace(/\?.*/, '');
}
/** Sends a form of the editor with the version that the page shows now. */
async function sent(person: Person, address: string, fields: Record<string, string | readonly string[]>) {
  const { version = '' } = hiddenIn(await html(person, address));
  return person.post(address, form({ version, ...fields }));
}
const landed = (answer: Response) => (answer.headers.get('location') ?? '').replace(/^\/ru/, '').replace(/[?#].*/, '');

describe('the questionnaires of a council', () => {
  it('are listed and begun by its secretary; others are told that they are not theirs', async () => {
    const secretary = await as(cast.secretary);
    expect(await html(secretary, LIST)).toContain(textFor('ru').instruments.none);
    const draft = await begun(secretary);
    const list = words(await html(secretary, LIST));
    expect(list).toContain('О парках');
    expect(list).toContain(textFor('ru').instruments.clean);
    for (const who of [cast.members[0], cast.ngo, cast.head])
      for (const address of [LIST, `/ru${draft}`, `/ru${draft}/items/draft_needed`, `/ru${draft}/file`])
        expect((await (await as(who)).get(address)).status, address).toBe(403);
    for (const address of [LIST, `/ru${draft}`]) expect((await site.visitor().get(address)).status).toBe(302);
    for (const below of ['/pages/none', '/items/none', '/items/constructor', '/scales/none'])
      expect((await secretary.get(`/ru${draft}${below}`)).status, below).toBe(404);
    expect(words(await html(await as(cast.administrator), '/ru/admin/instruments'))).toContain('О парках');
  });

  it('what is wrong in the form that begins one is said by its fields, and stays typed', async () => {
    const secretary = await as(cast.secretary);
    const answer = await secretary.post(LIST, form({ from: 'text', ...names, nameEn: '', text: 'a: [' }));
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#nameEn"');
    expect(page).toContain('value="О парках"');
    const unreadable = await (await secretary.post(LIST, form({ from: 'text', ...names, text: 'a: [' }))).text();
    expect(words(unreadable)).toContain(textFor('ru').refusals.codes.instrument_unreadable({}).what);
    expect(unreadable).toContain('a: [</textarea>');
  });
});

describe('a draft', () => {
  it('is written by forms alone: a page, a question with its answers, a condition, and the check leads there', async () => {
    const secretary = await as(cast.secretary);
    const draft = await begun(secretary, { from: 'empty' });
    expect(words(await html(secretary, `/ru${draft}`))).toContain(textFor('ru').instruments.faults.no_pages());
    const page = landed(await sent(secretary, `/ru${draft}`, { intent: 'add_page' }));
    expect(page).toBe(`${draft}/pages/p1`);
    const titled = { intent: 'page', page: 'p1', 'kk.title': 'Саябақ', 'ru.title': 'Парк', 'en.title': 'The park' };
    expect((await sent(secretary, `/ru${page}`, titled)).status).toBe(303);
    const item = landed(await sent(secretary, `/ru${draft}`, { intent: 'new_item', page: 'p1', kind: 'choice' }));
    const empty = await html(secretary, `/ru${draft}`);
    expect(empty).toContain(`href="/ru${item}"`);
    expect(words(empty)).toContain(
      'Вопрос 1, без слов: Варианты ответа, Номер 2 (по-казахски, по-русски, по-английски)',
    );
    const own = hiddenIn(await html(secretary, `/ru${item}`)).item ?? '';
    const kept = await sent(secretary, `/ru${item}`, {
      ...{ intent: 'item', item: own, construct: 'other', dontKnow: 'on', required: 'on', parts: ['a1', 'a2'] },
      ...{ 'kk.name': 'Жиілігі', 'ru.name': 'Частота', 'en.name': 'Frequency' },
      ...{ 'kk.ngo_to_body': 'Жиі барасыз ба?', 'ru.ngo_to_body': 'Часто бываете?', 'en.ngo_to_body': 'Often there?' },
      ...{ 'kk.part.a1': 'Иә', 'ru.part.a1': 'Да', 'en.part.a1': 'Yes' },
      ...{ 'kk.part.a2': 'Жоқ', 'ru.part.a2': 'Нет', 'en.part.a2': 'No' },
    });
    expect(landed(kept)).toBe(draft);
    const text = landed(await sent(secretary, `/ru${draft}`, { intent: 'new_item', page: 'p1', kind: 'text' }));
    const id = hiddenIn(await html(secretary, `/ru${text}`)).item ?? '';
    const asked = { intent: 'item', item: id, construct: 'other', longest: '500', whenItem: own, 'en.name': 'Reason' };
    // The condition comes back once, for its answers to be ticked.
    expect(landed(await sent(secretary, `/ru${text}`, asked))).toBe(text);
    const ticks = await html(secretary, `/ru${text}`);
    expect(ticks).toMatch(/name="whenAny"[^>]*value="a2"/);
    expect(landed(await sent(secretary, `/ru${text}`, { ...asked, whenAny: 'a2' }))).toBe(draft);
    const preview = words(await html(secretary, `/ru${draft}/preview?lang=en`));
    expect(preview).toContain('Only if your answer to question 1 was “No”.');
  });

  it('is shown as participants see it, in each language and from each side', async () => {
    const secretary = await as(cast.secretary);
    const draft = await begun(secretary, { from: 'guide:yearly' });
    const yearly = instrumentOf(world.guide.inForceOn(today()), 'yearly');
    for (const lang of LOCALES)
      for (const direction of DIRECTIONS) {
        const page = words(await html(secretary, `/ru${draft}/preview?lang=${lang}&direction=${direction}`));
        for (const item of ['trust', 'integrity_truth', 'channels'])
          expect(page).toContain(yearly?.texts[lang][`item.${item}.${direction}`]);
      }
    expect(await html(secretary, `/ru${draft}/preview?lang=xx&direction=none`)).toContain('name="trust"');
  });

  it('comes back whole from its download', async () => {
    const secretary = await as(cast.secretary);
    const draft = await begun(secretary);
    const file = await secretary.get(`/ru${draft}/file`);
    expect(file.headers.get('content-disposition')).toMatch(/attachment; filename="about_parks\w*\.yaml"/);
    const text = await file.text();
    const again = await begun(secretary, { from: 'text', text });
    const other = await (await secretary.get(`/ru${again}/file`)).text();
    const ids = (of: string) => [...of.matchAll(/^ {2}(draft_\w+):/gm)].map(([, id]) => id);
    expect(ids(other)).toEqual(ids(text));
    expect(ids(other)).toHaveLength(6);
  });

  it('comes back from its file too, whatever else was chosen; what is no questionnaire is refused by name, and what was typed stays', async () => {
    const secretary = await as(cast.secretary);
    const draft = await begun(secretary);
    const bytes = await (await secretary.get(`/ru${draft}/file`)).text();
    const send = async (file: File, more: Record<string, string> = {}) => {
      const sheet = form({ ...hiddenIn(await html(secretary, LIST)), from: 'empty', ...names, ...more });
      sheet.append('file', file);
      return secretary.post(LIST, sheet);
    };
    const back = await send(new File([bytes], 'парки.yaml'));
    expect(back.status).toBe(303);
    const again = await (await secretary.get(`/ru${landed(back)}/file`)).text();
    expect(again).toContain('draft_needed');

    const { codes } = textFor('ru').refusals;
    for (const [what, content] of [
      ['a table', 'a;b\n1;2\n'],
      ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff])],
      ['nothing that can be read', ' \n'],
      ['a bomb of references', `a: &a [x]\n${'b: [*a, *a]\n'.repeat(3)}`],
    ] as const) {
      const answer = await send(new File([content], 'смета.yaml'));
      expect(answer.status, what).toBe(422);
      const page = await answer.text();
      expect(words(page), what).toContain(codes.instrument_unreadable({ name: 'смета.yaml' }).what);
      expect(page, what).toContain('href="#file"');
      expect(page, what).toContain('value="О парках"');
    }
    const large = await send(new File(['#'.repeat(700_000)], 'большой.yaml'));
    expect(large.status).toBe(422);
    const page = await large.text();
    expect(words(page)).toContain(codes.file_too_large({ limit: 600_000 }).why);
    expect(page).toContain('value="О парках"');
    // What a good file held is not lost where something else is wrong.
    const unnamed = await send(new File([bytes], 'парки.yaml'), { nameEn: '' });
    expect(unnamed.status).toBe(422);
    expect(await unnamed.text()).toMatch(/<textarea[^>]*name="text"[^>]*>[^<]*draft_needed/);
  });

  it('that someone else changed meanwhile is not overwritten, and nothing typed is lost', async () => {
    const secretary = await as(cast.secretary);
    const chair = await as(cast.chair);
    const draft = await begun(secretary);
    const form1 = `/ru${draft}/pages/draft`;
    const { version = '' } = hiddenIn(await html(secretary, form1));
    const title = { intent: 'page', page: 'draft', 'kk.title': 'Жоба', 'ru.title': 'Сам проект', 'en.title': 'Draft' };
    await sent(chair, form1, { ...title, 'ru.title': 'Проект председателя' });
    const answer = await secretary.post(form1, form({ version, ...title }));
    expect(answer.status).toBe(409);
    const page = await answer.text();
    expect(page).toContain(textFor('ru').instruments.meanwhile);
    expect(page).toContain('value="Сам проект"');
    expect(await html(chair, form1)).toContain('value="Проект председателя"');
    // The form that came back carries the newer version: sent again, it is kept.
    expect((await secretary.post(form1, form({ ...hiddenIn(page), ...title }))).status).toBe(303);
  });

  it('says when a question of the bank has become another one', async () => {
    const secretary = await as(cast.secretary);
    const draft = await begun(secretary);
    const item = `/ru${draft}/items/draft_clear`;
    expect(words(await html(secretary, item))).toContain(textFor('ru').instruments.item.known);
    const changed = await sent(secretary, item, {
      ...{ intent: 'item', item: 'draft_clear', construct: 'other', scale: 'agreement', dontKnow: 'on' },
      'ru.ngo_to_body': 'Понятен ли проект?',
    });
    const address = changed.headers.get('location') ?? '';
    expect(address).toMatch(/\/items\/q_[0-9a-f]{10}\?done=another$/);
    const page = words(await html(secretary, address));
    expect(page).toContain(textFor('ru').instruments.item.becameAnother);
    expect(page).not.toContain(textFor('ru').instruments.item.known);
  });

  it('a form whose session ended goes on to the sign-in', async () => {
    const secretary = await as(cast.secretary);
    const draft = await begun(secretary);
    const answer = await site.visitor().post(`/ru${draft}/settings`, form({ intent: 'settings', version: '1' }));
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toContain('/ru/sign-in/form?to=');
  });

  it('is published by the chair alone, with a reason, and thrown back to the last version', async () => {
    const secretary = await as(cast.secretary);
    const chair = await as(cast.chair);
    const draft = await begun(secretary, { nameEn: 'For the chair' });
    const publish = { intent: 'publish', reason: 'Кеңес отырысында мақұлданды.' };
    expect(words(await html(secretary, `/ru${draft}`))).toContain(textFor('ru').instruments.publish.chairs);
    expect((await sent(secretary, `/ru${draft}`, publish)).status).toBe(403);
    const unsaid = await sent(chair, `/ru${draft}`, { intent: 'publish', reason: '' });
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('href="#reason"');
    expect((await sent(chair, `/ru${draft}`, publish)).headers.get('location')).toContain('done=published');
    await sent(secretary, `/ru${draft}`, { intent: 'remove_page', page: 'change' });
    const discarded = await sent(secretary, `/ru${draft}`, { intent: 'discard' });
    expect(discarded.headers.get('location')).toContain('done=back');
    expect(await html(secretary, `/ru${draft}`)).toContain('id="change"');
    const thrown = await begun(secretary);
    expect((await sent(secretary, `/ru${thrown}`, { intent: 'discard' })).headers.get('location')).toBe(LIST);
    expect((await secretary.get(`/ru${thrown}`)).status).toBe(404);
  });
});

const LARGEST = 60_000;

describe.each(LOCALES)('the guide on surveys, in %s', (locale: Locale) => {
  const nobody = () => site.visitor();

  it('says what is measured, on which scales, what may be shown and why, and how waves go', async () => {
    const edition = world.guide.inForceOn(today());
    const { surveys, texts } = edition;
    if (!surveys) throw new Error('no surveys');
    const page = await html(nobody(), `/${locale}/guide/surveys`);
    const text = words(page);
    const say = (key: string) => expect(text, key).toContain(texts[locale][key]);
    for (const id of Object.keys(surveys.instruments)) {
      say(`instrument.${id}.name`);
      expect(page).toContain(`href="/${locale}/guide/surveys/${id}"`);
    }
    for (const key of Object.keys(texts[locale])) if (/^(construct|suppression|cut|share)\./.test(key)) say(key);
    for (const { n, basis } of Object.values(surveys.publishing).flatMap((rule) => ('n' in rule ? [rule] : []))) {
      expect(text).toContain(String(n));
      for (const { note } of basis) if (note) say(note);
    }
    for (const { note } of surveys.publishing.shares.basis) if (note) say(note);
    say('confidence.unsure.name');
    for (const plan of Object.values(surveys.waves)) expect(text).toContain(plan.remind_after_days.join(', '));
    expect(Buffer.byteLength(page)).toBeLessThan(LARGEST);
  });

  it('shows every question of an instrument as each side is asked it, with its answers and sources', async () => {
    const edition = world.guide.inForceOn(today());
    for (const id of Object.keys(edition.surveys?.instruments ?? {})) {
      const whole = instrumentOf(edition, id);
      const page = await html(nobody(), `/${locale}/guide/surveys/${id}`);
      const text = words(page);
      for (const key of Object.keys(whole?.texts[locale] ?? {}))
        if (!/^scale\.[a-z]+\.p\d/.test(key)) expect(text, key).toContain(whole?.texts[locale][key]);
      expect(text).toContain(edition.texts[locale]['note.own_items']);
      expect(Buffer.byteLength(page)).toBeLessThan(LARGEST);
    }
    for (const address of ['nothing', 'yearly?version=1', 'constructor', 'yearly?version=x'])
      expect((await nobody().get(`/${locale}/guide/surveys/${address}`)).status, address).toBe(404);
  });

  it('lists what councils published, with who, when and why, each version as it was', async () => {
    const administrator = await as(cast.administrator);
    const key = world.newId();
    const made = await administrator.post(
      '/ru/admin/instruments',
      form({ key, from: 'guide:draft_questions', ...names, nameEn: `Public ${locale}` }),
    );
    const draft = landed(made);
    const publish = (reason: string) => sent(administrator, `/ru${draft}`, { intent: 'publish', reason });
    await publish('Первая версия для раунда о парках.');
    await sent(administrator, `/ru${draft}`, { intent: 'remove_page', page: 'change' });
    await publish('Последний вопрос никому не нужен.');
    const list = words(await html(nobody(), `/${locale}/guide/surveys`));
    expect(list).toContain('Последний вопрос никому не нужен.');
    expect(list).toContain('Administrator');
    const newest = await html(nobody(), `/${locale}/guide/surveys/public_${locale}`);
    expect(newest).not.toContain('id="change"');
    expect(words(newest)).not.toContain(textFor(locale).surveyGuide.page.old);
    const older = await html(nobody(), `/${locale}/guide/surveys/public_${locale}?version=1`);
    expect(older).toContain('id="change"');
    expect(words(older)).toContain(textFor(locale).surveyGuide.page.old);
    expect(older).toMatch(/[0-9a-f]{64}/);
    expect((await nobody().get(`/${locale}/guide/surveys/public_${locale}?version=3`)).status).toBe(404);
  });
});
