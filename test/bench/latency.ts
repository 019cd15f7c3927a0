// How long answers take, asked one after another or several at once over connections that are kept open.
import { Agent, request } from 'node:http';
import { quantile } from './ground';

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  ms: number;
};
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

/** One request, answered to its last byte; redirects are not followed. */
export const ask = (url: string, agent: Agent, { body, ...options }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    request(url, { agent, ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
          ms: performance.now() - began,
        }),
      );
    })
      .on('error', reject)
      .end(body);
  });

export type Spread = { p50: number; p95: number };
export const spreadOf = (times: readonly number[]): Spread => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
});

/** Asks `times` times, `at` at once. Throws where an answer is not a page. */
export async function latencies(
  url: string,
  { times, at, headers = {} }: { times: number; at: number; headers?: Record<string, string> },
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: at });
  const found: number[] = [];
  let left = times;
  const work = async () => {
    while (left-- > 0) {
      const { status, ms } = await ask(url, agent, { headers });
      if (status !== 200) throw new Error(`${url}: ${status}`);
      found.push(ms);
    }
  };
  await Promise.all(Array.from({ length: at }, work));
  agent.destroy();
  return found;
}
