// Every address as every role and as nobody, on the running site: who may read what is written here by hand. A new address in the
// site map without its row fails the last test.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../app/core/day';
import { DEMO_PASSWORD } from '../../app/core/demo';
import { startClockedApp, type ClockedApp } from '../help/clocked-app';
import { signedIn, visitor, type Visitor } from '../help/visitor';

let app: ClockedApp;
afterAll(() => app.close());

const ROLES = [
  'nobody',
  'ngo',
  'otherNgo',
  'registrar',
  'executor',
  'head',
  'secretary',
  'member',
  'administrator',
] as const;
type Role = (typeof ROLES)[number];
const EMAILS: Record<Exclude<Role, 'nobody'>, string> = {
  ngo: 'ngo@demo.kenes.kz',
  otherNgo: 'ngo-ru@demo.kenes.kz',
  registrar: 'registrar@demo.kenes.kz',
  executor: 'executor@demo.kenes.kz',
  head: 'head@demo.kenes.kz',
  secretary: 'secretary@demo.kenes.kz',
  member: 'member@demo.kenes.kz',
  administrator: 'admin@demo.kenes.kz',
};
const people = new Map<Role, Visitor>();
const cases = { open: '', private: '' };
/** A round that the demo executor prepares. */
let prepared = '';
/** Rounds of the demonstration that everyone reads, a comment of one, and a comment on a round of the demo officials' own body. */
const rounds = { open: '', completed: '', comment: '', ours: '' };
const NOTHING = '01900000-0000-7000-8000-000000000000';
const meeting = { number: '' };
/** What the demo head contests of a public case. */
const contest = { number: '' };
/** A quarter in which the demo ministry has figures. */
let quarter = '';
/** A questionnaire that the demo secretary writes for her council. */
let draft = '';

beforeAll(async () => {
  app = await startClockedApp('2026-11-24', 'country');
  people.set('nobody', visitor(app.url));
  for (const [role, email] of Object.entries(EMAILS))
    people.set(role as Role, await signedIn(app.url, { email, password: DEMO_PASSWORD }));
  cases.open = await filed('public');
  cases.private = await filed('private');
  prepared = await begun();
  rounds.open = await firstIn('/ru/rounds?stage=open', /R-\d{4}-\d+/);
  rounds.completed = await firstIn('/ru/rounds?stage=follow_up', /R-\d{4}-\d+/);
  rounds.comment = await firstIn(`/ru/rounds/${rounds.completed}/comments?view=all`, /C-\d{4}-\d+/);
  const ministry = await firstIn('/ru/rounds?stage=open&body=social', /R-\d{4}-\d+/);
  rounds.ours = await firstIn(`/ru/rounds/${ministry}/comments?view=all`, /C-\d{4}-\d+/);
  [quarter = ''] = /\d{4}-Q[1-4]/.exec(await (await as('head').get('/ru/bodies/social/scores/own')).text()) ?? [];
  const called = await as('secretary').post('/ru/councils/social-council/desk', {
    ...{ day: '2099-01-05', time: '15:00', place: 'Астана', more: 'Жоспар туралы' },
  });
  const written = await as('secretary').post('/ru/councils/social-council/instruments', {
    ...{ from: 'guide:yearly', nameKk: 'Саябақтар туралы', nameRu: 'О парках', nameEn: 'About parks' },
  });
  const contested = await as('head').post(`/ru/appeals/${cases.open}/contest`, {
    claim: 'not_counted',
    reasonsKk: 'Бұл жолданым екі рет тіркелген, екіншісі артық.',
    reasonsRu: 'Обращение зарегистрировано дважды, второе лишнее.',
  });
  contest.number = /contests\/(K-[\d-]+)/.exec(contested.headers.get('location') ?? '')?.[1] ?? '';
  draft = /\/instruments\/([0-9a-f-]{36})/.exec(written.headers.get('location') ?? '')?.[1] ?? '';
  meeting.number = /meetings\/(M-[\d-]+)/.exec(called.headers.get('location') ?? '')?.[1] ?? '';
});

const as = (role: Role): Visitor => {
  const person = people.get(role);
  if (!person) throw new Error(`nobody plays ${role}`);
  return person;
};

