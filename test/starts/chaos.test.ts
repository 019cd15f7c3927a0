// A short drill (test/chaos; longer by `npm run chaos`): web, worker, Redis and PostgreSQL are killed at random and the network between them is cut
// while NGOs file and officials accept. Nothing acknowledged is lost or twice, every letter arrives, and the ledger is whole.
import { describe, expect, it } from 'vitest';
import { drill } from '../chaos/drill';
import { wrongIn } from '../chaos/wrong';
import { hasRedis } from '../help/redis';

describe.skipIf(!hasRedis)('killed and cut off at random (skipped where no redis-server is installed)', () => {
  it('loses nothing that was acknowledged, doubles nothing, and catches up', async () => {
    const outcome = await drill({ seed: 1, seconds: 14, ngos: 4, queue: 'redis' });
    expect(wrongIn(outcome)).toEqual([]);
    // What was done and nobody heard of was sent again: without the keys of forms it would be there twice.
    expect(outcome.swallowed).toBeGreaterThan(5);
    expect(outcome.troubles.length).toBeGreaterThan(8);
    expect(outcome.told.done.length).toBeGreaterThan(20);
    expect(outcome.proof.letters.written).toBeGreaterThan(20);
  });
});
