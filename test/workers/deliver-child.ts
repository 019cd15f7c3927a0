// A worker in a process of its own that only delivers, to be killed in the middle: database, mail server, sender, now.
import path from 'node:path';
import { loadGuide } from '../../guide/load';
import { newId } from '../../app/compose';
import { connect } from '../../app/data/connect';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { diskSeals } from '../../app/data/seals';
import { openOutward } from '../../app/data/webhooks/outward';
import { smtpPost } from '../../app/mail/connect';
import { deliver } from '../../workers/deliver';

const [, , databaseUrl = '', smtpUrl = '', from = '', now = ''] = process.argv;
const silent = () => {};

void deliver(
  {
    db: connect({ url: databaseUrl, size: 6, onIdleError: silent }),
    guide: loadGuide(path.resolve('guide')),
    wake: silent,
    queue: null,
    post: smtpPost(smtpUrl, from),
    outward: openOutward({ loopback: false }),
    replies: null,
    files: diskFiles('/nonexistent'),
    seals: diskSeals('/nonexistent'),
    openData: '/nonexistent',
    limits: null,
    register: { folder: '/nonexistent', keys: diskKeyring('/nonexistent') },
    now: () => Number(now),
    newId,
    log: { info: silent, warn: silent, error: silent },
    origin: 'http://kenes.test',
    securityContact: null,
  },
  new AbortController().signal,
);
