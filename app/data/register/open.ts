// Reads the published register back, from a folder or from the web: bytes by name, and nothing else. Needs no database.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

export type Place = { read(name: string): Promise<Buffer> };

/** The register at a folder or at an address. `read` throws, saying the name, where a file is not there. */
export function placeAt(where: string): Place {
  const missing = (name: string, cause?: unknown) => new Error(`${name} is missing`, { cause });
  if (!/^https?:\/\//.test(where))
    return { read: (name) => readFile(path.join(where, name)).catch((error: unknown) => Promise.reject(missing(name, error))) };
  return {
    async read(name) {
      const answer = await fetch(`${where.replace(/\/$/, '')}/${name}`);
      if (!answer.ok) throw missing(name);
      return Buffer.from(await answer.arrayBuffer());
    },
  };
}
