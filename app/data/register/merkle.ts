// The Merkle tree of RFC 9162 (section 2.1): SHA-256, leaves under 0x00 and nodes under 0x01, so that none can be taken for the other.
// Used to make a day of the register, to prove that something is in it, and to check either.
import { createHash } from 'node:crypto';

const sha256 = (...parts: readonly (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)];

export const leafHash = (bytes: Buffer | string): Buffer => sha256(LEAF, bytes);
const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** The level above: pairs, and the last one alone where they are odd. The same tree as splitting at the largest power of two. */
function above(level: readonly Buffer[]): Buffer[] {
  const next: Buffer[] = [];
  for (let i = 0; i < level.length; i += 2) {
    const [left, right] = [level[i], level[i + 1]];
    if (left) next.push(right ? nodeHash(left, right) : left);
  }
  return next;
}

/** The root over hashes of leaves, in their order; of none, the hash of nothing. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  let level = [...hashes];
  while (level.length > 1) level = above(level);
  return level[0] ?? sha256('');
}

/** What proves that the leaf at `index` is in the tree (2.1.3.1): the hashes beside its way up. Throws where there is no such leaf. */
export function pathOf(index: number, hashes: readonly Buffer[]): Buffer[] {
  if (index < 0 || index >= hashes.length) throw new Error(`no leaf ${index} among ${hashes.length}`);
  const path: Buffer[] = [];
  let [at, level] = [index, [...hashes]];
  while (level.length > 1) {
    const beside = level[at ^ 1];
    if (beside) path.push(beside);
    [at, level] = [at >> 1, above(level)];
  }
  return path;
}

/** The root that such a path leads to (2.1.3.2); null where the path does not fit `index` and `size`. */
export function rootFrom({ index, size, hash, path }: { index: number; size: number; hash: Buffer; path: readonly Buffer[] }): Buffer | null {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null;
  let [fn, sn, root] = [index, size - 1, hash];
  for (const beside of path) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHash(beside, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else root = nodeHash(root, beside);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? root : null;
}
