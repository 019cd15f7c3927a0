// Files that are open to programs of any site: the newest open data, and the public register. Called by the web; '/open' itself is a page.
import compression from 'compression';
import express from 'express';

export const openFolder = (folder: string, how: { index: string | false; maxAge: string }): express.Router =>
  express
    .Router()
    .use(compression())
    .use(
      express.static(folder, {
        ...{ redirect: false, ...how },
        setHeaders: (response: express.Response) => void response.setHeader('access-control-allow-origin', '*'),
      }),
    );
