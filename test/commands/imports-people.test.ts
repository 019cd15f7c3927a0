// People from a table: nobody gets a role without their own word; each is invited once, in their language, and what nobody took is withdrawn.
import { z } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeInvitation } from '../../app/commands/accounts/take-invitation';
import { applyTable } from '../../app/commands/imports/apply';
import { bringTable } from '../../app/commands/imports/bring';
import { goOn } from '../../app/commands/imports/go-on';
import { undoTable } from '../../app/commands/imports/undo';
import { columnsOf } from '../../app/core/imports/kinds';
import { importView } from '../../app/queries/imports';
import { invitationBehind } from '../../app/queries/links';
import { tidy } from '../../workers/tidy';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const BIN = '940140000385';
type Said = { role?: string; place?: string; post?: string; language?: string; lastDay?: string; name?: string };
const row = (email: string, { role = 'executor', place = 'ministry', ...rest }: Said = {}) => {
  const { post = role === 'representative' ? '' : 'Главный эксперт', language = 'kk', lastDay = '' } = rest;
  return [email, rest.name ?? 'Айгүл Серікова', language, role, place, post, lastDay].join(';');
};
const bring = async (...rows: string[]) => {
  const bytes = Buffer.from([columnsOf('people').join(';'), ...rows].join('\n'));
  return (await must(bringTable(world, cast.administrator, { kind: 'people' }, { name: 'люди.csv', bytes }))).id;
};
const linesOf = async (id: string) => (await importView(world, id, 0))?.lines ?? [];
const told = async (id: string) =>
  (await linesOf(id)).map(({ state, note, problems }) => [state, ...(note ? [note] : []), ...problems].join(' '));
const apply = async (importId: string) => {
  await must(applyTable(world, cast.administrator, { importId }));
  await goOn(world, undefined, { chunk: 2 });
};
const undo = async (importId: string) => {
  await must(undoTable(world, cast.administrator, { importId }));
  await goOn(world, undefined, { chunk: 2 });
};
const lettersTo = (...emails: string[]) =>
  world.db.prisma.letter.findMany({
    where: { letter: 'invitation', email: { in: emails } },
    orderBy: { email: 'asc' },
  });
const linkOf = async (email: string): Promise<string> => {
  const [letter] = await lettersTo(email);
  return z.object({ path: z.string() }).parse(letter?.data).path.replace('/invitation/', '');
};
const VISITOR = { agent: 'test', address: '127.0.0.1' };

