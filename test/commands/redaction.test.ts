// What the public may not read is put in other words or taken away, on a ground and with a reason that everyone reads; the original stays, and
// the parties read it. No list, search, duty or neighbouring case lets it through.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { redactAppeal } from '../../app/commands/appeals/redact';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { uploadFile } from '../../app/commands/files/upload';
import type { Viewer } from '../../app/core/viewer';
import { indexFiles } from '../../app/data/search-files';
import { verifyLedger } from '../../app/data/verify';
import { attachmentOf } from '../../app/queries/attachment';
import { caseView } from '../../app/queries/case';
import { caseFacts } from '../../app/queries/case-facts';
import { caseModerationLog } from '../../app/queries/moderation';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
  at('2026-02-02');
});
const { file, row, owed, letters } = steps(world, () => cast);
const GROUND = { ground: 'personal_data', reason: 'В тексте назван диагноз человека.' };
const redact = (appealId: string, part: string, text = '', by: Viewer = cast.head) =>
  redactAppeal(world, by, { appealId, step: 'hide', part, text, ...GROUND });
const show = (appealId: string, part: string) =>
  redactAppeal(world, cast.head, { appealId, step: 'show', part, reason: 'Ничего личного здесь нет.' });
const pageFor = async (viewer: Viewer | null, id: string) => {
  const facts = await caseFacts(world, viewer, (await row(id)).number);
  if (!facts) throw new Error('not to be read');
  return caseView(world, viewer, facts, 'ru');
};
const wordsOf = async (id: string) =>
  (await world.db.pool.query<{ words: string }>(`SELECT words::text FROM "SearchEntry" WHERE id = '${id}'`)).rows[0]
    ?.words ?? '';
const everythingButParties = async (id: string) =>
  JSON.stringify([
    await pageFor(null, id),
    await pageFor(cast.stranger, id),
    await pageFor(cast.committeeRegistrar, id),
    await row(id),
    await world.db.prisma.obligation.findMany({ where: { stream: `appeal:${id}` }, select: { title: true } }),
    await wordsOf(id),
  ]);
const SECRET = { subject: 'Пандус для Серикова', text: 'Сосед Сериков болен туберкулёзом, просим установить пандус.' };

