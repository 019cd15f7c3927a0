// The guide's pages about consultation rounds, as a browser without scripts meets them.
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES, NEUTRAL_QUESTIONS, ROUND_KINDS, STAGES, type Locale, type RoundKind } from '../../guide/schema';
import { textFor } from '../../app/text';
import { openSite } from '../help/site';
import { testWorld } from '../help/world';

const { world, today } = testWorld('2026-11-24');
let get: (address: string) => Promise<Response>;
beforeAll(async () => {
  const site = await openSite(world, ['guide/']);
  get = (address) => site.visitor().get(address);
});

const words = (html: string): string =>
  html
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<(script|style|head)[^>]*>.*?<\/\1>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
async function page(kind: RoundKind, locale: Locale = 'en') {
  const answer = await get(`/${locale}/guide/rounds/${kind}`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  return { html, text: words(html) };
}
const inForce = () => {
  const edition = world.guide.inForceOn(today());
  const { rounds } = edition;
  if (!rounds) throw new Error('the edition in force knows no rounds');
  return { texts: edition.texts, rounds };
};
/** What stands under a heading of the page. */
const part = (html: string, id: string): string => {
  const [, after = ''] = html.split(`<section class="section" id="${id}">`);
  return words(after.split(/<h2/)[1] ?? '');
};
const LARGEST = 60_000;

describe.each(LOCALES)('a kind of round, in %s', (locale) => {
  it.each(ROUND_KINDS)(
    '%s: what it is, every number with its article, documents, gate, stages, answers, examples, on a light page',
    async (id) => {
      const { texts, rounds } = inForce();
      const kind = rounds.kinds[id];
      const { html, text } = await page(id, locale);
      const say = (key: string) => expect(text).toContain(texts[locale][key]);
      say(`kind.${id}.text`);
      say(`contributors.${kind.contributors}.text`);
      for (const host of kind.hosts) say(`host.${host}.name`);
      for (const [rule, { basis, term }] of Object.entries(kind.rules)) {
        say(`rule.${rule}.name`);
        if (term.direction === 'forward') say(`start.${term.from}.name`);
        for (const { article, note } of basis) {
          expect(text).toContain(article);
          if (note) say(note);
        }
      }
      for (const { role } of kind.documents) say(`document.${role}.text`);
      for (const { id: check } of kind.gate) say(`gate.${check}.text`);
      for (const question of kind.gate.some((check) => check.id === 'neutral') ? NEUTRAL_QUESTIONS : [])
        say(`neutral.${question}.text`);
      const stages = STAGES.filter((stage) => stage !== 'council_view' || kind.has_council_view);
      const places = stages.map((stage) => text.indexOf(texts[locale][`stage.${stage}.text`] ?? ''));
      expect(Math.min(...places)).toBeGreaterThan(0);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      for (const disposition of rounds.dispositions) say(`disposition.${disposition.id}.name`);
      say('four_eyes.text');
      expect(text).toContain(textFor(locale).roundGuide.silence);
      for (const example of rounds.examples.filter((one) => one.kind === id)) {
        say(`example.${example.id}.text`);
        const query = new URLSearchParams({ kind: id, rule: example.rule, from: example.from }).toString();
        expect(html).toContain(`href="/${locale}/calculator?${query.replaceAll('&', '&amp;')}"`);
      }
      expect(Buffer.byteLength(html)).toBeLessThan(LARGEST);
    },
  );
});

describe('the page of a kind of round', () => {
  it('draws each worked example with its last day', async () => {
    const { html } = await page('draft_act');
    const [picture] = /<div class="ledger-calendar".*?<ul class="ledger-legend"/s.exec(html) ?? [''];
    expect(picture).toContain('aria-label="The term: 10 working days.');
    expect(picture).toMatch(/is-due"[^>]*title="19 May 2026/);
    expect(picture.match(/is-off/g)).toHaveLength(4);
  });

  it('calls an example provisional that rests on a projected year', async () => {
    expect(part((await page('service_bylaw')).html, 'examples')).toContain(textFor('en').ledger.provisional);
    expect(part((await page('draft_act')).html, 'examples')).not.toContain(textFor('en').ledger.provisional);
  });

  it('shows a number that could not be confirmed as unsure, and one of our own as ours', async () => {
    const { texts } = inForce();
    const steps = part((await page('draft_act')).html, 'steps');
    expect(steps).toContain(`Law on Legal Acts 17-1, 18, 19 ${texts.en['confidence.unsure.name']}`);
    expect(steps).toContain(`Guide 3 ${texts.en['confidence.platform.name']}`);
    expect(part((await page('service_bylaw')).html, 'steps')).not.toContain('Law on Legal Acts');
  });

  it('puts each duty at the stage in which its term begins, and one of many nowhere', async () => {
    const stages = part((await page('hearing')).html, 'stages');
    const at = (word: string) => stages.indexOf(word);
    const { texts } = inForce();
    const [call, closed, dispose, analysis] = [
      'rule.hearing_call.name',
      'stage.closed.text',
      'rule.dispose.name',
      'stage.analysis.text',
    ].map((key) => at(texts.en[key] ?? '')) as [number, number, number, number];
    expect(call).toBeGreaterThan(0);
    expect([call, closed, dispose, analysis]).toEqual([call, closed, dispose, analysis].toSorted((a, b) => a - b));
    expect(stages).not.toContain(texts.en['rule.dispose_comment.name']);
  });

  it('asks for a changed clause only where there is a draft', async () => {
    const { requires } = textFor('en').roundGuide;
    expect(part((await page('service_bylaw')).html, 'dispositions')).toContain(requires.change);
    const without = part((await page('early_dialogue')).html, 'dispositions');
    expect(without).not.toContain(requires.change);
    expect(without).toContain(requires.changeWithoutDraft);
    expect(without).not.toContain(inForce().texts.en['disposition.accepted.text']);
  });

  it('says how a council decides wherever one has a word', async () => {
    const { texts } = inForce();
    for (const id of ['service_bylaw', 'council_recommendation'] as const)
      for (const key of ['quorum.text', 'adoption.text', 'recusal.text'])
        expect(part((await page(id)).html, 'council')).toContain(texts.en[key]);
  });

  it('names the shortest period that may be chosen, and no period where the kind has none', async () => {
    const say = textFor('en').roundGuide;
    expect((await page('budget_plan')).text).toContain(say.periodDiffers('5 working days'));
    expect((await page('council_recommendation')).html).not.toContain(`<dt>${say.period}</dt>`);
  });

  it('is not there for a kind that the guide does not know', async () => {
    for (const address of ['/en/guide/rounds/referendum', '/en/guide/rounds/application', '/en/guide/draft_act'])
      expect((await get(address)).status).toBe(404);
  });
});
