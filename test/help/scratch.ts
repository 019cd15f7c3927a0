// The temporary folder of one run: whatever its tests and their processes write as temporary lies in it and is gone when the run ends.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Sets TMPDIR for this process and those that it begins. */
export function scratchForTheRun(): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'kenes-run-'));
  // PostgreSQL, which never runs as root, passes through it to its socket.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}
