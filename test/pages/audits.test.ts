// The audit of signs from end to end: drawn once when the quarter is published, judged by two people who see neither signs nor each
// other, and published with agreement, precision and recall when both are done.
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { codeAudit } from '../../app/commands/audits/code';
import { drawAudit } from '../../app/commands/audits/draw';
import { auditStream, foldAudit } from '../../app/core/audit';
import { AUDIT_CODES } from '../../app/core/score/audit';
import type { Viewer } from '../../app/core/viewer';
import { openStream } from '../../app/data/ledger';
import { verifyLedger } from '../../app/data/verify';
import { auditOf, toJudge } from '../../app/queries/audits';
import { LOCALES, textFor } from '../../app/text';
import { givePasswords, signedInOn, words } from '../help/page';
import { codeOf, must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
const never = new AbortController().signal;
const period = '2026-Q1';
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;

const STOCK = 'Ваше обращение рассмотрено, работа в данном направлении будет продолжена в установленном порядке.';
const CASES: [subject: string, text: string, answer: string, visibility: string][] = [
  ['Дорога к школе', 'Когда отремонтируют дорогу к школе в посёлке Алатау, жители ждут второй год?', STOCK, 'public'],
  ['Лекарства детям', 'Почему детям не выдают бесплатные лекарства в районной поликлинике?', STOCK, 'public'],
  [
    'Пандус',
    'Просим установить пандус у входа в библиотеку и назвать срок работ.',
    'Пандус у входа в библиотеку установят в мае.',
    'later',
  ],
  ['Тайна', 'Прошу рассмотреть личное дело семьи о жилье и пособии.', STOCK, 'private'],
];

beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['accounts/sign-in', 'scores/']);
  const requirements = world.guide
    .inForceOn('2026-02-02')
    .procedures.application.reply.requirements.flatMap(({ id, given_by }) => (given_by === 'official' ? [id] : []));
  for (const [subject, text, answer, visibility] of CASES) {
    const { id: appealId } = await must(
      fileAppeal(world, cast.ngo, {
        ...anAppeal(cast),
        subject,
        text,
        visibility,
        publicDay: visibility === 'later' ? '2026-04-01' : '',
      }),
    );
    await must(acceptAppeal(world, cast.registrar, { appealId }));
    const reply = { appealId, ...aReply('act_favourable', requirements), text: answer };
    await must(answerAppeal(world, cast.head, reply as Parameters<typeof answerAppeal>[2]));
  }
});
const stream = async () => {
  const { id } = await world.db.prisma.audit.findUniqueOrThrow({ where: { period }, select: { id: true } });
  return openStream(world.db, auditStream(id));
};
const page = async (path: string, by = site.visitor()) => {
  const answer = await by.get(path);
  return { status: answer.status, html: await answer.text() };
};

describe('the sample', () => {
  it('is not drawn before the quarter is everybody’s, and once from then on', async () => {
    at('2026-04-13');
    expect(await drawAudit(world, never)).toBe(0);
    expect(words((await page('/en/scores/audits')).html)).toContain(textFor('en').scores.audit.none.title);
    at('2026-04-14');
    expect(await Promise.all([drawAudit(world, never), drawAudit(world, never)])).toContain(3);
    expect(await drawAudit(world, never)).toBe(0);
    expect(await auditOf(world, period)).toMatchObject({
      items: 3,
      frame: { flagged: 2, others: 1 },
      coded: [],
      figures: null,
    });
  });

  it('holds no case that is not public on its day, holds one that became so, and stands in the ledger', async () => {
    const { events } = await stream();
    expect(events.map(({ type }) => type)).toEqual(['audit.drawn']);
    const drawn = foldAudit(events)?.items ?? [];
    const found = await world.db.prisma.appeal.findMany({
      where: { id: { in: drawn.map(({ appealId }) => appealId) } },
    });
    expect(found.map(({ subject }) => subject).sort()).toEqual(['Дорога к школе', 'Лекарства детям', 'Пандус']);
  });
});

