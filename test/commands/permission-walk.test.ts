// Every command as every role and as nobody: who may is written here once more, by hand, and held against the permission table
// through the commands themselves. A new command without its row fails the last test.
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { changePassword } from '../../app/commands/accounts/change-password';
import { editAccount } from '../../app/commands/accounts/edit-account';
import { endMembership } from '../../app/commands/accounts/end-membership';
import { inviteColleague } from '../../app/commands/accounts/invite-colleague';
import { inviteOfficial } from '../../app/commands/accounts/invite-official';
import { revokeSession } from '../../app/commands/accounts/revoke-session';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { decideExtension } from '../../app/commands/appeals/decide-extension';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { terminateAppeal } from '../../app/commands/appeals/terminate';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { addBody } from '../../app/commands/bodies/add-body';
import { closeBody } from '../../app/commands/bodies/close-body';
import { editBody } from '../../app/commands/bodies/edit-body';
import { uploadFile } from '../../app/commands/files/upload';
import { resendLetter } from '../../app/commands/letters/resend';
import { resendFailedLetters } from '../../app/commands/letters/resend-failed';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const { world } = testWorld();
let cast: Cast;
let appealId: string;
let withdrawnId: string;
beforeAll(async () => {
  cast = await castInto(world);
  const file = async () => {
    const filed = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), visibility: 'private' });
    if (!filed.ok) throw new Error('the case could not be filed');
    return filed.value.id;
  };
  appealId = await file();
  withdrawnId = await file();
});

type Who =
  | 'nobody'
  | 'ngo'
  | 'stranger'
  | 'citizen'
  | 'registrar'
  | 'executor'
  | 'head'
  | 'committeeRegistrar'
  | 'administrator';
const EVERYONE: readonly Who[] = [
  'nobody',
  'ngo',
  'stranger',
  'citizen',
  'registrar',
  'executor',
  'head',
  'committeeRegistrar',
  'administrator',
];
const SIGNED_IN = EVERYONE.filter((who) => who !== 'nobody');
const viewerOf = (who: Who): Viewer | null => (who === 'nobody' ? null : cast[who]);