describe('a table of people', () => {
  it('says of each row what it would do, and why not', async () => {
    await world.db.prisma.body.create({
      data: {
        ...{ id: world.newId(), slug: 'shut', level: 'central', address: 'Астана', workdayEnd: '18:30' },
        ...{ nameKk: 'Жабық', nameRu: 'Закрыт', nameEn: 'Shut' },
        ...{ createdAt: new Date(world.now()), closedAt: new Date(world.now()) },
      },
    });
    const closed = world.newId();
    const since = new Date(world.now());
    await world.db.prisma.person.create({
      data: { id: closed, email: 'gone@kenes.test', name: 'Ушёл', locale: 'ru', createdAt: since, closedAt: since },
    });
    const id = await bring(
      row('new@kenes.test'),
      row(cast.citizen.email, { role: 'registrar' }),
      row(cast.ngo.email, { role: 'representative', place: '9401 4000 0385' }),
      row('new@kenes.test', { name: 'Второй раз' }),
      row('new@kenes.test', { role: 'approver' }),
      row('a@kenes.test', { role: 'administrator' }),
      row('b@kenes.test', { place: 'nowhere' }),
      row('c@kenes.test', { place: 'shut' }),
      row('d@kenes.test', { place: BIN }),
      row('e@kenes.test', { role: 'representative', place: 'ministry' }),
      row('f@kenes.test', { role: 'representative', place: '000000000000' }),
      row('not an address'),
      row('g@kenes.test', { post: ' ' }),
      row('h@kenes.test', { lastDay: '2026-02-01' }),
      row('i@kenes.test', { language: 'de' }),
      row('gone@kenes.test'),
    );
    expect(await told(id)).toEqual([
      ...['new newcomer', 'new has_account', 'same holds', 'refused email:twice', 'new newcomer'],
      ...['refused role:bad_choice', 'refused place:no_body', 'refused place:closed_body'],
      ...['refused role:role_elsewhere', 'refused role:role_elsewhere', 'refused place:no_organisation'],
      ...[
        'refused email:bad_email',
        'refused post:required',
        'refused lastDay:past_day',
        'refused language:bad_choice',
      ],
      'refused email:account_closed',
    ]);
    expect(await lettersTo('new@kenes.test')).toEqual([]);
  });

  it('invites each by letter, in the language of their account or else of the table, and once', async () => {
    const one = { language: 'kk', lastDay: '2026-12-31' };
    const rows = [
      row('ina@kenes.test', one),
      row(cast.stranger.email, { role: 'registrar', language: 'en' }),
      row('org@kenes.test', { role: 'representative', place: BIN, language: 'ru' }),
    ];
    const id = await bring(...rows);
    const members = await world.db.prisma.membership.count();
    await apply(id);
    expect(await world.db.prisma.membership.count()).toBe(members);
    const letters = await lettersTo('ina@kenes.test', 'org@kenes.test', cast.stranger.email);
    expect(new Map(letters.map(({ email, locale, personId }) => [email, [locale, personId]]))).toEqual(
      new Map([
        ['ina@kenes.test', ['kk', null]],
        ['org@kenes.test', ['ru', null]],
        [cast.stranger.email, [cast.stranger.locale, cast.stranger.personId]],
      ]),
    );
    expect(letters[0]?.data).toMatchObject({ role: 'executor', inviter: cast.administrator.name });
    expect(await told(await bring(...rows))).toEqual(['same invited', 'same invited', 'same invited']);
    expect(await invitationBehind(world, await linkOf('ina@kenes.test'))).toMatchObject({
      ...{ role: 'executor', post: 'Главный эксперт', known: false, lastDay: '2026-12-31', name: 'Айгүл Серікова' },
      inviter: cast.administrator.name,
    });
    const token = await linkOf('ina@kenes.test');
    const { personId } = await must(
      takeInvitation(world, { token, name: 'Айгүл', locale: 'kk', password: '' }, VISITOR),
    );
    expect(await world.db.prisma.membership.findFirst({ where: { personId } })).toMatchObject({
      ...{ role: 'executor', bodyId: cast.ministry.id, post: 'Главный эксперт' },
      until: new Date('2026-12-31T19:00:00Z'),
    });
    expect((await told(await bring(...rows)))[0]).toBe('same holds');
  });

  it('is taken back: what nobody accepted works no more and is not sent, what was accepted stays', async () => {
    const id = await bring(row('yes@kenes.test'), row('no@kenes.test'), row('gone-out@kenes.test'));
    await apply(id);
    await must(
      takeInvitation(world, { token: await linkOf('yes@kenes.test'), name: 'Да', locale: 'ru', password: '' }, VISITOR),
    );
    const spent = await linkOf('no@kenes.test');
    await world.db.prisma.letter.updateMany({ where: { email: 'gone-out@kenes.test' }, data: { state: 'sent' } });
    const sent = await linkOf('gone-out@kenes.test');
    await undo(id);
    expect(await told(id)).toEqual(['kept newcomer taken', 'undone newcomer', 'undone newcomer']);
    expect(await invitationBehind(world, spent)).toBeNull();
    expect(await invitationBehind(world, sent)).toBeNull();
    expect(await lettersTo('no@kenes.test')).toEqual([]);
    expect(await lettersTo('gone-out@kenes.test')).toHaveLength(1);
    expect(await told(await bring(row('no@kenes.test')))).toEqual(['new newcomer']);
  });

  it('is not kept longer than its invitations: who brought it stays', async () => {
    const id = await bring(row('later@kenes.test'));
    await apply(id);
    at('2026-03-03');
    await tidy(world);
    expect(await linesOf(id)).toHaveLength(1);
    at('2026-03-05');
    await tidy(world);
    const view = await importView(world, id, 0);
    expect([view?.lines, view?.by, view?.step]).toEqual([[], cast.administrator.name, 'applied']);
  });
});
