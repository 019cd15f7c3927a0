// The environment: defaults that work alone, and combinations that can't work refused with a sentence each.
import { describe, expect, it } from 'vitest';
import { crossesNetwork } from '../../app/mail/connect';
import { readConfig } from '../../app/config';

describe('whom a weakness is told', () => {
  it('is an e-mail or an encrypted address, or nobody', () => {
    expect(readConfig({}).securityContact).toBeNull();
    for (const given of ['security@kenes.example', 'https://kenes.example/report'])
      expect(readConfig({ SECURITY_CONTACT: given }).securityContact).toBe(given);
    for (const wrong of ['http://kenes.example', 'javascript:alert(1)', 'nobody', 'a@b.kz\nContact: x'])
      expect(() => readConfig({ SECURITY_CONTACT: wrong })).toThrow(/SECURITY_CONTACT/);
  });
});

describe('who looks files through', () => {
  it('is named by an address of the network or of this machine, or is nobody', () => {
    expect(readConfig({}).scanner).toBeNull();
    for (const given of ['tcp://clamd.example.kz:3310', 'unix:///run/clamav/clamd.sock'])
      expect(readConfig({ CLAMD: given }).scanner).toBe(given);
    for (const wrong of [
      'clamd.example.kz:3310',
      'tcp://clamd.example.kz',
      'unix://run/clamd.sock',
      'http://localhost:3310',
    ])
      expect(() => readConfig({ CLAMD: wrong })).toThrow(/CLAMD/);
  });
});

describe('letters', () => {
  it.each([
    ['smtp://user:secret@mail.example.kz:587', true],
    ['smtp://127.0.0.1:2525', false],
    ['smtp://localhost', false],
    ['smtp://[::1]:25', false],
    ['smtps://mail.example.kz', false],
    ['smtp://relay.example.kz?ignoreTLS=true', false],
  ])('leave this machine encrypted: %s insists on STARTTLS: %s', (url, insists) => {
    expect(crossesNetwork(url)).toBe(insists);
  });
});

describe('the configuration', () => {
  it('needs nothing: embedded database, queue in it, letters kept, web and worker in one, demo country', () => {
    expect(readConfig({})).toMatchObject({
      databaseUrl: null,
      redisUrl: null,
      smtp: null,
      web: true,
      worker: true,
      port: null,
      seed: true,
    });
  });

  it('does not fill an outside database with a demo unless asked', () => {
    expect(readConfig({ DATABASE_URL: 'postgresql://localhost/kenes' }).seed).toBe(false);
    expect(readConfig({ DATABASE_URL: 'postgresql://localhost/kenes', SEED: 'demo' }).seed).toBe(true);
  });

  it('splits the roles', () => {
    const env = { DATABASE_URL: 'postgresql://localhost/kenes' };
    expect(readConfig({ ...env, ROLE: 'web' })).toMatchObject({ web: true, worker: false });
    expect(readConfig({ ...env, ROLE: 'worker' })).toMatchObject({ web: false, worker: true });
  });

  it.each([
    [{ ROLE: 'worker' }, /ROLE=worker needs DATABASE_URL/],
    [{ SMTP_URL: 'smtp://localhost', ORIGIN: 'http://localhost' }, /SMTP_URL needs MAIL_FROM/],
    [{ SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.kz' }, /SMTP_URL needs ORIGIN/],
    [{ MAIL_FROM: 'a@b.kz' }, /MAIL_FROM without SMTP_URL/],
    [{ REDIS_URL: 'redis://localhost' }, /REDIS_URL needs DATABASE_URL/],
    [{ FIRST_ADMIN: 'a@b.kz', SEED: 'demo' }, /exclude each other/],
    [{ INBOUND_PORT: '2525' }, /INBOUND_PORT needs REPLY_DOMAIN/],
    [{ REPLY_DOMAIN: 'reply.kenes.kz' }, /REPLY_DOMAIN without INBOUND_PORT needs ROLE/],
    [{ REPLY_DOMAIN: 'reply.kenes.kz', INBOUND_PORT: '2525' }, /REPLY_DOMAIN needs SMTP_URL/],
    [{ INBOUND_KEY_FILE: 'a.pem' }, /go together/],
    [{ REPLY_DOMAIN: 'kenes' }, /^REPLY_DOMAIN: /],
    [{ PORT: 'often' }, /^PORT: /],
    [{ ROLE: 'queen' }, /^ROLE: /],
    [{ ORIGIN: 'kenes' }, /^ORIGIN: /],
  ] as const)('%j is refused', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(sentence);
  });

  it('takes letters in where a worker is, and tells the web that they are', () => {
    const env = { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.kz', ORIGIN: 'http://localhost', INBOUND_PORT: '2525' };
    const split = { ...env, REPLY_DOMAIN: 'Reply.Kenes.KZ', DATABASE_URL: 'postgresql://localhost/kenes' };
    const server = { port: 2525, host: '127.0.0.1', tls: null };
    expect(readConfig({ ...split, ROLE: 'worker' }).replies).toEqual({ domain: 'reply.kenes.kz', server });
    expect(readConfig({ ...split, ROLE: 'web' }).replies).toEqual({ domain: 'reply.kenes.kz', server: null });
    expect(readConfig({}).replies).toBeNull();
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ DATABASE_URL: '', ROLE: '', PORT: '' })).toMatchObject({
      databaseUrl: null,
      web: true,
      port: null,
    });
  });
});