type Row = { command: string; may: readonly Who[]; run: (viewer: Viewer | null) => Promise<Outcome<unknown>> };
/** Inputs are right in form and mostly wrong in substance, so that whoever may is refused for another reason and little changes. */
const nowhere = '01900000-0000-7000-8000-000000000000';
const ROWS: readonly Row[] = [
  {
    command: 'appeals/file',
    may: ['ngo'],
    run: (viewer) => fileAppeal(world, viewer, { ...anAppeal(cast), bodyId: nowhere }),
  },
  { command: 'appeals/accept', may: ['registrar'], run: (viewer) => acceptAppeal(world, viewer, { appealId }) },
  {
    command: 'appeals/assign',
    may: ['registrar', 'head'],
    run: (viewer) => assignAppeal(world, viewer, { appealId, officialId: nowhere }),
  },
  {
    command: 'appeals/redirect',
    may: ['registrar', 'head'],
    run: (viewer) =>
      redirectAppeal(world, viewer, { appealId, toBodyId: cast.ministry.id, reason: 'Не входит в нашу компетенцию.' }),
  },
  {
    command: 'appeals/propose-extension',
    may: ['executor', 'head'],
    run: (viewer) =>
      proposeExtension(world, viewer, { appealId, reason: 'Нужна экспертиза, она ещё идёт.', until: '2026-02-03' }),
  },
  {
    command: 'appeals/decide-extension',
    may: ['head'],
    run: (viewer) => decideExtension(world, viewer, { appealId, decision: 'approve' }),
  },
  {
    command: 'appeals/answer',
    may: ['executor', 'head'],
    run: (viewer) =>
      answerAppeal(world, viewer, { appealId, outcome: 'none', language: 'ru', text: 'Ответ по существу вопроса.' }),
  },
  {
    command: 'appeals/terminate',
    may: ['head'],
    run: (viewer) => terminateAppeal(world, viewer, { appealId, ground: 'none', text: 'Основание не предусмотрено.' }),
  },
  {
    command: 'appeals/withdraw',
    may: ['ngo'],
    run: (viewer) => withdrawAppeal(world, viewer, { appealId: withdrawnId, statement: 'Отзываем обращение.' }),
  },
  {
    command: 'appeals/judge',
    may: ['ngo'],
    run: (viewer) => judgeAnswer(world, viewer, { appealId, verdict: 'answers' }),
  },
  { command: 'bodies/add-body', may: ['administrator'], run: (viewer) => addBody(world, viewer, {}) },
  { command: 'bodies/edit-body', may: ['administrator'], run: (viewer) => editBody(world, viewer, {}) },
  {
    command: 'bodies/close-body',
    may: ['administrator'],
    run: (viewer) => closeBody(world, viewer, { bodyId: nowhere, step: 'close' }),
  },
  {
    command: 'letters/resend',
    may: ['administrator'],
    run: (viewer) => resendLetter(world, viewer, { letterId: nowhere }),
  },
  { command: 'letters/resend-failed', may: ['administrator'], run: (viewer) => resendFailedLetters(world, viewer) },
  { command: 'accounts/invite-official', may: ['administrator'], run: (viewer) => inviteOfficial(world, viewer, {}) },
  {
    command: 'accounts/invite-colleague',
    may: ['ngo'],
    run: (viewer) =>
      inviteColleague(world, viewer, { organisationId: cast.organisationId, email: cast.ngo.email, locale: 'kk' }),
  },
  {
    command: 'accounts/end-membership',
    may: SIGNED_IN,
    run: (viewer) => endMembership(world, viewer, { membershipId: nowhere }),
  },
  {
    command: 'accounts/revoke-session',
    may: SIGNED_IN,
    run: (viewer) => revokeSession(world, viewer, { sessionId: nowhere }, null),
  },
  { command: 'accounts/edit-account', may: SIGNED_IN, run: (viewer) => editAccount(world, viewer, {}) },
  { command: 'accounts/change-password', may: SIGNED_IN, run: (viewer) => changePassword(world, viewer, {}, null) },
  {
    command: 'files/upload',
    may: SIGNED_IN,
    run: (viewer) => uploadFile(world, viewer, { name: 'program.exe', bytes: bytes() }),
  },
];

async function* bytes() {
  yield Buffer.from('MZ');
}

/** Done by whoever has the token or nothing at all: sign-in, links, registration. */
const OPEN_TO_ALL = [
  'accounts/ask-link',
  'accounts/register',
  'accounts/sign-in',
  'accounts/sign-out',
  'accounts/take-invitation',
  'accounts/take-link',
];
const BY_TIME_OR_START = ['accounts/first-administrator', 'obligations/lapse', 'reminders/write'];
/** Parts of commands, called by commands that stand in this walk. */
const PARTS = ['appeals/act', 'appeals/filed-before'];
const BARRED = ['not_signed_in', 'not_allowed', 'not_found'];

describe.each(ROWS.map((row) => [row.command, row] as const))('%s', (_command, row) => {
  it.each(EVERYONE.filter((who) => !row.may.includes(who)))('is closed to %s', async (who) => {
    const outcome = await row.run(viewerOf(who));
    expect(outcome.ok).toBe(false);
    expect(BARRED, JSON.stringify(outcome)).toContain(outcome.ok ? 'done' : outcome.refusal.code);
  });

  it.each(row.may)('is open to %s', async (who) => {
    const outcome = await row.run(viewerOf(who));
    expect(outcome.ok ? 'done' : outcome.refusal.code).not.toMatch(/^(not_signed_in|not_allowed)$/);
  });
});

it('every command stands in this walk', () => {
  const commands = readdirSync('app/commands', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /export async function \w+\(\s*world/.test(readFileSync(`app/commands/${file}`, 'utf8')))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((command) => !PARTS.includes(command));
  const walked = [...ROWS.map(({ command }) => command), ...OPEN_TO_ALL, ...BY_TIME_OR_START];
  expect(commands.filter((command) => !walked.includes(command))).toEqual([]);
});
