// What the published open data say of themselves: read from the descriptor that lies beside them. Called by the page of open data.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const told = z.object({ kk: z.string(), ru: z.string(), en: z.string() });
const field = z.looseObject({ name: z.string(), type: z.string(), descriptions: told });
const shape = z.looseObject({
  created: z.iso.datetime(),
  resources: z.array(
    z.looseObject({
      ...{ name: z.string(), path: z.string(), format: z.string(), bytes: z.int(), hash: z.string(), descriptions: told },
      rows: z.int().optional(),
      schema: z.looseObject({ fields: z.array(field) }).optional(),
    }),
  ),
});
export type Package = z.infer<typeof shape>;

/** The descriptor of the newest dump; null while there is none. */
export async function publishedPackage(openData: string): Promise<Package | null> {
  try {
    return shape.parse(JSON.parse(await readFile(path.join(openData, 'latest', 'datapackage.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
