// A figure is contested in a real browser, as its people meet it: the head of a body contests a case from the list behind the figure, the
// council's secretary finds it on the desk and records the ruling, the figure is reckoned anew, and everyone reads both versions and the
// restatement. In both state languages, with scripts and without. Then every page of it: axe, 320 pixels, light and dark, three languages.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { drawAudit } from '../../app/commands/audits/draw';
import { makeContest } from '../../app/commands/contests/make';
import { dayOf, type Day } from '../../app/core/day';
import type { Role, Viewer } from '../../app/core/viewer';
import { LOCALES, textFor } from '../../app/text';
import { score } from '../../workers/score';
import { hasBrowser, startBrowser } from '../help/browser';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { faultsOfPages } from '../help/faults';
import { must } from '../help/rounds';
import { enter, openVisit, type Visit } from '../help/visit';

const REASONS = {
  reasonsKk: 'Жауап қолма-қол осы күні берілген, қолхат тіркелген.',
  reasonsRu: 'Ответ вручён под роспись в этот день, расписка приложена.',
};
const never = new AbortController().signal;
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

/** Somebody of the demonstration, as commands know them. */
async function viewerOf(email: string): Promise<Viewer> {
  const person = await app.world.db.prisma.person.findUniqueOrThrow({
    where: { email: `${email}@demo.kenes.kz` },
    select: { id: true, name: true, email: true, memberships: true },
  });
  return {
    ...{ personId: person.id, name: person.name, email: person.email, locale: 'ru' },
    mandates: person.memberships.map(({ role, post, bodyId, organisationId, councilId }) => ({
      ...{ role: role as Role, post, bodyId, organisationId, councilId },
    })),
  };
}

/** A case of the demo ministry, answered late. */
async function lateCase(subject: string, from: Day, to: Day): Promise<string> {
  const { world } = app;
  app.at(from);
  const [ngo, registrar, head] = await Promise.all(['ngo', 'registrar', 'head'].map(viewerOf));
  if (!ngo || !registrar || !head) throw new Error('the demonstration lacks its people');
  const [{ organisationId } = { organisationId: null }] = ngo.mandates;
  const body = await world.db.prisma.body.findUniqueOrThrow({ where: { slug: 'social' }, select: { id: true } });
  const asked = { kind: 'application', bodyId: body.id, organisationId, subject, language: 'ru', visibility: 'public' };
  const text = 'Просим установить пандус и назвать ответственное подразделение.';
  const { id } = await must(fileAppeal(world, ngo, { ...asked, text }));
  await must(acceptAppeal(world, registrar, { appealId: id }));
  app.at(to);
  const { reply: asks } = world.guide.inForceOn(dayOf(world.now())).procedures.application;
  const own = asks.requirements.flatMap((one) => (one.given_by === 'official' ? [one.id] : []));
  const reply = { outcome: 'act_favourable', language: 'ru', text: 'Пандус будет установлен до конца месяца.' };
  const requirements = Object.fromEntries(own.map((one) => [one, 'Указано в ответе.']));
  await must(answerAppeal(world, head, { appealId: id, ...reply, requirements, execution: 'done' }));
  return (await world.db.prisma.appeal.findUniqueOrThrow({ where: { id }, select: { number: true } })).number;
}

const send = (page: Page, field: string): Promise<void> =>
  page.click(`main form:has([name="${field}"]) .form-actions button[type=submit]:not([name])`);
async function shows(page: Page, ...parts: readonly string[]): Promise<void> {
  const text = (await page.textContent('main')) ?? '';
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
}

const STORIES = [
  { lang: 'kk', scripts: true, from: '2026-02-02', to: '2026-03-12', ends: '2026-02-20', on: '2026-04-20' },
  { lang: 'ru', scripts: false, from: '2026-05-11', to: '2026-06-24', ends: '2026-05-20', on: '2026-07-20' },
] as const;
const PERIOD = { kk: '2026-Q1', ru: '2026-Q2' } as const;