describe('two auditors', () => {
  const judge = async (who: Viewer) => {
    for (;;) {
      const next = await toJudge(world, who, { period, position: null, locale: 'ru' });
      if (!next) return;
      const code = next.answer === STOCK ? 'brushes_off' : 'answers';
      await must(codeAudit(world, who, { period, position: next.position, code }));
    }
  };

  it('judge on pages that show no sign, the first two who begin; officials never', async () => {
    const first = await signedInOn(site, cast.members[0]);
    const { html } = await page(`/ru/scores/audits/${period}/next`, first);
    const say = textFor('ru').scores.audit;
    expect(words(html)).toContain(say.question);
    for (const code of AUDIT_CODES) expect(words(html)).toContain(say.codes[code]);
    expect(words(html)).not.toContain(say.signs.same);
    const sent = await first.post(`/ru/scores/audits/${period}/next`, { position: '0', code: 'unclear' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `/ru/scores/audits/${period}/next`]);
    expect(await codeOf(codeAudit(world, cast.head, { period, position: 0, code: 'answers' }))).toBe('not_allowed');
    expect((await page(`/ru/scores/audits/${period}/next`, await signedInOn(site, cast.head))).status).toBe(403);
    expect(await codeOf(codeAudit(world, cast.members[0], { period, position: 9, code: 'answers' }))).toBe('not_found');
  });

  it('see nothing of each other; what they said is published when both are done, and stays', async () => {
    const [first, second, third] = cast.members;
    await must(codeAudit(world, first, { period, position: 0, code: 'answers' }));
    await judge(second);
    expect(await codeOf(codeAudit(world, third, { period, position: 0, code: 'answers' }))).toBe('audit_taken');
    expect(await auditOf(world, period)).toMatchObject({ coded: [1, 3], figures: null });
    expect((await page(`/en/scores/files/audit.${period}.csv`)).status).toBe(404);
    expect(words((await page(`/en/scores/audits/${period}`)).html)).toContain(textFor('en').scores.audit.hidden);
    // The first changes what was said of the first case, and judges the others.
    const again = await toJudge(world, first, { period, position: 0, locale: 'ru' });
    await must(
      codeAudit(world, first, { period, position: 0, code: again?.answer === STOCK ? 'brushes_off' : 'answers' }),
    );
    await judge(first);
    const over = await auditOf(world, period);
    expect(over?.figures).toMatchObject({
      precision: { of: 2, n: 2 },
      missed: { of: 0, n: 1 },
      kappa: { estimate: 1 },
    });
    expect(over?.figures?.recall?.estimate).toBe(1);
    expect(await codeOf(codeAudit(world, first, { period, position: 0, code: 'unclear' }))).toBe('audit_over');
  });

  it('have said it in the ledger, changes of mind too, and the figures are those of its fold', async () => {
    const { events } = await stream();
    const coded = events.flatMap((event) => (event.type === 'audit.coded' ? [event] : []));
    // The first said three things of the first case.
    expect(coded).toHaveLength(2 * 3 + 2);
    expect(coded.every(({ actor, payload }) => actor.kind === 'person' && actor.personId === payload.personId)).toBe(
      true,
    );
    expect((await verifyLedger(world)).faults).toEqual([]);
    await world.db.pool.query(`UPDATE "Audit" SET facts = jsonb_set(facts, '{auditors,0,codes,0}', '"unclear"')`);
    expect((await verifyLedger(world)).faults.map(({ what }) => what)).toEqual([
      'Audit: facts differ from what the events say',
    ]);
    const told = foldAudit(events);
    await world.db.prisma.audit.updateMany({ data: { facts: JSON.parse(JSON.stringify(told)) as object } });
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it.each(LOCALES)('and everybody reads agreement, precision, recall and every case (%s)', async (locale) => {
    const { html } = await page(`/${locale}/scores/audits/${period}`);
    const say = textFor(locale).scores.audit;
    for (const sentence of [say.kappa, say.precision, say.recall, say.missed, say.signs.same, say.codes.brushes_off])
      expect(words(html)).toContain(sentence);
    const list = words((await page(`/${locale}/scores/audits`)).html);
    expect(list).toContain(say.method.alone);
    const csv = await (await site.visitor().get(`/${locale}/scores/files/audit.${period}.csv`)).text();
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).toMatch(/,true,true,,brushes_off,brushes_off/);
  });
});
