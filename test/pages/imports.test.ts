// Tables brought along: what each row would do is said before anything is done, applied, and taken back where nothing was built upon it.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { applyTable } from '../../app/commands/imports/apply';
import { bringTable } from '../../app/commands/imports/bring';
import { goOn } from '../../app/commands/imports/go-on';
import { undoTable } from '../../app/commands/imports/undo';
import { controlDigit } from '../../app/core/bin';
import { columnsOf, MOST_ROWS } from '../../app/core/imports/kinds';
import { csvTable } from '../../app/data/csv-table';
import { importView } from '../../app/queries/imports';
import { givePasswords, signedInOn, words } from '../help/page';
import { codeOf, must } from '../help/rounds';
import { openSite } from '../help/site';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-02-02');
let cast: Cast;
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['admin/', 'accounts/sign-in']);
});

const HEAD = columnsOf('bodies').join(';');
const row = (slug: string, name: string, superior = '', address = 'г. Астана, ул. Мира, 1') =>
  `${slug};${name} (kk);${name} (ru);${name} (en);${superior};regional;KZ-10;${address};18:30`;
const bring = async (text: string, kind = 'bodies'): Promise<string> =>
  (await must(bringTable(world, cast.administrator, { kind }, { name: 'органы.csv', bytes: Buffer.from(text) }))).id;
const linesOf = async (id: string) => (await importView(world, id, 0))?.lines ?? [];
const statesOf = async (id: string) => (await linesOf(id)).map(({ key, state }) => `${key} ${state}`);
const apply = async (importId: string) => {
  await must(applyTable(world, cast.administrator, { importId }));
  await goOn(world);
};
/** Gives how many rows could not be taken back. */
const undo = async (importId: string): Promise<number> => {
  await must(undoTable(world, cast.administrator, { importId }));
  await goOn(world);
  return (await importView(world, importId, 0))?.counts.kept ?? 0;
};

describe('a table of bodies', () => {
  it('is looked at row by row, applied without the refused rows, and taken back', async () => {
    const id = await bring(
      [
        ...[HEAD, row('akimat', 'Әкімдік', 'ministry'), row('department', 'Управление', 'akimat')],
        ...[row('lost', 'Потерянный', 'nowhere'), row('akimat', 'Второй'), row('UP PER', 'Не адрес')],
      ].join('\r\n'),
    );
    const before = await world.db.prisma.body.count();
    const states = ['akimat new', 'department new', 'lost refused', 'akimat refused', 'UP PER refused'];
    expect(await statesOf(id)).toEqual(states);
    const problems = (await linesOf(id)).map((line) => line.problems);
    expect(problems).toEqual([[], [], ['superior:no_superior'], ['slug:twice'], ['slug:bad_value']]);
    expect(await world.db.prisma.body.count()).toBe(before);
    await apply(id);
    const made = await world.db.prisma.body.findUniqueOrThrow({
      where: { slug: 'department' },
      select: { nameRu: true, parent: { select: { slug: true, parentId: true } } },
    });
    expect(made).toEqual({ nameRu: 'Управление (ru)', parent: { slug: 'akimat', parentId: cast.ministry.id } });
    expect(await statesOf(id)).toEqual(states);
    expect(await codeOf(applyTable(world, cast.administrator, { importId: id }))).toBe('import_settled');
    expect(await undo(id)).toBe(0);
    expect(await world.db.prisma.body.count()).toBe(before);
    expect((await statesOf(id)).slice(0, 2)).toEqual(['akimat undone', 'department undone']);
    expect(await codeOf(undoTable(world, cast.administrator, { importId: id }))).toBe('import_settled');
  });

  it('shows what it would change with what stands there, and gives that back unless somebody changed it since', async () => {
    await apply(await bring([HEAD, row('one', 'Первый'), row('two', 'Второй')].join('\n')));
    const changes = [HEAD, row('one', 'Первый', '', 'г. Астана, новая улица'), row('two', 'Иной')].join('\n');
    const id = await bring(changes);
    const [first] = await linesOf(id);
    expect(first).toMatchObject({
      state: 'changed',
      changes: [{ column: 'address', before: 'г. Астана, ул. Мира, 1', after: 'г. Астана, новая улица' }],
    });
    await apply(id);
    expect(await statesOf(await bring(changes))).toEqual(['one same', 'two same']);
    await world.db.prisma.body.update({ where: { slug: 'two' }, data: { nameRu: 'Поправлено рукой' } });
    expect(await undo(id)).toBe(1);
    const after = await world.db.prisma.body.findMany({
      where: { slug: { in: ['one', 'two'] } },
      orderBy: { slug: 'asc' },
    });
    expect(after.map(({ address, nameRu }) => [address, nameRu])).toEqual([
      ['г. Астана, ул. Мира, 1', 'Первый (ru)'],
      ['г. Астана, ул. Мира, 1', 'Поправлено рукой'],
    ]);
  });

  it('keeps a body upon which something was built, and says so', async () => {
    const id = await bring([HEAD, row('used', 'Занятый'), row('free', 'Свободный')].join('\n'));
    await apply(id);
    const { id: bodyId } = await world.db.prisma.body.findUniqueOrThrow({ where: { slug: 'used' } });
    await must(fileAppeal(world, cast.ngo, { ...anAppeal(cast), bodyId }));
    expect(await undo(id)).toBe(1);
    expect(await linesOf(id)).toMatchObject([{ state: 'kept', problems: ['used'] }, { state: 'undone' }]);
    expect(await world.db.prisma.body.count({ where: { slug: { in: ['used', 'free'] } } })).toBe(1);
  });

  it('never makes a circle, nor stands below a closed body', async () => {
    await apply(
      await bring([HEAD, row('top', 'Верх'), row('below', 'Низ', 'top'), row('shut', 'Закрытый')].join('\n')),
    );
    await world.db.prisma.body.update({ where: { slug: 'shut' }, data: { closedAt: new Date(world.now()) } });
    const id = await bring([HEAD, row('top', 'Верх', 'below'), row('under', 'Под закрытым', 'shut')].join('\n'));
    expect((await linesOf(id)).map(({ problems }) => problems)).toEqual([
      ['superior:circle'],
      ['superior:closed_superior'],
    ]);
  });
});

