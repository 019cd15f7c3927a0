// Files of rounds: what came with a comment, the original of a document, what belongs to a hearing's protocol, evidence on a promise. Each
// is reached by a link from a page, by everyone who may know it and by nobody else.
import { beforeAll, describe, expect, it } from 'vitest';
import { moderateComment } from '../../app/commands/comments/moderate';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { openRound } from '../../app/commands/rounds/open';
import { addDays } from '../../app/core/day';
import { docxOf } from '../../app/papers/docx';
import { textFor } from '../../app/text';
import { type Browser, form, givePasswords, hiddenIn, signedInOn, words } from '../help/page';
import { must, roundHouse } from '../help/rounds';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const tested = testWorld('2026-03-02');
const { world, at, today } = tested;
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
const house = roundHouse(tested, () => cast);
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['rounds/', 'round-work/', 'accounts/sign-in']);
});

const as = (person: { email: string }) => signedInOn(site, person);
const read = async (browser: Browser, address: string): Promise<string> => {
  const answer = await browser.get(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
};
/** The first link to a file on a page. */
const fileOn = (html: string): string => /href="([^"]*\/(?:files|attachments)\/[0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
const statusFor = async (browser: Browser, address: string) => (await browser.get(address)).status;
const SCAN = 'Смета на пандус: двести тысяч тенге.';
const scan = (name: string) => new File([SCAN], name, { type: 'text/plain' });

/** A comment with a file, sent by the page's own form. */
async function commentWithFile(more: Record<string, string> = {}) {
  at('2026-03-02');
  const roundId = await house.open();
  const { number } = await house.state(roundId);
  const citizen = await as(cast.citizen);
  const address = `/ru/rounds/${number}/comment`;
  const fields = {
    ...hiddenIn(await read(citizen, address)),
    organisationId: '',
    text: 'Прилагаю смету.',
    language: 'ru',
  };
  const sent = await citizen.post(address, form({ ...fields, ...more }, [scan('Смета Иванова.txt')]));
  const comment = /comments\/(C-[\d-]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? '';
  const { id } = await world.db.prisma.comment.findUniqueOrThrow({ where: { number: comment }, select: { id: true } });
  return { id, citizen, page: `/ru/comments/${comment}` };
}

describe('a file of a comment', () => {
  it('is linked from the comment and given to everyone, under its own name', async () => {
    const { page } = await commentWithFile();
    const visitor = site.visitor();
    const file = fileOn(await read(visitor, page));
    expect(file).toMatch(/^\/ru\/comments\/C-[\d-]+\/files\//);
    const answer = await visitor.get(file);
    expect(await answer.text()).toBe(SCAN);
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('Смета Иванова.txt'));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('of a comment hidden by a moderator is for its author and those who work on the round, and public again with it', async () => {
    const { id, citizen, page } = await commentWithFile();
    const file = fileOn(await read(site.visitor(), page));
    const hide = { step: 'hide', ground: 'personal_data', reason: 'В смете названы люди.', commentId: id };
    await must(moderateComment(world, cast.head, hide));
    expect(fileOn(await read(site.visitor(), page))).toBe('');
    expect(await statusFor(site.visitor(), file)).toBe(404);
    expect(await statusFor(await as(cast.ngo), file)).toBe(404);
    for (const who of [citizen, await as(cast.executor)]) {
      expect(fileOn(await read(who, page))).toBe(file);
      expect(await statusFor(who, file)).toBe(200);
    }
    await must(moderateComment(world, cast.head, { step: 'show', commentId: id, reason: 'Имена в смете закрыты.' }));
    expect(await statusFor(site.visitor(), file)).toBe(200);
  });

  it('goes with a comment that was taken back, and gives away no hidden name', async () => {
    const { id, page } = await commentWithFile({ nameHidden: 'on' });
    const file = fileOn(await read(site.visitor(), page));
    const answer = await site.visitor().get(file);
    expect(answer.headers.get('content-disposition')).not.toContain(encodeURIComponent('Иванова'));
    expect(await read(site.visitor(), page)).not.toContain('Иванова');
    expect(await read(await as(cast.executor), page)).toContain('Смета Иванова.txt');
    await must(withdrawComment(world, cast.citizen, { commentId: id }));
    expect(await statusFor(site.visitor(), file)).toBe(404);
  });

  it('is not given under the number of another comment', async () => {
    const one = await commentWithFile();
    const other = await commentWithFile();
    const file =
      fileOn(await read(site.visitor(), one.page))
        .split('/')
        .at(-1) ?? '';
    expect(await statusFor(site.visitor(), `${other.page}/files/${file}`)).toBe(404);
  });
});

describe('the original of a document', () => {
  const docx = async () =>
    new File(
      [
        new Uint8Array(
          await docxOf({
            ...{ title: 'Правила', lang: 'ru', made: new Date(0) },
            parts: [{ kind: 'paragraph', text: '1. Заявление принимается на двух языках.' }],
          }),
        ),
      ],
      'Правила.docx',
    );
  /** The form of a document after the file was read into it. */
  const readInto = async (browser: Browser, address: string) => {
    const fields = form({ role: 'draft', language: 'ru', title: 'Правила', markdown: '' });
    const file = await docx();
    fields.append('docx', file);
    const page = await (await browser.post(address, fields)).text();
    const original = /name="original"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="original"/.exec(
      page,
    );
    return { page, file, original: original?.[1] ?? original?.[2] ?? '' };
  };
  const typed = {
    role: 'draft',
    language: 'ru',
    title: 'Правила',
    markdown: '1. Заявление принимается на двух языках.',
  };

  it('is given out with its version where the host says so, byte for byte, once the round may be read', async () => {
    at('2026-03-02');
    const roundId = await house.prepare();
    const { number } = await house.state(roundId);
    const executor = await as(cast.executor);
    const address = `/ru/rounds/${number}/documents`;
    const { page, file, original } = await readInto(executor, address);
    expect(words(page)).toContain(words(textFor('ru').roundPrepare.originalHint));
    expect(page).toContain('1. Заявление принимается на двух языках.');
    expect(page, 'no draft kept in the browser comes over what was read').toContain('data-draft-fresh');
    expect((await executor.post(address, form({ ...typed, original }))).status).toBe(303);
    const link = fileOn(await read(executor, `/ru/rounds/${number}`));
    expect(await statusFor(site.visitor(), link)).toBe(404);

    await house.fill(roundId);
    await must(openRound(world, cast.head, { roundId }));
    const shown = await read(site.visitor(), `/ru/rounds/${number}?v=1`);
    expect(fileOn(shown)).toBe(link);
    expect(words(shown)).toContain('Правила.docx');
    const given = Buffer.from(await (await site.visitor().get(link)).arrayBuffer());
    expect(given.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    expect(fileOn(await read(site.visitor(), `/ru/rounds/${number}`)), 'the later version was typed').toBe('');
  });

  it('stays with the host where it is not ticked, and nobody adds a file of another', async () => {
    at('2026-03-02');
    const roundId = await house.prepare();
    const { number } = await house.state(roundId);
    const executor = await as(cast.executor);
    const address = `/ru/rounds/${number}/documents`;
    const { original } = await readInto(executor, address);
    expect((await executor.post(address, form(typed))).status).toBe(303);
    expect(await statusFor(executor, `/ru/rounds/${number}/attachments/${original}`)).toBe(404);
    const head = await as(cast.head);
    const stolen = await head.post(address, form({ ...typed, original }));
    expect(words(await stolen.text())).toContain(textFor('ru').refusals.codes.not_found().what);
  });
});

describe('files of what is recorded', () => {
  it('of a hearing stand with its protocol; what was on paper stands with its comment as it was scanned', async () => {
    at('2026-03-02');
    const roundId = await house.open({
      ...{ kind: 'hearing', hearingDay: '2026-03-20', hearingTime: '15:00', hearingPlace: 'Астана' },
    });
    const { number, kind } = await house.state(roundId);
    expect(kind).toBe('hearing');
    at('2026-03-20', '17:00');
    const executor = await as(cast.executor);
    const held = {
      protocolKk: 'Тыңдауға қатысқандар рампа туралы айтты.',
      protocolRu: 'Участники слушания говорили о пандусе.',
      ...{ present: '41', chair: 'С. Омарова' },
    };
    const address = `/ru/rounds/${number}/acts/hearing`;
    const refused = await executor.post(address, form({ ...held, chair: '' }, [scan('Протокол с подписями.txt')]));
    const kept = /name="files"[^>]*value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]*name="files"/.exec(
      await refused.text(),
    );
    const fileId = kept?.[1] ?? kept?.[2] ?? '';
    expect((await executor.post(address, form({ ...held, files: fileId }))).status).toBe(303);
    const page = await read(site.visitor(), `/ru/rounds/${number}`);
    expect(page).toContain('Протокол с подписями.txt');
    expect(await (await site.visitor().get(fileOn(page))).text()).toBe(SCAN);

    const paper = {
      origin: 'hearing',
      receivedDay: '2026-03-20',
      givenName: 'Қ. Әлім',
      text: 'Пандус керек.',
      language: 'kk',
    };
    const entered = async (fields: Record<string, string>) => {
      const answer = await executor.post(`/ru/rounds/${number}/acts/enter`, form(fields, [scan('Карточка.txt')]));
      expect(answer.status).toBe(303);
      const { number: name } = await world.db.prisma.comment.findFirstOrThrow({
        where: { roundId },
        orderBy: { id: 'desc' },
        select: { number: true },
      });
      return `/ru/comments/${name}`;
    };
    const agreed = await read(site.visitor(), await entered({ ...paper, publishName: 'on' }));
    for (const word of ['Карточка.txt', 'Қ. Әлім']) expect(agreed).toContain(word);
    expect(await statusFor(site.visitor(), fileOn(agreed))).toBe(200);

    const unasked = await entered(paper);
    const [shown, known] = [await read(site.visitor(), unasked), await read(executor, unasked)];
    expect(shown).toContain('Пандус керек.');
    for (const word of ['Карточка.txt', 'Қ. Әлім', `${unasked}/files/`]) expect(shown).not.toContain(word);
    expect(await statusFor(site.visitor(), fileOn(known)), 'the scan would give the name away').toBe(404);
    expect(await statusFor(executor, fileOn(known))).toBe(200);
  });

  it('of a report on a promise stand with it', async () => {
    at('2026-03-02');
    const roundId = await house.open();
    const { number } = await house.state(roundId);
    await house.comment(roundId);
    await house.close(roundId);
    await house.answerAll(roundId);
    await house.decide(roundId);
    const promise = { textKk: 'Үлгі нысан жарияланады.', textRu: 'Опубликуем образец формы.', pointId: '' };
    await must(makeCommitment(world, cast.head, { roundId, dueDay: addDays(today(), 30), ...promise }));
    await house.publish(roundId);
    const [commitment] = (await house.state(roundId)).commitments;
    const executor = await as(cast.executor);
    const address = `/ru/rounds/${number}/commitments/${commitment?.id}`;
    expect(words(await read(executor, address))).toContain(textFor('ru').filing.files.label);
    const report = {
      ...{ intent: 'report', kept: 'kept', evidenceKk: 'Үлгі нысан сайтта жарияланды.' },
      evidenceRu: 'Образец формы опубликован на сайте.',
    };
    expect((await executor.post(address, form(report, [scan('Акт.txt')]))).status).toBe(303);
    const page = await read(site.visitor(), `/ru/rounds/${number}`);
    expect(page).toContain('Акт.txt');
    expect(await (await site.visitor().get(fileOn(page))).text()).toBe(SCAN);
  });
});
