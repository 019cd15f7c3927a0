// The tree of bodies: added, edited, closed by administrators, and always a tree.
import { beforeAll, describe, expect, it } from 'vitest';
import { addBody } from '../../app/commands/bodies/add-body';
import { closeBody } from '../../app/commands/bodies/close-body';
import { editBody } from '../../app/commands/bodies/edit-body';
import { bodyBySlug, bodyTree, flatten, wholeBodyTree } from '../../app/queries/bodies';
import { castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld('2026-03-02');
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'done' : outcome.refusal?.code);
const fieldsOf = (outcome: { ok: boolean; refusal?: { fields?: object } }) =>
  outcome.ok ? {} : outcome.refusal?.fields;

let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const aBody = (slug: string, parentId = '') => ({
  slug,
  parentId,
  nameKk: 'Сынақ департаменті',
  nameRu: 'Департамент испытаний',
  nameEn: 'Department of Trials',
  level: 'regional',
  region: 'KZ-75',
  address: 'Алматы, Абай 10',
  workdayEnd: '18:00',
});
async function added(slug: string, parentId = ''): Promise<string> {
  const outcome = await addBody(world, cast.administrator, aBody(slug, parentId));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.id;
}

describe('a body', () => {
  it('stands in the tree below its superior as soon as it is added', async () => {
    const id = await added('below', cast.ministry.id);
    const ministry = (await bodyTree(world, 'ru')).find((node) => node.id === cast.ministry.id);
    expect(ministry?.children.find((node) => node.id === id)).toMatchObject({
      slug: 'below',
      names: { kk: 'Сынақ департаменті' },
      closed: false,
    });
  });

  it('is kept by administrators only', async () => {
    for (const viewer of [null, cast.ngo, cast.head, cast.registrar]) {
      const code = viewer === null ? 'not_signed_in' : 'not_allowed';
      expect(codeOf(await addBody(world, viewer, aBody('nobody')))).toBe(code);
      expect(codeOf(await editBody(world, viewer, { ...aBody('x'), bodyId: cast.ministry.id }))).toBe(code);
      expect(codeOf(await closeBody(world, viewer, { bodyId: cast.ministry.id, step: 'close' }))).toBe(code);
    }
  });

  it('has a short address of its own that can be part of an address', async () => {
    await added('taken');
    expect(codeOf(await addBody(world, cast.administrator, aBody('taken')))).toBe('slug_taken');
    for (const slug of ['new', 'с-кириллицей', 'two words', '-x', 'a/b'])
      expect(fieldsOf(await addBody(world, cast.administrator, aBody(slug)))).toEqual({ slug: 'bad_value' });
  });

  it('has names in all three languages, an address and an hour at which its working day ends', async () => {
    const bare = { slug: 'bare', level: 'village', workdayEnd: '25:00' };
    expect(fieldsOf(await addBody(world, cast.administrator, bare))).toEqual({
      nameKk: 'required',
      nameRu: 'required',
      nameEn: 'required',
      address: 'required',
      level: 'bad_choice',
      workdayEnd: 'bad_value',
    });
  });

  it('stands below an open body that exists', async () => {
    expect(codeOf(await addBody(world, cast.administrator, aBody('lost', world.newId())))).toBe('not_found');
    const closed = await added('to-be-closed');
    await closeBody(world, cast.administrator, { bodyId: closed, step: 'close' });
    expect(codeOf(await addBody(world, cast.administrator, aBody('late', closed)))).toBe('body_closed');
  });

  it('never stands below itself, however far down', async () => {
    const top = await added('top');
    const middle = await added('middle', top);
    const bottom = await added('bottom', middle);
    for (const parentId of [top, middle, bottom])
      expect(codeOf(await editBody(world, cast.administrator, { ...aBody('top', parentId), bodyId: top }))).toBe(
        'tree_circle',
      );
    expect(codeOf(await editBody(world, cast.administrator, { ...aBody('bottom', top), bodyId: bottom }))).toBe('done');
  });

  it('stays in the tree when two bodies are moved below each other at the same moment', async () => {
    const [left, right] = [await added('left'), await added('right')];
    const outcomes = await Promise.all([
      editBody(world, cast.administrator, { ...aBody('left', right), bodyId: left }),
      editBody(world, cast.administrator, { ...aBody('right', left), bodyId: right }),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'tree_circle']);
    expect(flatten(await bodyTree(world, 'ru')).filter(({ id }) => id === left || id === right)).toHaveLength(2);
  });

  it('keeps its short address when everything else is corrected', async () => {
    const bodyId = await added('corrected');
    await editBody(world, cast.administrator, {
      ...aBody('other', cast.ministry.id),
      bodyId,
      nameKk: 'Түзетілген атау',
      workdayEnd: '17:00',
      region: '',
    });
    expect(await bodyBySlug(world, 'corrected')).toMatchObject({
      names: { kk: 'Түзетілген атау' },
      workdayEnd: '17:00',
      region: null,
      parentId: cast.ministry.id,
    });
    expect(await bodyBySlug(world, 'other')).toBeNull();
  });

  it('that is closed is not offered any more, and is again when it is reopened', async () => {
    const bodyId = await added('closing');
    const offered = async () => flatten(await bodyTree(world, 'ru')).some(({ id }) => id === bodyId);
    expect(codeOf(await closeBody(world, cast.administrator, { bodyId, step: 'close' }))).toBe('done');
    expect(await offered()).toBe(false);
    expect(flatten(await wholeBodyTree(world, 'ru')).find(({ id }) => id === bodyId)?.closed).toBe(true);
    expect(codeOf(await closeBody(world, cast.administrator, { bodyId, step: 'reopen' }))).toBe('done');
    expect(await offered()).toBe(true);
  });

  it('with open bodies below it is not closed', async () => {
    const above = await added('above');
    await added('under', above);
    expect(codeOf(await closeBody(world, cast.administrator, { bodyId: above, step: 'close' }))).toBe(
      'body_has_children',
    );
  });
});
