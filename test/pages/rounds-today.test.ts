// Rounds on the day of an NGO: those that ask it now, what it said and by which day that is answered, promises that wait for its word.
// And the ways to open rounds from the landing page, a body's page and every page's navigation, with how many there are.
import { beforeAll, describe, expect, it } from 'vitest';
import { withdrawComment } from '../../app/commands/comments/withdraw';
import { follow } from '../../app/commands/follows/follow';
import { inviteToRound } from '../../app/commands/rounds/invite';
import { judgeCommitment } from '../../app/commands/rounds/judge-commitment';
import { makeCommitment } from '../../app/commands/rounds/make-commitment';
import { reportCommitment } from '../../app/commands/rounds/report-commitment';
import { addWorkingDays } from '../../app/core/calendar';
import { addDays, type Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { answersFor, awaitedWords, closingFor, waitingFor } from '../../app/queries/rounds-today';
import { SOON } from '../../app/queries/today';
import { LOCALES, textFor } from '../../app/text';
import { must, roundHouse } from '../help/rounds';
import { givePasswords, signedInOn, words } from '../help/page';
import { openSite } from '../help/site';
import { castInto, testWorld, type Cast } from '../help/world';

const town = testWorld('2026-03-02');
const { world, at, today } = town;
let cast: Cast;
const house = roundHouse(town, () => cast);
let site: Awaited<ReturnType<typeof openSite>>;
beforeAll(async () => {
  cast = await castInto(world);
  await givePasswords(world);
  site = await openSite(world, ['rounds/', 'accounts/', 'home', 'bodies/', 'appeals/today']);
});

const numberOf = async (roundId: string) => (await house.state(roundId)).number;
const asks = async (viewer: Viewer) =>
  (await closingFor(world, viewer, SOON, 'ru')).map(({ number, why, own }) => ({ number, why, own }));
const soonDay = () => addWorkingDays(world.guide.calendar, today(), SOON);
const pageOf = async (viewer: Viewer, address: string) => (await (await signedInOn(site, viewer)).get(address)).text();
/** A round of another field, to which nobody is invited any more. */
const elsewhere = async (more: Record<string, unknown> = {}) => {
  const roundId = await house.open({ topic: 'transport', ...more });
  await world.db.prisma.invitation.deleteMany({ where: { roundId } });
  return roundId;
};

describe('rounds that ask an NGO now', () => {
  it('are those it is invited to however far their last day, and those near their last day that concern it', async () => {
    at('2026-03-02');
    const invited = await numberOf(await house.open());
    const far = await elsewhere();
    const { closesDay } = (await house.state(far)).settings;
    expect(await asks(cast.ngo)).toEqual([{ number: invited, why: 'invited', own: 0 }]);
    expect(await asks(cast.stranger), 'of its field, and still far').toEqual([]);
    at(addWorkingDays(world.guide.calendar, closesDay, -SOON));
    const number = await numberOf(far);
    expect(soonDay()).toBe(closesDay);
    expect(await asks(cast.stranger), 'within the days that count as soon').toEqual([{ number, why: 'field', own: 0 }]);
    expect((await asks(cast.citizen)).map((one) => one.number)).not.toContain(number);
    await must(follow(world, cast.citizen, { what: 'round', value: number }));
    expect(await asks(cast.citizen)).toEqual([{ number, why: 'followed', own: 0 }]);
    await house.comment(far, {}, cast.citizen);
    expect(await asks(cast.citizen)).toEqual([{ number, why: 'followed', own: 1 }]);
    at(closesDay);
    expect(await asks(cast.citizen), 'on its last day').toHaveLength(1);
    at(addDays(closesDay, 1));
    expect(await asks(cast.citizen), 'after it').toEqual([]);
  });

  it('are none of a kind that takes nothing from NGOs', async () => {
    at('2026-05-04');
    const roundId = await house.open(
      { kind: 'council_recommendation', councilId: cast.council.id },
      {
        ...{ prepares: cast.secretary, opens: cast.chair },
      },
    );
    await must(inviteToRound(world, cast.secretary, { roundId, organisationIds: [cast.organisationId] }));
    const { number } = await house.state(roundId);
    expect((await asks(cast.ngo)).map((one) => one.number)).not.toContain(number);
  });
});

describe('what an NGO said', () => {
  it('waits with its due day, is answered, and then asks for its word on a promise until somebody of it has given it', async () => {
    at('2026-06-01');
    const roundId = await house.open();
    const commentId = await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
    const { number, dueDay } = await house.row(commentId);
    const waits = async () => (await waitingFor(world, cast.ngo, 'ru')).rows.find((one) => one.number === number);
    expect(await waits()).toMatchObject({ round: await numberOf(roundId), dueDay, open: true });
    expect((await waitingFor(world, cast.citizen, 'ru')).rows.map((one) => one.number)).not.toContain(number);
    await house.close(roundId);
    expect(await waits()).toMatchObject({ open: false });
    at(addDays(dueDay as Day, 7));
    expect((await waits())?.daysLeft).toBeLessThan(0);
    const late = words(await pageOf(cast.ngo, '/ru/today'));
    expect(late).toContain(textFor('ru').rounds.today.waiting.title);
    expect(late).toContain(textFor('ru').clocks.overdue(-((await waits())?.daysLeft ?? 0)));
    await house.answerAll(roundId);
    expect(await waits()).toBeUndefined();
    expect(await answersFor(world, cast.ngo, 'ru')).toMatchObject([{ number, late: true }]);

    await house.decide(roundId);
    const promise = {
      textKk: 'Тізім жарияланады.',
      textRu: 'Перечень будет опубликован.',
      dueDay: addDays(today(), 20),
    };
    await must(makeCommitment(world, cast.head, { roundId, pointId: '', ...promise }));
    await house.publish(roundId);
    const [commitment] = (await house.state(roundId)).commitments;
    if (!commitment) throw new Error('no commitment');
    expect(await awaitedWords(world, cast.ngo, 'kk'), 'not reported on yet').toEqual([]);
    const evidence = {
      evidenceKk: 'Тізім министрлік сайтында жарияланды.',
      evidenceRu: 'Перечень размещён на сайте министерства.',
    };
    await must(
      reportCommitment(world, cast.executor, { roundId, commitmentId: commitment.id, kept: 'kept', ...evidence }),
    );
    expect(await awaitedWords(world, cast.ngo, 'kk')).toMatchObject([
      { round: await numberOf(roundId), text: { text: 'Тізім жарияланады.', lang: 'kk' }, reportedDay: today() },
    ]);
    expect(await awaitedWords(world, cast.stranger, 'kk'), 'who did not take part').toEqual([]);
    const page = await pageOf(cast.ngo, '/kk/today');
    expect(words(page)).toContain(textFor('kk').rounds.today.promises.title);
    expect(page).toContain(`/kk/rounds/${await numberOf(roundId)}#commitment-${commitment.id}`);
    await must(judgeCommitment(world, cast.ngo, { roundId, commitmentId: commitment.id, verdict: 'not_kept' }));
    const colleague = { ...cast.ngo, personId: cast.citizen.personId };
    expect(await awaitedWords(world, cast.ngo, 'kk')).toEqual([]);
    expect(await awaitedWords(world, colleague, 'kk'), 'its colleague said it').toEqual([]);
  });

  it('is not on the page of somebody else, and what was taken back waits for nothing', async () => {
    at('2026-08-03');
    const waiting = async () => (await waitingFor(world, cast.ngo, 'ru')).total;
    const before = await waiting();
    const roundId = await house.open();
    const mine = await house.comment(roundId, { organisationId: cast.organisationId }, cast.ngo);
    await house.comment(roundId);
    expect(await waiting()).toBe(before + 1);
    await must(withdrawComment(world, cast.ngo, { commentId: mine }));
    expect(await waiting()).toBe(before);
  });
});

describe('open rounds', () => {
  it.each(LOCALES)('are one click from everywhere in %s, with how many there are', async (locale) => {
    at(({ kk: '2026-10-05', ru: '2026-11-09', en: '2026-12-14' } as const)[locale]);
    const t = textFor(locale);
    const none = await (await site.visitor().get(`/${locale}`)).text();
    expect(none).not.toContain(t.rounds.elsewhere.title);
    const [one, other] = [await house.open(), await elsewhere()];
    const landing = await (await site.visitor().get(`/${locale}`)).text();
    expect(landing).toContain(`/${locale}/rounds?stage=open"`);
    for (const roundId of [one, other]) expect(landing).toContain(`/${locale}/rounds/${await numberOf(roundId)}"`);
    const counted = `${t.frame.nav.rounds}2, ${t.frame.openRounds(2)}`;
    expect(words(landing)).toContain(counted);
    const body = await (await site.visitor().get(`/${locale}/bodies/ministry`)).text();
    expect(words(body)).toContain(t.rounds.openNow(2));
    expect(body).toContain(`/${locale}/rounds?body=ministry&amp;stage=open"`);
    expect(body).toContain(`/${locale}/rounds/${await numberOf(one)}"`);
    const committee = words(await (await site.visitor().get(`/${locale}/bodies/committee`)).text());
    expect(committee).toContain(t.rounds.elsewhere.noneOfBody);
    expect(words(await pageOf(cast.stranger, `/${locale}/today`))).toContain(counted);
  });
});
