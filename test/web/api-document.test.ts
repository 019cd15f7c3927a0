// The document of the API: clean by the linter that others check such documents with, and made of the table of operations alone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openapi } from '../../app/pages/api/openapi';
import { OPERATIONS } from '../../app/pages/api/operations';
import { LOCALES, textFor } from '../../app/text';

type Document = { paths: Record<string, Record<string, { operationId: string; summary: string }>> };
const document = (lang: (typeof LOCALES)[number]) => openapi(textFor(lang), 'https://kenes.example') as Document;

describe('the document of the API', () => {
  it('is clean by the recommended rules of the linter, without a network', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'kenes-openapi-'));
    const file = path.join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(document('en')));
    try {
      const told = execFileSync(
        process.execPath,
        ['node_modules/@redocly/cli/bin/cli.js', 'lint', file, '--extends', 'recommended', '--format', 'json'],
        {
          encoding: 'utf8',
          env: { ...process.env, REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' },
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      const { problems } = JSON.parse(told) as { problems: { ruleId: string; message: string }[] };
      expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each(LOCALES)('names every operation of the table once, in %s', (lang) => {
    const listed = Object.values(document(lang).paths).flatMap((methods) => Object.values(methods));
    expect(listed.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
    expect(new Set(listed.map(({ summary }) => summary)).size).toBe(listed.length);
  });
});
