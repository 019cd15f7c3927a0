// What is told of requests names no secret: links of letters, calendars and panels are left out of paths, and queries altogether.
import { describe, expect, it } from 'vitest';
import { vitalLines, webCounts } from '../../app/metrics';
import { faultTold } from '../../app/core/error-told';
import { pathTold } from '../../app/told';

describe('a path in the log', () => {
  it.each([
    ['/ru/appeals/2026-000001?token=abc', '/ru/appeals/2026-000001'],
    ['/ru/link/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE', '/ru/link/…'],
    ['/kk/duties/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE.ics', '/kk/duties/….ics'],
    ['/kk/trust/answer/01890000-0000-7000-8000-000000000001', '/kk/trust/answer/…'],
    ['/kk/unfollow/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE?scope=all', '/kk/unfollow/…'],
  ])('%s is told as %s', (url, said) => expect(pathTold(url)).toBe(said));
});

describe('a fault in the log', () => {
  it('names its kind, code and place, and nothing that was sent', () => {
    const fault = Object.assign(new TypeError('invalid input for type uuid: "Aigul 900101400123" at `a@b.kz`'), {
      code: '22P02',
    });
    expect(faultTold(fault)).toMatch(/^TypeError \(22P02\): invalid input for type uuid: … at …\n\s+at /);
    expect(faultTold('a@b.kz')).toBe('string');
  });
});

describe('the figures', () => {
  it('count answers by class, and put each under every bound that it kept', () => {
    const counts = webCounts();
    counts.answered(200, 0.02);
    counts.answered(204, 3);
    counts.answered(503, 0.001);
    const lines = counts.lines();
    expect(lines).toContain('kenes_http_answers_total{status="2xx"} 2');
    expect(lines).toContain('kenes_http_answers_total{status="5xx"} 1');
    expect(lines).toContain('kenes_http_answer_seconds_bucket{le="0.01"} 1');
    expect(lines).toContain('kenes_http_answer_seconds_bucket{le="0.025"} 2');
    expect(lines).toContain('kenes_http_answer_seconds_bucket{le="+Inf"} 3');
    expect(lines).toContain('kenes_http_answer_seconds_count 3');
  });

  it('are what Prometheus reads: every line a comment or a name, labels and a number; every family told once', () => {
    const job = { job: 'de"li\\ver', startedAt: 1_770_000_000_000, endedAt: null, failed: true };
    const lines = vitalLines({
      ...{
        letters: { waiting: 1, sending: 0, failed: 2 },
        letterLag: 0,
        webhooks: { due: 3, lag: 12 },
        unsignedDays: 0,
        withheldScores: 0,
        jobs: [job],
      },
      ...{ reminders: { unwritten: 0, lag: 0, kept: 3, due: 3 }, obligations: { open: 5, overdue: 1, unrecorded: 0 } },
    });
    for (const line of lines)
      expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"\\]*"\})? -?\d+(\.\d+)?)$/);
    const families = lines.filter((line) => line.startsWith('# TYPE'));
    expect(new Set(families).size).toBe(families.length);
    expect(lines).toContain('kenes_job_failed{job="de_li_ver"} 1');
  });
});
