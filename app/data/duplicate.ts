// Did a write fail because someone else was first? For commands whose uniqueness only the database can promise.

/** Whether the error says that a row of `model` with the same unique key is already there. */
export function isDuplicate(error: unknown, model: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'P2002') return false;
  const meta = 'meta' in error ? error.meta : null;
  return typeof meta === 'object' && meta !== null && 'modelName' in meta && meta.modelName === model;
}