describe('a table of organisations', () => {
  it('is read in the old code page and with commas too; a wrong number is refused', async () => {
    const head = columnsOf('organisations').join(',');
    const digit = controlDigit('96124000011') ?? 0;
    const [bin, wrong] = [digit, (digit + 1) % 10].map((last) => `96124000011${last}`);
    const text = `${head}\n${bin},"ОО ""Арай""","г. Алматы, ул. Абая, 5",KZ-75,social health\n${wrong},ОО Иной,"г. Алматы, ул. Абая, 5",,\n`;
    const old = Buffer.from(
      [...text].map((sign) => {
        const code = sign.codePointAt(0) ?? 0;
        return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
      }),
    );
    const { id } = await must(
      bringTable(world, cast.administrator, { kind: 'organisations' }, { name: 'ngo.csv', bytes: old }),
    );
    const [first, second] = await linesOf(id);
    expect([first?.state, second?.state]).toEqual(['new', 'refused']);
    expect(second?.problems).toEqual(['bin:bad_bin']);
    expect(first?.changes).toContainEqual({ column: 'address', before: null, after: 'г. Алматы, ул. Абая, 5' });
  });
});

describe('a file that is no table', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['other columns', Buffer.from('a;b\n1;2\n')],
    ['no rows', Buffer.from(`${HEAD}\n`)],
    ['a quotation without its end', Buffer.from(`${HEAD}\n"${'x'.repeat(30_000)}`)],
    ['bytes', Buffer.from([0, 1, 2, 3])],
    ['too many rows', Buffer.from(`${HEAD}\n${`${row('x', 'Имя')}\n`.repeat(MOST_ROWS + 1)}`)],
  ])('is refused with what to do: %s', async (_what, bytes) => {
    expect(await codeOf(bringTable(world, cast.administrator, { kind: 'bodies' }, { name: 'x.csv', bytes }))).toBe(
      'import_unreadable',
    );
  });

  it('is bounded in time, whatever it holds', () => {
    const began = performance.now();
    csvTable(Buffer.from(`${';'.repeat(1_000_000)}\n${'"'.repeat(1_000_000)}`), MOST_ROWS);
    csvTable(Buffer.from(`a\n${'"a"'.repeat(500_000)}`), MOST_ROWS);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('the pages', () => {
  it('show, apply and take back, in three languages, for administrators alone', async () => {
    const admin = await signedInOn(site, cast.administrator);
    const data = new FormData();
    data.append('kind', 'bodies');
    data.append('file', new File([`\uFEFF${HEAD}\n${row('paged', 'Страничный')}\n`], 'органы.csv'));
    const brought = await admin.post('/ru/admin/imports', data);
    expect(brought.status).toBe(303);
    const address = brought.headers.get('location') ?? '';
    for (const [lang, word] of [
      ['kk', 'Не болады'],
      ['ru', 'Что произойдёт'],
      ['en', 'What would happen'],
    ] as const)
      expect(words(await (await admin.get(address.replace('/ru/', `/${lang}/`))).text())).toContain(word);
    const begun = await admin.post(address, { intent: 'apply' });
    const watched = begun.headers.get('location') ?? '';
    expect(watched).toBe(`${address}?watch`);
    const underWay = await (await admin.get(watched)).text();
    expect(underWay).toContain('http-equiv="refresh"');
    expect(words(underWay)).toContain('Обработано строк: 0 из 1');
    expect(await (await admin.get(address)).text()).not.toContain('http-equiv="refresh"');
    await goOn(world);
    const applied = await (await admin.get(watched)).text();
    expect(applied).not.toContain('http-equiv="refresh"');
    expect(words(applied)).toContain('Отменить внесение');
    expect(words(applied)).toContain(`Применение начато 2 февраля 2026 г., 10:00, ${cast.administrator.name}`);
    await admin.post(address, { intent: 'undo' });
    await goOn(world);
    expect(words(await (await admin.get('/ru/admin/imports')).text())).toContain('отменена');
    const template = await admin.get('/ru/admin/import-templates/organisations.csv');
    expect(await template.text()).toContain('bin;name;address;region;fields');
    expect((await (await signedInOn(site, cast.head)).get(address)).status).toBe(403);
  });
});