describe.skipIf(!hasBrowser).each(STORIES)('a contested figure in $lang, scripts $scripts', (story) => {
  const { lang, scripts, from, to, ends, on } = story;
  it('is contested, ruled upon by the council, reckoned anew and restated', async () => {
    const say = textFor(lang).contests;
    const number = await lateCase(`Пандус у входа, ${lang}`, from, to);
    app.at(on);
    await score(app.world, never);
    const visits: Visit[] = [];
    const visit = async (who?: string) => {
      const opened = await openVisit(browser, app.url, { scripts });
      visits.push(opened);
      if (who) await enter(opened.page, who);
      return opened.page;
    };
    const scores = `/${lang}/bodies/social/scores`;

    const head = await visit('head');
    await head.goto(`${scores}/cases?period=${PERIOD[lang]}&of=lawful.late`);
    await head.click(`a[href$="/appeals/${number}/contest"]`);
    await head.check('[name=claim][value=ended_day]');
    await head.fill('[name=reasonsKk]', REASONS.reasonsKk);
    await head.fill('[name=reasonsRu]', REASONS.reasonsRu);
    await send(head, 'claim');
    expect(await head.textContent('main'), 'the missing day is named').toContain(
      textFor(lang).refusals.problems.required,
    );
    expect(await head.inputValue('[name=reasonsRu]'), 'what was typed stays').toBe(REASONS.reasonsRu);
    await head.fill('[name=day]', ends);
    await send(head, 'claim');
    await head.waitForURL(/\/contests\/K-.*done=made/);
    await shows(head, say.done.made, say.versions.noRuling, say.status.open);
    const contest = /K-[\d-]+/.exec(head.url())?.[0] ?? '';

    const secretary = await visit('secretary');
    await secretary.goto(`/${lang}/councils/social-council/desk`);
    await secretary.click(`#to_rule a[href$="/contests/${contest}"]`);
    await secretary.click(`a[href$="/contests/${contest}/rule"]`);
    await secretary.check('[name=ruling][value=upheld]');
    await secretary.fill('[name=reasonsKk]', REASONS.reasonsKk);
    await secretary.fill('[name=reasonsRu]', REASONS.reasonsRu);
    await send(secretary, 'ruling');
    expect(await secretary.textContent('#refusal'), 'nobody voted yet').toBeTruthy();
    for (const ballot of await secretary.locator('select[name^="vote."]').all()) await ballot.selectOption('for');
    await send(secretary, 'ruling');
    await secretary.waitForURL(/done=rule/);
    await shows(secretary, say.done.rule, say.versions.ruled, say.status.upheld);

    await score(app.world, never);
    const reader = await visit();
    await reader.goto(`${scores}?period=${PERIOD[lang]}`);
    await shows(reader, say.share.original, say.share.ruled, contest);
    await reader.goto(`/${lang}/scores/restatements`);
    await shows(reader, say.restatements.cause.ruling, say.about(contest));
    await reader.goto(`/${lang}/appeals/${number}`);
    await shows(reader, say.onCase.contested);
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
    await Promise.all(visits.map((one) => one.close()));
  });
});

describe.skipIf(!hasBrowser).each(LOCALES)('every page of contests and scores in %s', (lang) => {
  it('has no fault that axe knows and fits 320 pixels, light and dark', async () => {
    const { number: ruled } = await app.world.db.prisma.contest.findFirstOrThrow({
      where: { status: 'upheld' },
      orderBy: { number: 'asc' },
    });
    await drawAudit(app.world, never);
    const audit = await app.world.db.prisma.audit.findFirstOrThrow({ select: { period: true } });
    const { contest, other } = await openCase();
    const site = { browser, url: app.url, lang };
    expect([
      ...(await faultsOfPages(site, [
        '/contests',
        `/contests/${ruled}`,
        '/scores/restatements',
        '/bodies/social/scores?period=2026-Q1',
        '/bodies/social/scores?period=2026-Q1&kind=application',
        '/scores?period=2026-Q1',
        '/scores?period=2026-Q1&kind=application&region=central',
        '/scores/compare?period=2026-Q1&body=social&body=ecology',
        '/scores/audits',
        `/scores/audits/${audit.period}`,
        '/open',
      ])),
      ...(await faultsOfPages({ ...site, who: 'member' }, [`/scores/audits/${audit.period}/next`])),
      ...(await faultsOfPages({ ...site, who: 'head' }, [
        '/bodies/social/scores/own?period=2026-Q1',
        '/bodies/social/scores/cases?period=2026-Q1&of=lawful.in_time',
        `/appeals/${other}/contest`,
      ])),
      ...(await faultsOfPages({ ...site, who: 'secretary' }, [
        `/contests/${contest}/rule`,
        '/councils/social-council/desk',
      ])),
      ...app.faults,
    ]).toEqual([]);
  });
});

let known: { contest: string; other: string } | null = null;
/** An open contest, and a case that may still be contested. */
async function openCase() {
  if (known) return known;

  const contested = await lateCase('Пандус у школы', '2026-07-21', '2026-07-21');
  const other = await lateCase('Пандус у больницы', '2026-07-21', '2026-07-21');
  const { id } = await app.world.db.prisma.appeal.findUniqueOrThrow({ where: { number: contested } });
  const { number } = await must(
    makeContest(app.world, await viewerOf('head'), { appealId: id, claim: 'not_counted', ...REASONS }),
  );
  return (known = { contest: number, other });
}
