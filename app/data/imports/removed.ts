// Removes an entry of a register that a table added, where nothing was built upon it.
import type { Kept } from '../../core/imports/table';
import type { Asking } from '../connect';

type Removing = {
  table: 'Body' | 'Organisation';
  id: string;
  /** Asks with the id what stands upon it without a foreign key that would say so. */
  used: string;
};

/** 'used' where something was built upon it. */
export async function removed(tx: Asking, { table, id, used }: Removing): Promise<Kept | null> {
  const { rows } = await tx.query<{ used: boolean }>({ text: used, values: [id] });
  if (rows[0]?.used) return 'used';
  // A foreign key that holds it says so by a fault, which only this row may feel.
  await tx.query({ text: 'SAVEPOINT one_row' });
  try {
    await tx.query({ text: `DELETE FROM "${table}" WHERE id = $1::uuid`, values: [id] });
    await tx.query({ text: 'RELEASE SAVEPOINT one_row' });
    return null;
  } catch (error) {
    if (!isHeld(error)) throw error;
    await tx.query({ text: 'ROLLBACK TO SAVEPOINT one_row' });
    return 'used';
  }
}

/** 23503: a foreign key; 23001: one that restricts. */
const isHeld = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '23503' || error.code === '23001');
