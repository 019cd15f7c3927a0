// The least that could answer a page: node:http and pg, the same prepared queries, the same bytes. A process of its own; told what
// to do by one JSON message, says 'port' when it listens.
import { createServer } from 'node:http';
import pg from 'pg';

export type Plan = {
  url: string;
  pages: { path: string; queries: { text: string; values: unknown[] }[]; body: string }[];
};

process.once('message', (plan: Plan) => {
  const pool = new pg.Pool({ connectionString: plan.url, max: 10 });
  const pages = new Map(
    plan.pages.map((page, at) => [
      page.path,
      {
        ...page,
        bytes: Buffer.from(page.body),
        named: page.queries.map((query, i) => ({ ...query, name: `page${at}-${i}` })),
      },
    ]),
  );
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (!page) return void response.writeHead(404).end();
    void Promise.all(page.named.map((query) => pool.query(query))).then(() => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.bytes.length });
      response.end(page.bytes);
    });
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    process.send?.({ port: address && typeof address === 'object' ? address.port : 0 });
  });
});