/** A case filed by the demo NGO to the demo ministry through the page's own form. */
async function filed(visibility: string): Promise<string> {
  const page = await (await as('ngo').get('/en/appeals/new?kind=application&body=social')).text();
  const hidden = Object.fromEntries(
    [...page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1] ?? '',
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  const bodyId =
    /<option[^>]*value="([0-9a-f-]{36})"[^>]*selected|<option[^>]*selected[^>]*value="([0-9a-f-]{36})"/.exec(page);
  const organisationId = /name="organisationId"[\s\S]*?value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const answer = await as('ngo').post('/en/appeals/new?kind=application&body=social', {
    ...hidden,
    ...{ kind: 'application', bodyId: bodyId?.[1] ?? bodyId?.[2] ?? '', organisationId, visibility, language: 'ru' },
    looked: 'yes',
    subject: 'Пандус у входа в здание',
    text: 'Просим установить пандус у входа в здание и назвать срок работ.',
  });
  const number = /\/appeals\/(\d{4}-\d+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (!number)
    throw new Error(
      `the case was not filed: ${answer.status} ${(await answer.text()).replace(/<[^>]+>/g, ' ').slice(0, 2000)}`,
    );
  return number;
}

/** The first number of this form on a page that everyone reads. */
async function firstIn(path: string, form: RegExp): Promise<string> {
  const [number] = form.exec(await (await as('nobody').get(path)).text()) ?? [];
  if (!number) throw new Error(`nothing like ${form} on ${path}`);
  return number;
}

/** A round begun by the demo executor through the page's own form. */
async function begun(): Promise<string> {
  const page = await (await as('executor').get('/en/rounds/new')).text();
  const host = /<option[^>]*value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? '';
  const day = (ahead: number) => addDays(app.today(), ahead);
  const answer = await as('executor').post('/en/rounds/new', {
    ...{ host, kind: 'draft_act', topic: 'disability', opensDay: day(2), closesDay: day(40) },
    ...{ titleKk: 'Пандус қағидалары', titleRu: 'Правила о пандусах' },
  });
  const number = /\/rounds\/(R-\d{4}-\d+)\//.exec(answer.headers.get('location') ?? '')?.[1];
  if (!number) throw new Error(`the round was not begun: ${answer.status}`);
  return number;
}

/** open: read. entry: sent to sign in. closed: told it is not theirs. hidden: as if it were not there. */
type Access = 'open' | 'entry' | 'closed' | 'hidden';
const ACCESS: Record<Access, readonly number[]> = { open: [200], entry: [302, 303], closed: [403], hidden: [404] };
/** `barred`: roles that may read the case but not do this. */
type Row = {
  path: string;
  route: string;
  open: readonly Role[];
  barred?: readonly Role[];
  others: Access;
  nobody: Access;
};

const ALL = ROLES;
const SIGNED_IN = ROLES.filter((role) => role !== 'nobody');
const OFFICIALS: readonly Role[] = ['registrar', 'executor', 'head'];
const everyone = (path: string, route: string): Row => ({ path, route, open: ALL, others: 'open', nobody: 'open' });
const members = (path: string, route: string): Row => ({
  path,
  route,
  open: SIGNED_IN,
  others: 'open',
  nobody: 'entry',
});
const only = (path: string, route: string, open: readonly Role[]): Row => ({
  path,
  route,
  open,
  others: 'closed',
  nobody: 'entry',
});

/** Of a round in preparation: its host's own, to others as if it were not there. */
const own = (path: string, route: string): Row => ({
  ...{ path, route, open: ['executor', 'head'], others: 'hidden', nobody: 'entry' },
});
/** Not there for anybody yet. */
const unseen = (path: string, route: string): Row => ({ path, route, open: [], others: 'hidden', nobody: 'entry' });

const rows = (): Row[] => [
  everyone('/ru', 'home'),
  everyone('/ru/appeals', 'appeals/list'),
  everyone(`/ru/appeals/${cases.open}`, 'appeals/case'),
  {
    path: `/ru/appeals/${cases.private}`,
    route: 'appeals/case',
    open: ['ngo', ...OFFICIALS],
    others: 'hidden',
    nobody: 'hidden',
  },
  members('/ru/appeals/new', 'appeals/new'),
  {
    path: `/ru/appeals/${cases.open}/notices/${NOTHING}`,
    route: 'appeals/notice',
    open: [],
    others: 'hidden',
    nobody: 'hidden',
  },
  { path: `/ru/notices/${NOTHING}`, route: 'letters/opened', open: [], others: 'hidden', nobody: 'hidden' },
  only(`/ru/appeals/${cases.open}/accept`, 'appeals/act', ['registrar']),
  only(`/ru/appeals/${cases.open}/assign`, 'appeals/act', ['registrar', 'head']),
  only(`/ru/appeals/${cases.open}/redirect`, 'appeals/act', ['registrar', 'head']),
  only(`/ru/appeals/${cases.open}/extend`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/answer`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/terminate`, 'appeals/act', ['head']),
  only(`/ru/appeals/${cases.open}/withdraw`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/ask-cure`, 'appeals/act', OFFICIALS),
  only(`/ru/appeals/${cases.open}/cure`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/call-hearing`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/object`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/note-promises`, 'appeals/act', ['ngo', 'executor', 'head']),
  only(`/ru/appeals/${cases.open}/report-promise`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/judge-promise`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/set-external`, 'appeals/act', ['ngo', ...OFFICIALS]),
  only(`/ru/appeals/${cases.open}/set-publicity`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/set-hearing`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/record-hearing`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/decide-remarks`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/remark-protocol`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/ask-file`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/give-file`, 'appeals/act', OFFICIALS),
  only(`/ru/appeals/${cases.open}/report-execution`, 'appeals/act', ['executor', 'head']),
  only(`/ru/appeals/${cases.open}/judge-execution`, 'appeals/act', ['ngo']),
  only(`/ru/appeals/${cases.open}/redirect-part`, 'appeals/act', ['registrar', 'head']),
  only(`/ru/appeals/${cases.open}/give-errand`, 'appeals/act', OFFICIALS),
  only(`/ru/appeals/${cases.open}/answer-errand`, 'appeals/act', OFFICIALS),
  only(`/ru/appeals/${cases.open}/return`, 'appeals/act', ['registrar', 'head']),
  {
    path: `/ru/appeals/${cases.private}/answer`,
    route: 'appeals/act',
    open: ['executor', 'head'],
    barred: ['ngo', 'registrar'],
    others: 'hidden',
    nobody: 'entry',
  },
  {
    path: `/ru/appeals/${cases.open}/files/${NOTHING}`,
    route: 'appeals/download',
    open: [],
    others: 'hidden',
    nobody: 'hidden',
  },
  only(`/ru/appeals/${cases.open}/contest`, 'contests/make', OFFICIALS),
  everyone('/ru/contests', 'contests/list'),
  everyone(`/ru/contests/${contest.number}`, 'contests/contest'),
  members(`/ru/contests/${contest.number}/rule`, 'contests/act'),
  {
    path: `/ru/contests/${contest.number}/files/${NOTHING}`,
    route: 'contests/file',
    open: [],
    others: 'hidden',
    nobody: 'hidden',
  },
  everyone('/ru/scores/restatements', 'scores/restatements'),
  everyone('/ru/scores/restatements.atom', 'scores/restatements-atom'),
  everyone('/ru/scores/restatements/restatements.json', 'scores/restatements-file'),
  everyone('/ru/rounds', 'rounds/list'),
  everyone('/ru/rounds/calendar', 'rounds/calendar'),
  everyone('/robots.txt', 'sitemap/robots'),
  everyone('/sitemap.xml', 'sitemap/map'),
  everyone('/sitemaps/pages.xml', 'sitemap/part'),
  everyone('/ru/embed/bodies/social', 'embeds/body'),
  everyone(`/kk/embed/rounds/${rounds.open}`, 'embeds/round'),
  // Nobody is known there: one in preparation is not there, for its own host neither.
  { ...unseen(`/ru/embed/rounds/${prepared}`, 'embeds/round'), nobody: 'hidden' },
  everyone('/ru/news.atom?body=social', 'feeds/news'),
  everyone('/ru/duties.ics?topic=disability', 'feeds/duties'),
  everyone('/ru/rounds.ics', 'rounds/ics'),
  everyone('/ru/rounds.atom', 'rounds/atom'),
  { path: `/ru/rounds/${prepared}`, route: 'rounds/round', open: OFFICIALS, others: 'hidden', nobody: 'hidden' },
  unseen(`/ru/rounds/${prepared}/comment`, 'rounds/comment-new'),
  { ...unseen(`/ru/rounds/${prepared}/comments`, 'rounds/comments'), nobody: 'hidden' },
  { ...unseen(`/ru/rounds/${prepared}/reach`, 'rounds/reach'), nobody: 'hidden' },
  { ...unseen(`/ru/rounds/${prepared}/files/report.kk.pdf`, 'rounds/report'), nobody: 'hidden' },
  { ...unseen('/ru/comments/C-2020-000001', 'rounds/comment'), nobody: 'hidden' },
  everyone(`/ru/rounds/${rounds.open}`, 'rounds/round'),
  everyone(`/kk/rounds/${rounds.completed}`, 'rounds/round'),
  everyone(`/en/rounds/${rounds.completed}/comments`, 'rounds/comments'),
  everyone(`/en/rounds/${rounds.completed}/comments?view=clauses`, 'rounds/comments'),
  everyone(`/kk/rounds/${rounds.completed}/reach`, 'rounds/reach'),
  everyone(`/ru/rounds/${rounds.completed}/changes`, 'rounds/changes'),
  everyone(`/ru/rounds/${rounds.completed}/moderation`, 'rounds/moderation'),
  { ...unseen(`/ru/rounds/${prepared}/moderation`, 'rounds/moderation'), nobody: 'hidden' },
  only(`/ru/comments/${rounds.ours}/moderate`, 'rounds/comment-moderate', ['registrar', 'head']),
  { ...unseen(`/ru/rounds/${prepared}/changes`, 'rounds/changes'), open: OFFICIALS, nobody: 'hidden' },
  everyone(`/ru/rounds/${rounds.completed}/files/report.kk.pdf`, 'rounds/report'),
  everyone(`/ru/rounds/${rounds.completed}/dossier/kk.pdf`, 'rounds/dossier'),
  { ...unseen(`/ru/rounds/${prepared}/dossier/kk.pdf`, 'rounds/dossier'), nobody: 'hidden' },
  everyone(`/kk/comments/${rounds.comment}`, 'rounds/comment'),
  members(`/ru/rounds/${rounds.open}/comment`, 'rounds/comment-new'),
  { ...unseen(`/ru/rounds/${rounds.completed}/attachments/${NOTHING}`, 'rounds/round-file'), nobody: 'hidden' },
  { ...unseen(`/ru/comments/${rounds.comment}/files/${NOTHING}`, 'rounds/comment-file'), nobody: 'hidden' },
  { ...unseen('/ru/follow', 'rounds/follow'), others: 'entry' },
  everyone('/ru/unfollow/unknown', 'rounds/unfollow'),
  only('/ru/rounds/new', 'round-work/new', ['executor', 'head', 'secretary']),
  own(`/ru/rounds/${prepared}/prepare`, 'round-work/prepare'),
  own(`/ru/rounds/${prepared}/settings`, 'round-work/settings'),
  own(`/ru/rounds/${prepared}/documents`, 'round-work/documents'),
  own(`/ru/rounds/${prepared}/invitations`, 'round-work/invitations'),
  unseen(`/ru/rounds/${prepared}/work`, 'round-work/work'),
  unseen(`/ru/rounds/${prepared}/points/${NOTHING}`, 'round-work/point'),
  unseen(`/ru/rounds/${prepared}/acts/decide`, 'round-work/act'),
  unseen(`/ru/rounds/${prepared}/commitments/${NOTHING}`, 'round-work/commitment'),
  unseen('/ru/rounds/R-2020-000001/acts', 'round-work/acts'),
  everyone('/ru/public-register', 'register/register'),
  everyone(`/ru/appeals/${cases.open}/dossier/kk.pdf`, 'appeals/dossier'),
  {
    path: `/ru/appeals/${cases.private}/dossier/ru.pdf`,
    route: 'appeals/dossier',
    open: ['ngo', ...OFFICIALS],
    others: 'hidden',
    nobody: 'hidden',
  },
  everyone('/ru/verify', 'verify/file'),
  members('/ru/account/data', 'accounts/own-data'),
  {
    path: `/ru/account/data/${NOTHING}/kenes.zip`,
    route: 'accounts/own-data-file',
    open: [],
    others: 'hidden',
    nobody: 'entry',
  },
  { path: '/ru/verify/nothing', route: 'verify/code', open: [], others: 'hidden', nobody: 'hidden' },
  { path: `/ru/receipts/${cases.open}`, route: 'register/receipts', open: ['ngo'], others: 'hidden', nobody: 'entry' },
  // A new case is signed at night: nobody has its receipt yet.
  unseen(`/ru/receipts/${cases.open}/1.json`, 'register/receipt-file'),
  everyone('/ru/maintenance', 'maintenance'),
  only('/ru/admin/queue', 'admin/queue', ['administrator']),
  only('/ru/admin/settings', 'admin/settings', ['administrator']),
  {
    path: `/ru/appeals/${cases.open}/letters/${NOTHING}`,
    route: 'appeals/original',
    open: [],
    others: 'hidden',
    nobody: 'hidden',
  },
  only('/ru/admin/second-factor', 'admin/second-factor', ['administrator']),
  only('/ru/desk/letters', 'desk/incoming', ['registrar', 'head', 'administrator']),
  only('/ru/admin/erasures', 'admin/erasures', ['administrator']),
  unseen(`/ru/admin/erasures/${NOTHING}`, 'admin/erasure'),
  everyone('/ru/search?q=пандус', 'search/search'),
  everyone(`/ru/search/similar/${cases.open}`, 'appeals/similar'),
  {
    path: `/ru/search/similar/${cases.private}`,
    route: 'appeals/similar',
    open: ['ngo', ...OFFICIALS],
    others: 'hidden',
    nobody: 'hidden',
  },
  members('/ru/today', 'appeals/today'),
  members('/ru/drafts', 'appeals/drafts'),
  { path: '/ru/uploads', route: 'files/begin', open: [], others: 'hidden', nobody: 'hidden' },
  { path: `/ru/uploads/${NOTHING}`, route: 'files/continue', open: [], others: 'hidden', nobody: 'hidden' },
  members('/ru/report', 'accounts/activity'),
  members('/ru/report/report.csv', 'accounts/activity-file'),
  { path: '/ru/drafts/save', route: 'appeals/draft-save', open: [], others: 'hidden', nobody: 'hidden' },
  only('/ru/desk', 'desk/desk', OFFICIALS),
  only('/ru/desk/office', 'desk/office', OFFICIALS),
  only('/ru/desk/similar', 'desk/similar', OFFICIALS),
  only('/ru/desk/together?act=accept', 'desk/together', OFFICIALS),
  only('/ru/desk/templates', 'desk/templates', OFFICIALS),
  only('/ru/desk/templates/new', 'desk/template', ['executor', 'head']),
  everyone('/ru/bodies', 'bodies/tree'),
  everyone('/ru/bodies/social', 'bodies/body'),
  everyone('/ru/bodies/social/moderation', 'bodies/moderation'),
  everyone('/ru/bodies/social/past', 'bodies/past'),
  everyone('/ru/scores', 'scores/overview'),
  everyone('/ru/scores/audits', 'scores/audits'),
  { ...unseen('/ru/scores/audits/1999-Q1', 'scores/audit'), nobody: 'hidden' },
  { ...unseen('/ru/scores/audits/1999-Q1/next', 'scores/audit-case'), barred: ['ngo', 'otherNgo', ...OFFICIALS] },
  everyone('/ru/open', 'scores/open-data'),
  everyone('/ru/security', 'security'),
  everyone('/ru/scores/compare?body=social&body=ecology', 'scores/compare'),
  everyone('/ru/bodies/social/scores', 'scores/body'),
  everyone('/ru/bodies/social/scores/badge.svg', 'scores/badge'),
  { ...unseen('/ru/bodies/social/scores/cases', 'scores/cases'), nobody: 'hidden' },
  { ...unseen('/ru/bodies/social/scores/files/shares.1999-Q1.csv', 'scores/body-file'), nobody: 'hidden' },
  { ...unseen('/ru/bodies/social/scores/cases/all.1999-Q1.csv', 'scores/cases-file'), nobody: 'hidden' },
  only('/ru/bodies/social/scores/own', 'scores/own', OFFICIALS),
  only(`/ru/bodies/social/scores/own/cases?period=${quarter}&of=all`, 'scores/own-cases', OFFICIALS),
  { ...unseen('/ru/scores/files/league.1999-Q1.csv', 'scores/file'), nobody: 'hidden' },
  everyone('/ru/councils', 'councils/list'),
  everyone('/ru/councils/social-council', 'councils/council'),
  only('/ru/councils/social-council/desk', 'councils/desk', ['secretary', 'member']),
  everyone(`/ru/councils/social-council/meetings/${meeting.number}`, 'councils/meeting'),
  everyone('/ru/guide', 'guide/contents'),
  everyone('/ru/guide/calendar/2026', 'guide/calendar'),
  everyone('/ru/guide/application', 'guide/procedure'),
  everyone('/ru/guide/rounds/draft_act', 'guide/round'),
  everyone('/ru/guide/surveys', 'guide/surveys'),
  everyone('/ru/guide/surveys/yearly', 'guide/survey'),
  only('/ru/councils/social-council/instruments', 'instruments/list', ['secretary', 'administrator']),
  only('/ru/admin/instruments', 'admin/instruments', ['administrator']),
  ...(
    [
      ['', 'draft'],
      ['/settings', 'settings'],
      ['/pages/situations', 'page'],
      ['/items/trust', 'item'],
      ['/scales/trust', 'scale'],
      ['/preview?lang=kk&direction=body_to_ngo', 'preview'],
      ['/file', 'file'],
    ] as const
  ).map(([below, file]) =>
    only(`/ru/instruments/${draft}${below}`, `instruments/${file}`, ['secretary', 'administrator']),
  ),
  everyone('/ru/calculator', 'guide/calculator'),
  everyone('/api/v1/term?kind=application&received=2026-03-21T11:20', 'api/api'),
  everyone('/ru/api', 'api/page'),
  everyone('/ru/api/problems/not_found', 'api/problem-page'),
  everyone('/ru/link/unknown', 'accounts/link'),
  everyone('/ru/address/unknown', 'accounts/address'),
  everyone('/ru/invitation/unknown', 'accounts/invitation'),
  members('/ru/account', 'accounts/account'),
  members('/ru/account/signing-in', 'accounts/signing-in'),
  members('/ru/account/keys', 'accounts/keys'),
  members('/ru/account/webhooks', 'webhooks/list'),
  unseen(`/ru/account/webhooks/${NOTHING}`, 'webhooks/webhook'),
  // By the secret in its address, whoever asks: test/pages/duties.test.ts.
  { path: '/ru/duties/unknown.ics', route: 'accounts/duties-ics', open: [], others: 'hidden', nobody: 'hidden' },
  members('/ru/inbox', 'inbox/list'),
  members('/ru/inbox/settings', 'inbox/settings'),
  everyone('/ru/inbox/stop/unknown', 'inbox/stop'),
  everyone('/ru/letters', 'letters/letterbox'),
  {
    path: `/ru/letters/${NOTHING}`,
    route: 'letters/letter',
    open: [],
    others: 'hidden',
    nobody: 'entry',
  },
  only('/ru/admin', 'admin/operations', ['administrator']),
  everyone('/ru/reminders', 'reminders/coverage'),
  everyone('/ru/reminders/files/coverage.csv', 'reminders/coverage-file'),
  only('/ru/admin/corrections', 'admin/corrections', ['administrator']),
  {
    path: `/ru/admin/corrections/${NOTHING}`,
    route: 'admin/correction',
    open: [],
    barred: SIGNED_IN.filter((role) => role !== 'administrator'),
    others: 'hidden',
    nobody: 'entry',
  },
  only('/ru/admin/imports', 'admin/imports', ['administrator']),
  only('/ru/admin/import-templates/bodies.csv', 'admin/import-template', ['administrator']),
  {
    path: `/ru/admin/imports/${NOTHING}`,
    route: 'admin/import',
    open: [],
    barred: SIGNED_IN.filter((role) => role !== 'administrator'),
    others: 'hidden',
    nobody: 'entry',
  },
  only('/ru/admin/bodies', 'admin/bodies', ['administrator']),
  only('/ru/admin/bodies/new', 'admin/body-new', ['administrator']),
  only('/ru/admin/bodies/social', 'admin/body', ['administrator']),
  everyone('/ru/trust', 'trust/overview'),
  everyone('/kk/trust/method', 'trust/method'),
  { ...unseen('/ru/trust/waves/W-2020-000001', 'trust/wave'), nobody: 'hidden' },
  { ...unseen('/ru/trust/waves/W-2020-000001/receipt', 'trust/receipt'), nobody: 'hidden' },
  { ...unseen('/ru/trust/waves/W-2020-000001/tables.csv', 'trust/tables'), nobody: 'hidden' },
  everyone('/ru/bodies/social/trust', 'trust/body'),
  only('/ru/bodies/social/trust/own', 'trust/body-own', OFFICIALS),
  members('/ru/trust/rights', 'trust/rights'),
  only('/ru/trust/waves/new', 'trust/wave-new', ['administrator']),
  only('/ru/trust/waves/new?council=social-council', 'trust/wave-new', ['secretary']),
  unseen('/ru/trust/waves/W-2026-999999/cancel', 'trust/wave-cancel'),
  { path: `/ru/trust/take/${NOTHING}`, route: 'trust/take', open: [], others: 'hidden', nobody: 'entry' },
  { path: `/ru/trust/answer/${NOTHING}`, route: 'trust/answer', open: [], others: 'hidden', nobody: 'hidden' },
  only('/ru/admin/councils', 'admin/councils', ['administrator']),
  only('/ru/admin/councils/new', 'admin/council-new', ['administrator']),
  only('/ru/admin/councils/social-council', 'admin/council', ['administrator']),
  { path: '/ru/nothing-here', route: 'not-found', open: [], others: 'hidden', nobody: 'hidden' },
];
/** Pages that make no sense for whoever is signed in may send them on: walked as nobody only. */
const FOR_NOBODY = [
  ['/ru/sign-in', 'accounts/sign-in'],
  ['/ru/sign-in/link', 'accounts/ask-link'],
  ['/ru/sign-in/form?to=/ru/today', 'accounts/interrupted'],
  ['/ru/sign-in/code', 'accounts/code'],
  ['/ru/register', 'accounts/register'],
] as const;

const accessOf = (row: Row, role: Role): Access => {
  if (row.open.includes(role)) return 'open';
  if (row.barred?.includes(role)) return 'closed';
  return role === 'nobody' ? row.nobody : row.others;
};

describe('every address, by who asks', () => {
  it.each(ROLES)('as %s', async (role) => {
    const wrong: string[] = [];
    for (const row of rows()) {
      const expected = accessOf(row, role);
      const { status } = await as(role).get(row.path);
      // A dead link is a page that says so.
      const good = ACCESS[expected].includes(status) || (/unknown$/.test(row.path) && [404, 410].includes(status));
      if (!good) wrong.push(`${row.path}: ${status}, expected ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(FOR_NOBODY)('%s is open to nobody in particular', async (path) => {
    expect((await as('nobody').get(path)).status).toBe(200);
  });

  it('signing out ends the session at once, and only by a form', async () => {
    const person = await signedIn(app.url, { email: EMAILS.ngo, password: DEMO_PASSWORD });
    expect((await person.get('/ru/today')).status).toBe(200);
    await person.post('/ru/sign-out', {});
    expect(ACCESS.entry).toContain((await person.get('/ru/today')).status);
  });

  it('a form sent from another site is refused', async () => {
    const answer = await fetch(`${app.url}/ru/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email: EMAILS.ngo, password: DEMO_PASSWORD }),
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('every address of the site map stands in this walk', () => {
    const map = [...readFileSync('app/routes.ts', 'utf8').matchAll(/(?:page|resource)\('[^']*', '([^']+)'\)/g)].map(
      (match) => match[1] ?? '',
    );
    const walked = new Set<string>([
      ...rows().map(({ route }) => route),
      ...FOR_NOBODY.map(([, route]) => route),
      'accounts/sign-out',
      // Take forms alone: test/journeys/trust.test.ts and signing-in.test.ts send them.
      'trust/sign',
      'accounts/passkey-enter',
      'accounts/passkey-make',
    ]);
    expect(map.length).toBeGreaterThan(20);
    expect(map.filter((route) => !walked.has(route))).toEqual([]);
  });
});
