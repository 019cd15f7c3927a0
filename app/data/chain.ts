// The hash chain of a stream: each event's hash covers the event in canonical JSON (RFC 8785) and the hash before it, so an event edited,
// removed or put elsewhere no longer fits. Personal fields are covered by a commitment each, under a salt of its own, so that one can be
// erased together with its salt. Used by the ledger to write, by verify and the register to check, and by erasure.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { Event } from '../core/event';
import { personalFieldsOf, personalValue, withPersonal } from '../core/personal-fields';

/** What the first event of a stream points back to. */
export const GENESIS = '0'.repeat(64);

/** What is left where something was erased: salts of the fields that stand, commitments of those that are gone. In hex. */
export type Erased = { salts: Record<string, string>; commitments: Record<string, string> };
/** What opens an event's hash: the seed of its salts or, once something was erased, what is left. Neither: from before there were salts. */
export type Opening = { seed: string | null; erased: Erased | null };

const erasedShape = z.object({ salts: z.record(z.string(), z.string()), commitments: z.record(z.string(), z.string()) });

/** What the row of an event has to open its hash. */
export const openingOf = ({ seed, erased }: { seed: string | null; erased: unknown }): Opening => ({
  seed,
  erased: erased === null || erased === undefined ? null : erasedShape.parse(erased),
});

export const newSeed = (): string => randomBytes(32).toString('hex');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const saltOf = (seed: string, field: string): string =>
  createHmac('sha256', Buffer.from(seed, 'hex')).update(field).digest('hex');
/** The salt of a field that stands; undefined where it was erased, or there never was one. */
export const saltIn = ({ seed, erased }: Opening, field: string): string | undefined => (seed ? saltOf(seed, field) : erased?.salts[field]);
/** The salt has one length, so that no other salt and value read the same. */
export const commitmentOf = (salt: string, value: unknown): string => sha256(salt + (canonicalize(value) ?? ''));

/** SHA-256 over the canonical JSON of `event`, its personal fields as commitments, and `prevHash`; in hex. Throws where a salt is missing. */
export function hashOf(event: Event, prevHash: string, opening: Opening): string {
  if (!opening.seed && !opening.erased) return sha256(canonicalize({ ...event, prevHash }) ?? '');
  const commitments = personalFieldsOf(event).map((field): [string, unknown] => {
    const gone = opening.erased?.commitments[field];
    if (gone) return [field, { commitment: gone }];
    const salt = saltIn(opening, field);
    if (!salt) throw new Error(`no salt for ${field}`);
    return [field, { commitment: commitmentOf(salt, personalValue(event, field)) }];
  });
  return sha256(canonicalize({ ...withPersonal(event, new Map(commitments)), prevHash }) ?? '');
}
