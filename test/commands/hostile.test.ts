// Every command, whoever calls it, with hostile texts and things that are no text in every field of its own schema: a refusal or an act,
// never a fault. Read from the folder of commands: a new one is covered by being there.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fileAppeal } from '../../app/commands/appeals/file';
import { makeComment } from '../../app/commands/comments/make';
import { editAccount } from '../../app/commands/accounts/edit-account';
import type { Viewer } from '../../app/core/viewer';
import { HOSTILE_TEXTS, HOSTILE_VALUES, MEGABYTE, MIXED, polluted } from '../help/hostile';
import { must, roundHouse } from '../help/rounds';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const test = testWorld('2026-02-02');
const { world } = test;
const house = roundHouse(test, () => cast);
let cast: Cast;
let ids: Record<string, string> = {};
beforeAll(async () => {
  cast = await castInto(world);
  const { id: appealId } = await must(fileAppeal(world, cast.ngo, anAppeal(cast)));
  const roundId = await house.open();
  const commentId = await house.comment(roundId);
  const document = await world.db.prisma.document.findFirst({ select: { id: true } });
  const membership = await world.db.prisma.membership.findFirst({ where: { role: 'executor' }, select: { id: true } });
  ids = {
    ...{ appealId, originId: appealId, roundId, commentId, joinsId: commentId, documentId: document?.id ?? '' },
    ...{ bodyId: cast.ministry.id, toBodyId: cast.committee.id, organisationId: cast.organisationId },
    ...{ councilId: cast.council.id, officialId: cast.executor.personId, personId: cast.ngo.personId },
    ...{ membershipId: membership?.id ?? '' },
  };
});

type Command = (world: unknown, viewer: Viewer | null, raw: unknown, more?: unknown) => Promise<unknown>;
type Found = { name: string; run: Command; input: z.ZodType };

/** Commands that people call, by their files: an exported function that takes a world, a viewer and what was sent. */
async function commands(): Promise<Found[]> {
  const files = readdirSync('app/commands', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const found: Found[] = [];
  for (const file of files) {
    const source = readFileSync(`app/commands/${file}`, 'utf8');
    const names = [
      ...source.matchAll(
        /export (?:async function (\w+)|const (\w+) = (?:async )?)\(\s*world: World,\s*viewer: Viewer \| null,\s*raw: unknown/g,
      ),
    ];
    if (names.length === 0) continue;
    const module = (await import(path.resolve('app/commands', file))) as Record<string, unknown>;
    const schemas = Object.values(module).filter((one): one is z.ZodType => one instanceof z.ZodType);
    for (const name of names.map(([, one, other]) => one ?? other ?? ''))
      found.push({
        name: `${file.replace(/\.ts$/, '')} ${name}`,
        run: module[name] as Command,
        input: schemas[0] ?? z.object({}),
      });
  }
  return found;
}

type Shape = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
  properties?: Record<string, Shape>;
  items?: Shape;
  format?: string;
  minLength?: number;
  default?: unknown;
};
/** Something that fits a schema; ids are of things that are there. */
function fitting(shape: Shape, name: string): unknown {
  if (name in ids) return ids[name];
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [first] = shape.anyOf ?? shape.oneOf ?? shape.allOf ?? [];
  if (first) return fitting(first, name);
  if (shape.properties)
    return Object.fromEntries(Object.entries(shape.properties).map(([key, one]) => [key, fitting(one, key)]));
  if (shape.type === 'array') return [fitting(shape.items ?? {}, name.replace(/s$/, 'Id'))];
  if (shape.type === 'boolean') return true;
  if (shape.type === 'number' || shape.type === 'integer') return 1;
  if (shape.format === 'uuid') return '01900000-0000-7000-8000-000000000000';
  if (shape.format === 'email') return 'somebody@kenes.test';
  if (/day|until/i.test(name)) return '2026-03-10';
  if (/time|workdayEnd/i.test(name)) return '10:00';
  return 'Вполне обычные слова, которых довольно для любого поля.';
}
const fieldsOf = (input: z.ZodType): Record<string, unknown> => {
  const shape = z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Shape;
  const whole = fitting(shape, '');
  return typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>) : {};
};

