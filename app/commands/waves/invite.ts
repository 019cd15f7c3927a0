// Those whom the facts make part of an open wave get a right to answer and the letter that says so, many at a time, and in the same
// statement: nobody has one without the other. Those who have not taken their right are reminded; nothing else of them is known.
import { addDays, dayOf } from '../../core/day';
import type { LetterOf } from '../../core/letter';
import type { Names } from '../../core/shape';
import { waveOf, type Wave } from '../../core/wave';
import { letterRow } from '../../data/ledger';
import { makePanels } from '../../data/panels';
import { asked, type Asked } from '../../data/population';
import { batch } from '../../data/write';
import type { World } from '../../world';

/** Rights reminded of in one statement. */
const AT_ONCE = 1_000;

/** Waves that take answers today. */
async function openWavesOf(world: World): Promise<Wave[]> {
  const today = dayOf(world.now());
  const rows = await world.db.prisma.wave.findMany({
    where: { phase: 'opened', closesDay: { gte: today } },
    select: { facts: true },
    orderBy: { opensDay: 'asc' },
  });
  return rows.map(waveOf);
}

/** Gives rights to all who are to be asked and have none. Gives how many it invited. */
export async function inviteAsked(world: World, signal?: AbortSignal): Promise<number> {
  let invited = 0;
  for (const wave of await openWavesOf(world)) {
    if (!wave.window) continue;
    const seal = await world.seals.read(wave.id);
    if (!seal) throw new Error(`the seal of wave ${wave.number} is not in the data folder: nobody can be invited`);
    const { occasion, window, bodyIds } = wave;
    const draw = {
      now: world.now(),
      waveId: wave.id,
      occasion,
      window,
      bodyIds,
      directions: wave.instrument.directions,
    };
    for await (const list of asked(world.db, draw)) {
      if (signal?.aborted) return invited;
      const sizes = new Map(
        list.map(({ bodyId, direction, size }) => [`${bodyId} ${direction}`, { bodyId, direction, invited: size }]),
      );
      await makePanels(world, { waveId: wave.id, seal, panels: [...sizes.values()] });
      invited += await giveRights(world, wave, list);
      world.wake('deliver');
    }
  }
  return invited;
}

async function giveRights(world: World, wave: Wave, list: readonly Asked[]): Promise<number> {
  const today = dayOf(world.now());
  const panels = await panelsOf(world, wave.id);
  const people = await peopleOf(
    world,
    list.map(({ personId }) => personId),
  );
  const write = batch();
  const rights = list.flatMap(({ bodyId, direction, personId, organisationId }) => {
    const panel = panels.get(`${bodyId} ${direction}`);
    const person = people.get(personId);
    return panel && person ? [{ id: world.newId(), panel, person, personId, organisationId }] : [];
  });
  write.insert({
    table: 'SurveyRight',
    rows: rights.map(({ id, panel, personId, organisationId }) => ({
      ...{ id, panelId: panel.id, personId, organisationId, invitedDay: today, reminded: 0, taken: false },
    })),
    onConflict: 'nothing',
  });
  write.insert({
    table: 'Letter',
    rows: rights.map(({ panel, person }) =>
      surveyLetter(world, { wave, panel, person, letter: 'survey_invitation', key: 'asked' }),
    ),
    onConflict: 'nothing',
  });
  const statement = write.statement();
  if (statement) await world.db.pool.query(statement);
  return rights.length;
}

type Panel = { id: string; direction: 'ngo_to_body' | 'body_to_ngo'; names: Names };
type Person = { id: string; email: string; locale: string };

async function panelsOf({ db }: World, waveId: string): Promise<Map<string, Panel>> {
  const { rows } = await db.pool.query<{
    id: string;
    bodyId: string;
    direction: Panel['direction'];
    nameKk: string;
    nameRu: string;
    nameEn: string;
  }>(
    `SELECT p.id, p."bodyId", p.direction, b."nameKk", b."nameRu", b."nameEn" FROM "Panel" p JOIN "Body" b ON b.id = p."bodyId" WHERE p."waveId" = $1`,
    [waveId],
  );
  return new Map(
    rows.map(({ id, bodyId, direction, nameKk, nameRu, nameEn }) => [
      `${bodyId} ${direction}`,
      { id, direction, names: { kk: nameKk, ru: nameRu, en: nameEn } },
    ]),
  );
}

async function peopleOf({ db }: World, ids: readonly string[]): Promise<Map<string, Person>> {
  const people = await db.prisma.person.findMany({
    where: { id: { in: [...new Set(ids)] }, closedAt: null },
    select: { id: true, email: true, locale: true },
  });
  return new Map(people.map((person) => [person.id, person]));
}

type SurveyLetter = {
  wave: Wave;
  panel: Panel;
  person: Person;
  letter: 'survey_invitation' | 'survey_reminder';
  key: string;
};

function surveyLetter(world: World, { wave, panel, person, letter, key }: SurveyLetter) {
  const data: LetterOf<'survey_invitation'>['data'] = {
    ...{ number: wave.number, titles: wave.title, body: panel.names, direction: panel.direction },
    ...{
      path: `/trust/take/${panel.id}`,
      closesDay: wave.closesDay,
      minutes: wave.instrument.minutes,
      edition: wave.edition,
    },
  };
  return letterRow(
    world,
    {
      ...{ key: `survey:${panel.id}:${key}:${person.id}`, letter, personId: person.id, email: person.email },
      ...{ locale: person.locale, data, stream: null },
    },
    world.now(),
  );
}

/** Reminds those whose right is still there, on the days that the guide plans. Gives how many letters it wrote. */
export async function remindAsked(world: World, signal?: AbortSignal): Promise<number> {
  const today = dayOf(world.now());
  let reminded = 0;
  for (const wave of await openWavesOf(world)) {
    const plan = world.guide.edition(wave.edition).surveys?.waves[wave.occasion].remind_after_days ?? [];
    const panels = new Map([...(await panelsOf(world, wave.id)).values()].map((panel) => [panel.id, panel]));
    for (const [n, after] of plan.entries())
      while (!signal?.aborted) {
        const rights = await world.db.prisma.surveyRight.findMany({
          where: { panel: { waveId: wave.id }, taken: false, reminded: n, invitedDay: { lte: addDays(today, -after) } },
          select: { id: true, panelId: true, personId: true },
          take: AT_ONCE,
        });
        if (rights.length === 0) break;
        const people = await peopleOf(
          world,
          rights.map(({ personId }) => personId),
        );
        const write = batch();
        write.update({
          table: 'SurveyRight',
          rows: rights.map(({ id }) => ({ id, reminded: n + 1 })),
          by: ['id'],
          types: { id: 'uuid', reminded: 'int' },
        });
        const letters = rights.flatMap(({ panelId, personId }) => {
          const [panel, person] = [panels.get(panelId), people.get(personId)];
          return panel && person
            ? [surveyLetter(world, { wave, panel, person, letter: 'survey_reminder', key: `reminder${n + 1}` })]
            : [];
        });
        write.insert({ table: 'Letter', rows: letters, onConflict: 'nothing' });
        const statement = write.statement();
        if (statement) await world.db.pool.query(statement);
        reminded += letters.length;
        world.wake('deliver');
      }
  }
  return reminded;
}
