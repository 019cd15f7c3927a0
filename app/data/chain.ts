// The hash chain of a stream: each event's hash covers the event in canonical JSON (RFC 8785) and the hash before it, so
// an event edited, removed or put elsewhere no longer fits. Used by the ledger to write and by verify to check.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Event } from '../core/event';

/** What the first event of a stream points back to. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the canonical JSON of `event` and `prevHash`, in hex. */
export const hashOf = (event: Event, prevHash: string): string =>
  createHash('sha256')
    .update(canonicalize({ ...event, prevHash }) ?? '')
    .digest('hex');
