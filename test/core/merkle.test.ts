// The tree of RFC 9162, against the roots that certificate transparency's own tests publish, and its proofs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, pathOf, rootFrom, rootOf } from '../../app/data/register/merkle';

const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = INPUTS.map((input) => leafHash(Buffer.from(input, 'hex')));

describe('the tree', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))(
    'over the first %i published inputs has the published root',
    (size, root) => {
      expect(rootOf(leaves.slice(0, size)).toString('hex')).toBe(root);
    },
  );

  it('proves each leaf of a tree of any size, and proves it at no other place and in no other tree', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (size, which, other) => {
        const hashes = Array.from({ length: size }, (_, i) => leafHash(String(i)));
        const index = which % size;
        const [hash, path, root] = [hashes[index] ?? Buffer.of(), pathOf(index, hashes), rootOf(hashes)];
        expect(rootFrom({ index, size, hash, path })).toEqual(root);
        const elsewhere = other % size;
        if (elsewhere !== index) expect(rootFrom({ index: elsewhere, size, hash, path })).not.toEqual(root);
        expect(rootFrom({ index, size, hash: leafHash('forged'), path })).not.toEqual(root);
        expect(rootFrom({ index, size, hash, path: [...path, hash] })).toBeNull();
        if (path.length > 0) expect(rootFrom({ index, size, hash, path: path.slice(1) })).not.toEqual(root);
      }),
    );
  });

  it('has no path outside of it', () => {
    expect(() => pathOf(8, leaves)).toThrow();
    expect(rootFrom({ index: -1, size: 8, hash: Buffer.of(), path: [] })).toBeNull();
    expect(rootFrom({ index: 8, size: 8, hash: Buffer.of(), path: [] })).toBeNull();
  });
});