describe('a redaction', () => {
  it('puts other words in the place of the subject and the text for everyone but the parties, who are told', async () => {
    const id = await file(SECRET);
    expect(await everythingButParties(id)).toMatch(/Сериков/);
    await must(redact(id, 'text', 'Сосед […] болен, просим установить пандус.'));
    // At the same instant: each is told by a letter of its own.
    await must(redact(id, 'subject', 'Пандус для […]'));
    expect(await everythingButParties(id)).not.toMatch(/сериков|туберкул/i);
    expect(await everythingButParties(id)).toContain('В тексте назван диагноз человека.');
    expect((await owed(id, 'decide')).title).toBe('Пандус для […]');
    for (const party of [cast.ngo, cast.executor]) {
      const page = await pageFor(party, id);
      expect(page.subject).toBe(SECRET.subject);
      expect(JSON.stringify(page.thread)).toContain('туберкулёзом');
    }
    expect(await letters(id, 'case_step', cast.ngo)).toMatchObject([
      { data: { step: 'redacted' } },
      { data: { step: 'redacted' } },
    ]);
    expect((await verifyLedger(world)).faults).toEqual([]);
    await must(show(id, 'subject'));
    expect((await row(id)).subject).toBe(SECRET.subject);
    expect(await wordsOf(id)).toMatch(/сериков/);
    expect(await wordsOf(id)).not.toMatch(/туберкул/);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('is an act of the body’s moderators, on a ground of the guide, with a reason that tells nothing personal, and changes something', async () => {
    const id = await file(SECRET);
    expect(await codeOf(redact(id, 'text', 'Иначе', cast.executor))).toBe('not_allowed');
    expect(await codeOf(redact(id, 'text', 'Иначе', cast.ngo))).toBe('not_allowed');
    expect(await codeOf(redact(id, 'text', ''))).toBe('invalid');
    expect(await codeOf(redact(id, 'text', SECRET.text))).toBe('nothing_to_redact');
    expect(await codeOf(show(id, 'text'))).toBe('nothing_to_redact');
    expect(await codeOf(redact(id, 'answer', 'Иначе'))).toBe('not_found');
    expect(await codeOf(redact(id, world.newId()))).toBe('not_found');
    const told = redactAppeal(world, cast.head, {
      ...{ appealId: id, step: 'hide', part: 'text', text: 'Иначе', ground: 'personal_data' },
      reason: 'Назван телефон +7 701 123 45 67 человека.',
    });
    expect(await refusalOf(told)).toMatchObject({ code: 'invalid', fields: { reason: 'personal_data' } });
    const { phase, dueDay } = await row(id);
    expect({ phase, dueDay }).toEqual({ phase: 'open', dueDay: '2026-02-23' });
  });

  it('of an answer hides its parts too, in the case and in the search', async () => {
    const id = await file();
    const parts = askedOf(world.guide.inForceOn(today()).procedures.application).map(({ id: one }) => one);
    const reply = { ...aReply('act_favourable', parts), text: 'Гражданину Ахметову выделено место у подъезда.' };
    await must(answerAppeal(world, cast.executor, { appealId: id, ...reply }));
    await must(redact(id, 'answer', 'Гражданину […] выделено место у подъезда.'));
    expect(await everythingButParties(id)).not.toMatch(/ахметов|приложенном акте/i);
    expect(JSON.stringify((await pageFor(cast.ngo, id)).thread)).toContain('Ахметову');
    await must(show(id, 'answer'));
    expect(await wordsOf(id)).toMatch(/ахметов/);
  });

  it('takes a file from everyone but the parties, also out of the search, and gives it back', async () => {
    async function* bytes() {
      yield new TextEncoder().encode('Выписка из истории болезни Жумабаева.');
    }
    const upload = await must(uploadFile(world, cast.ngo, { name: 'выписка.txt', bytes: bytes() }));
    const id = await file({ files: [upload.id] });
    await indexFiles(world, 100);
    expect(await wordsOf(id)).toMatch(/жумабаев/);
    const { number } = await row(id);
    const open = async (viewer: Viewer | null) => attachmentOf(world, viewer, { number, fileId: upload.id });
    await must(redact(id, upload.id));
    await indexFiles(world, 100);
    expect(await wordsOf(id)).not.toMatch(/жумабаев/);
    expect(await open(null)).toBeNull();
    expect(await open(cast.stranger)).toBeNull();
    expect(await open(cast.ngo)).not.toBeNull();
    expect(await open(cast.head)).not.toBeNull();
    await must(show(id, upload.id));
    await indexFiles(world, 100);
    expect(await open(null)).not.toBeNull();
    expect(await wordsOf(id)).toMatch(/жумабаев/);
  });

  it('goes with a case that is redirected: the other body reads the original, the public does not', async () => {
    const id = await file(SECRET);
    await must(redact(id, 'text', 'Сосед […] болен, просим установить пандус.'));
    await must(
      redirectAppeal(world, cast.registrar, {
        ...{ appealId: id, toBodyId: cast.committee.id, reason: 'Пандусы в ведении комитета.' },
      }),
    );
    const there = await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: id } });
    expect(there.text).not.toContain('туберкулёзом');
    expect(JSON.stringify(await pageFor(null, there.id))).not.toContain('туберкулёзом');
    expect(JSON.stringify(await pageFor(cast.committeeRegistrar, there.id))).toContain('туберкулёзом');
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('stands in the public log of the body with ground, reason and name, and names no case that is not public', async () => {
    const hidden = await file({ ...SECRET, visibility: 'private' });
    await must(redact(hidden, 'text', 'Просим установить пандус у дома.'));
    const { entries } = await caseModerationLog(world, cast.ministry.id, null, 'ru');
    expect(entries[0]).toMatchObject({ number: null, shown: false, reason: GROUND.reason, by: { name: 'Head' } });
    expect(entries.some(({ shown, number }) => shown && number !== null)).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/Сериков|туберкул/);
    const rest = await caseModerationLog(world, cast.ministry.id, entries[0]?.seq ?? null, 'ru');
    expect(rest.entries).toEqual(entries.slice(1));
  });
});
