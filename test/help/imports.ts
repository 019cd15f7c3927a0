// Tables as an administrator brings them along, has them applied and taken back; the worker's part is done at once.
import { applyTable } from '../../app/commands/imports/apply';
import { bringTable } from '../../app/commands/imports/bring';
import { goOn } from '../../app/commands/imports/go-on';
import { undoTable } from '../../app/commands/imports/undo';
import { columnsOf, type ImportKind } from '../../app/core/imports/kinds';
import { importView } from '../../app/queries/imports';
import type { World } from '../../app/world';
import { must } from './rounds';
import type { Cast } from './world';

/** `cast` is asked when it is there. */
export function tablesOf(world: World, kind: ImportKind, cast: () => Pick<Cast, 'administrator'>) {
  const head = columnsOf(kind).join(';');
  const run = async (act: typeof applyTable | typeof undoTable, importId: string) => {
    await must(act(world, cast().administrator, { importId }));
    await goOn(world);
  };
  return {
    async bring(...rows: string[]): Promise<string> {
      const file = { name: 'таблица.csv', bytes: Buffer.from([head, ...rows].join('\n')) };
      return (await must(bringTable(world, cast().administrator, { kind }, file))).id;
    },
    apply: (id: string) => run(applyTable, id),
    undo: (id: string) => run(undoTable, id),
    /** Each row in words: its state, what is wrong, what it tells. */
    async lines(id: string, ...told: string[]): Promise<string[]> {
      const view = await importView(world, id, 0);
      return (view?.lines ?? []).map(({ state, problems, changes }) => {
        const said = changes.filter(({ column }) => told.includes(column));
        return [state, ...problems, ...said.map(({ column, after }) => `${column}=${after}`)].join(' ');
      });
    },
  };
}
