// The whole life of a round in a real browser, as its people meet it: an analyst prepares, a head opens; NGOs comment, join and are told;
// the analyst groups and drafts, another person approves; the council's secretary holds a meeting and gives the council's view; the body
// replies, decides and publishes; everyone reads. In both state languages, with scripts and without, and once by the keyboard alone.
// Whatever is refused on the way is said in a sentence, and nothing that was typed is lost.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEUTRAL_QUESTIONS } from '../../guide/schema';
import { addWorkingDays } from '../../app/core/calendar';
import { addDays, type Day } from '../../app/core/day';
import { textFor } from '../../app/text';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { DECISION, OUTCOME, REASON } from '../help/rounds';
import { enter, openVisit, signInAgain, type Visit } from '../help/visit';

let app: ClockedApp;
let browser: Browser;
beforeAll(async () => {
  if (!hasBrowser) return;
  [app, browser] = await Promise.all([startClockedApp('2026-02-02'), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

type Lang = 'kk' | 'ru';
type Story = {
  lang: Lang;
  scripts: boolean;
  /** Comments without a mouse. */
  keyboard: boolean;
  /** The first day for comments; the clock is moved on from there. */
  opens: Day;
};
const STORIES: readonly Story[] = [
  { lang: 'kk', scripts: true, keyboard: true, opens: '2026-02-02' },
  { lang: 'ru', scripts: false, keyboard: false, opens: '2026-04-06' },
];
const COUNCIL = 'social-council';

const DRAFT: Record<Lang, string> = {
  kk: '1. Өтініш екі тілде қабылданады.\n\n2. Өтініш он жұмыс күні ішінде қаралады.\n\n3. Жауапқа басшы қол қояды.',
  ru: '1. Заявление принимается на двух языках.\n\n2. Заявление рассматривается в течение десяти рабочих дней.\n\n3. Ответ подписывает руководитель.',
};
const CHANGED: Record<Lang, string> = {
  kk: DRAFT.kk.replace('он жұмыс күні', 'жеті жұмыс күні'),
  ru: DRAFT.ru.replace('десяти рабочих дней', 'семи рабочих дней'),
};
const WORDS = {
  kk: {
    titleKk: 'Мүгедектігі бар адамдарға қызмет көрсету қағидалары',
    comment: 'Он жұмыс күні тым ұзақ: мүгедектігі бар адам осы уақыт бойы көмексіз қалады, мерзімді қысқарту керек.',
    near: 'Он жұмыс күні тым ұзақ: мүгедектігі бар адам осы уақыт бойы көмексіз қалады, мерзімді қысқарту қажет.',
    wording: 'Өтініш жеті жұмыс күні ішінде қаралады.',
    other: 'Жауапта шағымдану тәртібі де көрсетілсін.',
    paper: 'Он жұмыс күні тым ұзақ: мүгедектігі бар адам осы уақыт бойы көмексіз қалады, мерзімді қысқартса екен.',
  },
  ru: {
    titleKk: 'Мүгедектігі бар адамдарға қызмет көрсету қағидалары',
    comment:
      'Десять рабочих дней слишком долго: человек с инвалидностью всё это время остаётся без помощи, срок нужен короче.',
    near: 'Десять рабочих дней слишком долго: человек с инвалидностью всё это время остаётся без помощи, нужен срок короче.',
    wording: 'Заявление рассматривается в течение семи рабочих дней.',
    other: 'Пусть в ответе будет указан и порядок обжалования.',
    paper:
      'Десять рабочих дней слишком долго: человек с инвалидностью всё это время остаётся без помощи, просим срок короче.',
  },
} as const;

/** What is refused stands on the page in words, and the page is the one that was sent. */
async function refusedWith(page: Page, sentence: string): Promise<void> {
  expect(await page.textContent('#refusal')).toContain(sentence);
}
/** The button that sends the form in which `field` stands. */
const send = (page: Page, field: string): Promise<void> =>
  page.click(`main form:has([name="${field}"]) .form-actions button[type=submit]:not([name])`);
/** Words on the page, said to be missing by themselves and not by the whole page. */
async function shows(page: Page, ...parts: readonly string[]): Promise<void> {
  const text = (await page.textContent('main')) ?? '';
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
}
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
}

describe.skipIf(!hasBrowser).each(STORIES)('the life of a round in $lang, scripts $scripts', (story) => {
  it('is prepared, opened, commented, answered, looked at by the council, decided and published', async () => {
    const { scripts, opens } = story;
    app.at(opens);
    const closes = addWorkingDays(app.world.guide.calendar, opens, 16);
    const people: Visit[] = [];
    const as = async (who: string): Promise<Page> => {
      const visit = await openVisit(browser, app.url, { scripts });
      people.push(visit);
      await enter(visit.page, who);
      return visit.page;
    };
    const analyst = await as('executor');
    const head = await as('head');
    const number = await prepared(analyst, story, closes);
    await documents(analyst, story, number);
    await openedAfterTheChecklist(head, analyst, story, number);

    const [ngo, other, secretary] = [await as('ngo'), await as('ngo-ru'), await as('secretary')];
    const first = await commented(other, story, number);
    const second = await joined(ngo, story, number, first);
    const third = await saidWithoutANumber(ngo, story, number);
    await enteredFromPaper(await as('registrar'), story, number);
    const grouping = await grouped(analyst, story, number);
    app.at(addDays(closes, -3));
    const meeting = await called(secretary, story, number, addDays(closes, 1));

    app.at(addDays(closes, 1));
    await acceptedMeansChanged(analyst, story, number, grouping.time);
    await rejected(analyst, story, number, third);
    await approved(head, story, grouping.time);
    await toldOfTheAnswer(ngo, story, [first, second]);
    await recorded(secretary, story, meeting);
    await stoodAside(await as('member'), story, number);
    await viewGiven(secretary, story, number);

    app.at(addDays(closes, 6));
    await repliedAndDecided(head, story, number);
    await publishedOnceAllIsAnswered(head, story, number);

    const reader = await openVisit(browser, app.url, { scripts });
    people.push(reader);
    await readByEveryone(reader.page, story, { number, first, third, meeting });
    for (const { complaints, close } of people) {
      expect(complaints).toEqual([]);
      await close();
    }
    expect(app.faults).toEqual([]);
  });
});

/** The analyst says what is asked; a last day before the first is shown at its field, and everything typed is still there. */
async function prepared(page: Page, { lang, opens }: Story, closes: Day): Promise<string> {
  await page.goto(`/${lang}/rounds/new`);
  await page.check('[name=kind][value=draft_act]');
  await page.selectOption('[name=topic]', 'disability');
  await fill(page, {
    ...{ titleKk: WORDS[lang].titleKk, titleRu: 'Правила оказания услуг людям с инвалидностью' },
    ...{ summaryKk: 'Мерзім мен тәртіп туралы пікіріңіз керек.', summaryRu: 'Нужно ваше мнение о сроке и порядке.' },
    ...{ decidesKk: 'Министр шешеді.', decidesRu: 'Решает министр.' },
    ...{ fixedKk: 'Қызмет тегін болады.', fixedRu: 'Услуга останется бесплатной.' },
    ...{ contact: '+7 7172 00 00 00', opensDay: opens, closesDay: addDays(opens, -1) },
  });
  await send(page, 'titleKk');
  expect(await page.textContent('#closesDay-error')).not.toBe('');
  expect(await page.inputValue('[name=titleKk]')).toBe(WORDS[lang].titleKk);
  expect(await page.isChecked('[name=kind][value=draft_act]')).toBe(true);
  await page.fill('[name=closesDay]', closes);
  await send(page, 'titleKk');
  await page.waitForURL(/\/rounds\/R-\d{4}-\d+\/prepare/);
  return /\/rounds\/(R-[\d-]+)\//.exec(page.url())?.[1] ?? '';
}

async function addDocument(page: Page, { lang }: Story, number: string, fields: Record<string, string>): Promise<void> {
  const { role = '', language = '', ...typed } = fields;
  await page.goto(`/${lang}/rounds/${number}/documents`);
  await page.selectOption('[name=role]', role);
  await page.selectOption('[name=language]', language);
  await fill(page, typed);
  await send(page, 'markdown');
  await page.waitForURL(/done=added/);
}

async function documents(page: Page, story: Story, number: string): Promise<void> {
  const { roundPrepare: say } = textFor(story.lang);
  await page.goto(`/${story.lang}/rounds/${number}/documents`);
  await fill(page, { title: 'Жоба', markdown: DRAFT.kk });
  await page.click('button[name=intent][value=preview]');
  await page.waitForSelector('#preview');
  expect(await page.textContent('#preview')).toContain(say.previewTitle(3));
  expect(await page.inputValue('[name=markdown]')).toBe(DRAFT.kk);
  for (const role of ['draft', 'explanatory_note', 'comparison_table'])
    for (const language of ['kk', 'ru'] as const)
      await addDocument(page, story, number, {
        role,
        language,
        title: `${role} ${language}`,
        markdown: DRAFT[language],
      });
  await page.goto(`/${story.lang}/rounds/${number}/invitations`);
  await page.getByLabel(/Тірек/).check();
  await page.click('main form:has([name=organisationIds]) button[type=submit]');
  await page.waitForURL(/done=invited/);
}

/** The head can't open what is not signed; the analyst signs, the head opens. */
async function openedAfterTheChecklist(head: Page, analyst: Page, { lang }: Story, number: string): Promise<void> {
  const t = textFor(lang);
  await head.goto(`/${lang}/rounds/${number}/prepare`);
  await head.click(`button:has-text("${t.roundPrepare.open}")`);
  await refusedWith(head, t.refusals.codes.gate_barred({ count: 1 }).why);
  await analyst.goto(`/${lang}/rounds/${number}/prepare`);
  for (const answer of NEUTRAL_QUESTIONS) await analyst.check(`[name=answers][value=${answer}]`);
  await send(analyst, 'answers');
  await analyst.waitForURL(/done=sign/);
  await head.goto(`/${lang}/rounds/${number}/prepare`);
  await head.click(`button:has-text("${t.roundPrepare.open}")`);
  await head.waitForURL(/\/rounds\/R-[\d-]+\?done=opened/);
  await shows(head, t.roundPrepare.opened);
}

/** Presses Tab until the focus stands on what `selector` names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`the keyboard never reaches ${selector}`);
}

/** An NGO comments on the second clause and proposes other words; in one story it touches nothing but keys. */
async function commented(page: Page, { lang, keyboard }: Story, number: string): Promise<string> {
  const { comment, wording } = WORDS[lang];
  await page.goto(`/${lang}/rounds/${number}`);
  const link = '.clause:nth-of-type(2) a.clause-comment';
  if (keyboard) {
    await tabTo(page, link);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/comment\?/);
    await tabTo(page, '[name=text]');
    await page.keyboard.type(comment);
    await tabTo(page, '[name=wording]');
    await page.keyboard.type(wording);
    await tabTo(page, '.form-actions button[type=submit]');
    await page.keyboard.press('Enter');
  } else {
    await page.click(link);
    await page.waitForURL(/\/comment\?/);
    await fill(page, { text: comment, wording });
    await send(page, 'text');
  }
  await page.waitForURL(/\/comments\/C-[\d-]+\?done=sent/);
  await shows(page, comment, textFor(lang).comments.one.done.sent.title);
  expect(await page.locator('main ins').count()).toBeGreaterThan(0);
  return /\/comments\/(C-[\d-]+)/.exec(page.url())?.[1] ?? '';
}

/** Who is about to say the same is shown it first, and joins with the words already typed. */
async function joined(page: Page, { lang }: Story, number: string, first: string): Promise<string> {
  const { near } = WORDS[lang];
  await page.goto(`/${lang}/rounds/${number}`);
  await shows(page, textFor(lang).round.invited.title);
  await page.click('.clause:nth-of-type(2) a.clause-comment');
  await page.waitForURL(/\/comment\?/);
  await page.fill('[name=text]', near);
  await send(page, 'text');
  await page.waitForSelector('#near');
  expect(await page.textContent('#near')).toContain(first);
  expect(await page.inputValue('[name=text]')).toBe(near);
  await page.click('#near button[name=joinsId]');
  await page.waitForURL(/\/comments\/C-[\d-]+\?done=sent/);
  await shows(page, textFor(lang).comments.one.joins(first));
  return /\/comments\/(C-[\d-]+)/.exec(page.url())?.[1] ?? '';
}

/** A telephone number in the text is noticed before anything is published; the words stay in the form. */
async function saidWithoutANumber(page: Page, { lang }: Story, number: string): Promise<string> {
  const t = textFor(lang);
  const { other } = WORDS[lang];
  await page.goto(`/${lang}/rounds/${number}`);
  await page.click('.clause:nth-of-type(3) a.clause-comment');
  await page.waitForURL(/\/comment\?/);
  await page.fill('[name=text]', `${other} +7 701 123 45 67`);
  await send(page, 'text');
  await refusedWith(page, t.refusals.codes.personal_data_found({}).what);
  expect(await page.inputValue('[name=text]')).toBe(`${other} +7 701 123 45 67`);
  await page.fill('[name=text]', other);
  await send(page, 'text');
  await page.waitForURL(/\/comments\/C-[\d-]+\?done=sent/);
  return /\/comments\/(C-[\d-]+)/.exec(page.url())?.[1] ?? '';
}

/** The registrar enters what came on paper: it counts as much. */
async function enteredFromPaper(page: Page, { lang }: Story, number: string): Promise<void> {
  const { roundWork: say } = textFor(lang);
  await page.goto(`/${lang}/rounds/${number}`);
  await page.click('.yours a[href$="/acts/enter"]');
  await page.waitForURL(/\/acts\/enter$/);
  await page.check('[name=origin][value=paper]');
  await page.fill('[name=text]', WORDS[lang].paper);
  await send(page, 'text');
  await page.waitForURL(/done=enter/);
  await shows(page, say.recorded.enter);
}

/** Similar comments are offered, people decide; drafts may be made while comments still come, answers may not. */
async function grouped(page: Page, { lang }: Story, number: string): Promise<{ time: string }> {
  await page.goto(`/${lang}/rounds/${number}`);
  await page.click(`main a[href$="/rounds/${number}/work"]`);
  await page.click('main a[href*="similar=1"]');
  await page.waitForURL(/similar=1/);
  expect(await page.locator('#similar [name=commentIds]:checked').count()).toBe(2);
  await page.fill('#similar [name=title]', 'Тым');
  await page.click('#similar form button[type=submit]');
  await page.waitForSelector('#errors');
  expect(await page.inputValue('#similar [name=title]')).toBe('Тым');
  await page.fill('#similar [name=title]', 'Срок рассмотрения');
  await page.click('#similar form button[type=submit]');
  await page.waitForURL(/done=make/);
  const link = page.locator('#points a[href*="/points/"]').first();
  const time = (await link.getAttribute('href')) ?? '';
  return { time };
}

/** A meeting is made of what the desk shows; a call without a place says so and keeps what was ticked and typed. */
async function called(page: Page, { lang }: Story, number: string, day: Day): Promise<string> {
  await page.goto(`/${lang}/councils/${COUNCIL}/desk`);
  await page.check(`#closing tr:has-text("${number}") [name=items]`);
  await fill(page, { day, time: '15:00', more: 'Жұмыс жоспары' });
  await send(page, 'day');
  await page.waitForSelector('#place-error');
  expect(await page.inputValue('[name=day]')).toBe(day);
  expect(await page.inputValue('[name=more]')).toBe('Жұмыс жоспары');
  expect(await page.isChecked(`#closing tr:has-text("${number}") [name=items]`)).toBe(true);
  await page.fill('[name=place]', 'Астана, Мәңгілік Ел, 8, 214-бөлме');
  await send(page, 'day');
  await page.waitForURL(/\/meetings\/M-[\d-]+\?done=called/);
  expect(await page.textContent('#agenda')).toContain(number);
  return /\/meetings\/(M-[\d-]+)/.exec(page.url())?.[1] ?? '';
}

/** "Accepted" without a changed clause is refused; with the next version of the draft it goes to the approver. */
async function acceptedMeansChanged(page: Page, story: Story, number: string, point: string): Promise<void> {
  const { lang } = story;
  const t = textFor(lang);
  await page.goto(point);
  await page.check('[name=code][value=accepted]');
  await fill(page, REASON);
  await send(page, 'reasonKk');
  await refusedWith(page, t.refusals.codes.change_missing().what);
  expect(await page.inputValue('[name=reasonKk]')).toBe(REASON.reasonKk);
  expect(await page.inputValue('[name=reasonRu]')).toBe(REASON.reasonRu);
  expect(await page.isChecked('[name=code][value=accepted]')).toBe(true);
  for (const language of ['kk', 'ru'] as const)
    await addDocument(page, story, number, { role: 'draft', language, title: 'draft', markdown: CHANGED[language] });
  await page.goto(point);
  await page.check('[name=code][value=accepted]');
  await fill(page, REASON);
  for (const clause of await page.locator('[name=changes]').all()) await clause.check();
  await send(page, 'reasonKk');
  await page.waitForURL(/done=draft/);
  await shows(page, t.roundWork.drafted);
}

/** What was put into the wrong point is taken out again, and answered with a reason of its own. */
async function rejected(page: Page, { lang }: Story, number: string, third: string): Promise<void> {
  const work = `/${lang}/rounds/${number}/work`;
  const tick = (part: string) => page.check(`${part} li:has-text("${third}") [name=commentIds]`);
  await page.goto(work);
  await tick('#waiting');
  await page.selectOption('#waiting [name=pointId]', { label: 'Срок рассмотрения' });
  await page.click('#waiting button[value=group]');
  await page.waitForURL(/done=group/);
  await page.click('#points a:has-text("Срок рассмотрения")');
  await tick('#comments');
  await send(page, 'commentIds');
  await page.waitForURL(/done=out/);
  await page.goto(work);
  await tick('#waiting');
  await page.fill('#waiting [name=title]', 'Обжалование');
  await page.click('#waiting button[value=make]');
  await page.waitForURL(/done=make/);
  await page.click('#points a:has-text("Обжалование")');
  await page.check('[name=code][value=already_covered]');
  await fill(page, REASON);
  await send(page, 'reasonKk');
  await page.waitForURL(/done=draft/);
}

/** Many are answered in one act, by another person. */
async function approved(page: Page, { lang }: Story, point: string): Promise<void> {
  const t = textFor(lang);
  await page.goto(point);
  expect(await page.textContent('#approve')).toContain(t.roundWork.approveLead(3));
  await page.click(`#approve button:has-text("${t.roundWork.approve}")`);
  await page.waitForURL(/done=approve/);
  await shows(page, t.roundWork.approved);
}

/** The NGO reads at its comment what became of it, word for word, and has a letter. */
async function toldOfTheAnswer(page: Page, { lang }: Story, numbers: readonly string[]): Promise<void> {
  for (const one of numbers) {
    await page.goto(`/${lang}/comments/${one}`);
    await shows(page, lang === 'kk' ? REASON.reasonKk : REASON.reasonRu);
    expect(await page.locator('#answer ins, #answer del').count()).toBeGreaterThan(0);
  }
  await app.post();
  await page.goto(`/${lang}/letters`);
  await shows(page, numbers[1] ?? '');
}

/** Decisions without a quorum are refused and stay typed, a session that ends costs no word; then the minutes are signed and public. */
async function recorded(page: Page, { lang }: Story, meeting: string): Promise<void> {
  const t = textFor(lang);
  await page.goto(`/${lang}/councils/${COUNCIL}/meetings/${meeting}`);
  const members = await page.locator('[name=present]').all();
  for (const one of members.slice(0, 2)) await one.check();
  const minutes = {
    minutesKk: 'Қоғамдық кеңес жобаны талқылап, мерзімді қысқартуды қолдады.',
    minutesRu: 'Общественный совет обсудил проект и поддержал сокращение срока.',
  };
  await fill(page, minutes);
  const decision = page.locator('#record [name^="decision."]');
  await decision.nth(0).fill('Жобаны ескертумен қолдау.');
  await decision.nth(1).fill('Поддержать проект с замечанием.');
  await send(page, 'minutesKk');
  await refusedWith(page, t.refusals.codes.quorum_missing({}).what);
  expect(await page.inputValue('[name=minutesKk]')).toBe(minutes.minutesKk);
  expect(await page.locator('#record [name^="decision."]').nth(1).inputValue()).toBe('Поддержать проект с замечанием.');
  expect(await page.locator('[name=present]:checked').count()).toBe(2);
  for (const one of await page.locator('[name=present]').all()) await one.check();
  await page.context().clearCookies();
  await send(page, 'minutesKk');
  await signInAgain(page, 'secretary');
  expect(await page.inputValue('[name=minutesRu]')).toBe(minutes.minutesRu);
  expect(await page.locator('#record [name^="decision."]').nth(0).inputValue()).toBe('Жобаны ескертумен қолдау.');
  expect(await page.locator('[name=present]:not(:checked)').count()).toBe(0);
  await send(page, 'minutesKk');
  await page.waitForURL(/done=held/);
  await shows(page, t.councilDesk.meeting.quorum);
}

/** A member with an interest says so and neither votes nor counts. */
async function stoodAside(page: Page, { lang }: Story, number: string): Promise<void> {
  await page.goto(`/${lang}/rounds/${number}/acts/conflict`);
  await page.check('[name=conflict] >> nth=0');
  await page.fill('[name=explanation]', 'Министрлікпен еңбек шартым бар.');
  await send(page, 'explanation');
  await page.waitForURL(/done=conflict/);
}

/** The council's view by name; too few votes for it are refused with the count. */
async function viewGiven(page: Page, { lang }: Story, number: string): Promise<void> {
  const t = textFor(lang);
  const text = {
    textKk: 'Қоғамдық кеңес мерзімді қысқартуды қолдайды.',
    textRu: 'Общественный совет поддерживает сокращение срока.',
  };
  await page.goto(`/${lang}/rounds/${number}/acts/view`);
  await shows(page, t.roundWork.recused);
  await fill(page, text);
  const votes = page.locator('select[name^="vote."]');
  const voters = await votes.count();
  for (let seat = 0; seat < voters; seat++) await votes.nth(seat).selectOption(seat < 2 ? 'for' : 'against');
  await page
    .locator('.ballots summary')
    .nth(voters - 1)
    .click();
  await page
    .locator('[name^="dissent."]')
    .nth(voters - 1)
    .fill('Мерзім екі еседен артық қысқартылсын.');
  await send(page, 'textKk');
  await refusedWith(page, t.refusals.codes.not_adopted({}).what);
  expect(await page.inputValue('[name=textKk]')).toBe(text.textKk);
  expect(await votes.nth(voters - 1).inputValue()).toBe('against');
  expect(
    await page
      .locator('[name^="dissent."]')
      .nth(voters - 1)
      .inputValue(),
  ).toContain('екі еседен');
  for (let seat = 0; seat < voters - 1; seat++) await votes.nth(seat).selectOption('for');
  await send(page, 'textKk');
  await page.waitForURL(/done=view/);
  const shown = await page.textContent('#council');
  expect(shown).toContain(lang === 'kk' ? text.textKk : text.textRu);
  expect(shown).toContain('екі еседен');
}

async function repliedAndDecided(page: Page, { lang }: Story, number: string): Promise<void> {
  await page.goto(`/${lang}/rounds/${number}/acts/council-answer`);
  await fill(page, { textKk: 'Кеңестің пікірі толық ескерілді.', textRu: 'Мнение совета учтено полностью.' });
  await send(page, 'textKk');
  await page.waitForURL(/done=council-answer/);
  await page.goto(`/${lang}/rounds/${number}/acts/decide`);
  await fill(page, DECISION);
  await send(page, 'decisionKk');
  await page.waitForURL(/done=decide/);
}

/** Every answered point has a title in both languages; what the analyst wrote is offered in one. */
async function titlePoints(page: Page): Promise<void> {
  for (const field of await page.locator('[name^="title."]').all())
    if ((await field.inputValue()) === '') await field.fill('Атауы / Название');
}

/** One comment without an answer keeps the round from its outcome; answered, the outcome goes out, with what the body promises. */
async function publishedOnceAllIsAnswered(page: Page, { lang }: Story, number: string): Promise<void> {
  const t = textFor(lang);
  await page.goto(`/${lang}/rounds/${number}/acts/outcome`);
  await fill(page, OUTCOME);
  await titlePoints(page);
  await send(page, 'askedKk');
  await refusedWith(page, t.refusals.codes.comments_unanswered({ open: 1 }).why);
  expect(await page.inputValue('[name=didKk]')).toBe(OUTCOME.didKk);
  await page.goto(`/${lang}/rounds/${number}/work`);
  await page.click('#points a:has-text("Обжалование")');
  await page.click(`#approve button:has-text("${t.roundWork.approve}")`);
  await page.waitForURL(/done=approve/);
  await page.goto(`/${lang}/rounds/${number}/acts/outcome`);
  await fill(page, OUTCOME);
  await titlePoints(page);
  await send(page, 'askedKk');
  await page.waitForURL(/done=outcome/);
}

/** Without an account: the outcome, the answers with their reasons, the council's view and the minutes, and the report to take along. */
async function readByEveryone(
  page: Page,
  { lang }: Story,
  { number, first, third, meeting }: { number: string; first: string; third: string; meeting: string },
): Promise<void> {
  await page.goto(`/${lang}/rounds/${number}`);
  await shows(page, ...(lang === 'kk' ? [OUTCOME.saidKk, DECISION.decisionKk] : [OUTCOME.saidRu, DECISION.decisionRu]));
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.click(`main a[href*="/files/report.${lang}.pdf"]`),
  ]);
  expect(report.suggestedFilename()).toMatch(/\.pdf$/);
  await page.goto(`/${lang}/rounds/${number}/comments?view=all`);
  await shows(page, first, third);
  await page.goto(`/${lang}/councils/${COUNCIL}/meetings/${meeting}`);
  expect(await page.textContent('#minutes')).toContain('поддержал сокращение срока');
}