describe('every command', () => {
  it('takes hostile texts and things that are no text in each field, from whoever calls it', async () => {
    const all = await commands();
    expect(all.length).toBeGreaterThan(60);
    const callers = [
      null,
      cast.ngo,
      cast.citizen,
      cast.registrar,
      cast.head,
      cast.secretary,
      cast.chair,
      cast.administrator,
    ];
    const wrong: string[] = [];
    const call = async ({ name, run }: Found, viewer: Viewer | null, raw: unknown, what: string) => {
      try {
        await run(world, viewer, raw, null);
      } catch (fault) {
        wrong.push(
          `${name} by ${viewer?.name ?? 'nobody'}, ${what}: ${fault instanceof Error ? (fault.stack ?? '').slice(0, 500) : String(fault)}`,
        );
      }
    };
    for (const command of all) {
      const fields = fieldsOf(command.input);
      for (const viewer of callers) {
        for (const whole of [undefined, null, 'text', 7, [], {}, HOSTILE_VALUES.at(-2)])
          await call(command, viewer, whole, 'as a whole');
        for (const field of Object.keys(fields)) {
          for (const hostile of [
            MIXED,
            HOSTILE_TEXTS.nul,
            HOSTILE_TEXTS.loneSurrogate,
            HOSTILE_TEXTS.huge,
            HOSTILE_TEXTS.uuid,
          ])
            await call(command, viewer, { ...fields, [field]: hostile }, `${hostile.slice(0, 20)} in ${field}`);
          for (const hostile of HOSTILE_VALUES)
            await call(command, viewer, { ...fields, [field]: hostile }, `${typeof hostile} in ${field}`);
        }
      }
      const [first] = Object.keys(fields);
      if (first)
        await call(
          command,
          cast.head,
          Object.fromEntries(Object.keys(fields).map((field) => [field, MEGABYTE])),
          'megabytes',
        );
    }
    expect(wrong.length, wrong.slice(0, 12).join('\n')).toBe(0);
    expect(polluted()).toBe(false);
  }, 600_000);
});

describe('what is taken', () => {
  const texts = Object.entries(HOSTILE_TEXTS).filter(([what]) => !['nul', 'loneSurrogate'].includes(what));
  it.each(texts)('comes back as it was sent: %s', async (_what, hostile) => {
    const said = `Обращение: ${hostile} конец обращения`;
    const filed = await must(
      fileAppeal(world, cast.ngo, { ...anAppeal(cast), text: said, subject: `Тема ${hostile} тема`.slice(0, 200) }),
    );
    expect((await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: filed.id } })).text).toBe(said);
    const made = await must(makeComment(world, cast.citizen, { roundId: ids.roundId, text: said, language: 'ru' }));
    expect((await world.db.prisma.comment.findUniqueOrThrow({ where: { id: made.id } })).text).toBe(said);
    if (hostile.length < 80) {
      const edited = await editAccount(world, cast.ngo, { name: `Имя ${hostile}`, address: hostile, locale: 'ru' });
      expect(edited.ok).toBe(true);
      expect((await world.db.prisma.person.findUniqueOrThrow({ where: { id: cast.ngo.personId } })).name).toBe(
        `Имя ${hostile}`.trim(),
      );
    }
  });

  it('loses of a text only what no database can keep', async () => {
    const filed = await must(
      fileAppeal(world, cast.ngo, { ...anAppeal(cast), text: 'Текст с нулём \0 и половиной \ud83d знака.' }),
    );
    const { text } = await world.db.prisma.appeal.findUniqueOrThrow({ where: { id: filed.id } });
    expect(text).toBe('Текст с нулём  и половиной \uFFFD знака.');
  });
});
