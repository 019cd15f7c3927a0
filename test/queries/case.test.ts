// One case as different people may see it, on different days.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { callHearing } from '../../app/commands/appeals/call-hearing';
import { decideExtension } from '../../app/commands/appeals/decide-extension';
import { fileAppeal } from '../../app/commands/appeals/file';
import { judgeAnswer } from '../../app/commands/appeals/judge';
import { objectToDecision } from '../../app/commands/appeals/object';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { uploadFile } from '../../app/commands/files/upload';
import type { Outcome } from '../../app/core/refusal';
import type { Viewer } from '../../app/core/viewer';
import { attachmentOf } from '../../app/queries/attachment';
import { caseView, type CaseView } from '../../app/queries/case';
import { caseFacts } from '../../app/queries/case-facts';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-03-02');
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const seen = async (viewer: Viewer | null, number: string): Promise<CaseView | null> => {
  const facts = await caseFacts(world, viewer, number);
  return facts && caseView(world, viewer, facts, 'en');
};
const shown = async (viewer: Viewer | null, number: string): Promise<CaseView> => {
  const view = await seen(viewer, number);
  if (!view) throw new Error('not readable');
  return view;
};
const file = async (more: object = {}, viewer = cast.ngo) => {
  at('2026-03-02');
  return value(await fileAppeal(world, viewer, { ...anAppeal(cast), ...more }));
};

describe('a hidden name', () => {
  it('stands nowhere in what the public is given, not even in events and links', async () => {
    const { id, number } = await file({ nameHidden: true });
    at('2026-03-10');
    value(
      await answerAppeal(world, cast.executor, {
        appealId: id,
        ...aReply('act_favourable', ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order']),
      }),
    );
    value(await judgeAnswer(world, cast.ngo, { appealId: id, verdict: 'partly', comment: '' }));
    for (const outsider of [null, cast.stranger, cast.committeeRegistrar]) {
      const text = JSON.stringify(await shown(outsider, number));
      for (const secret of [cast.ngo.name, cast.ngo.personId, cast.ngo.email, cast.organisationId, 'Сынақ'])
        expect(text).not.toContain(secret);
    }
    expect((await shown(cast.registrar, number)).applicant).toContain('Сынақ');
    expect((await shown(cast.ngo, number)).thread[0]?.actor?.name).toBe(cast.ngo.name);
  });

  it('of an organisation’s representative is not told to the public even where the organisation is', async () => {
    const { number } = await file();
    const view = await shown(null, number);
    expect(view.applicant).toContain('Сынақ');
    expect(JSON.stringify(view)).not.toContain(cast.ngo.name);
  });
});

describe('a private case', () => {
  it('is not there for anyone but its parties', async () => {
    const { number } = await file({ visibility: 'private' });
    for (const outsider of [null, cast.stranger, cast.citizen, cast.committeeRegistrar, cast.administrator])
      expect(await seen(outsider, number)).toBeNull();
    for (const party of [cast.ngo, cast.registrar, cast.executor, cast.head])
      expect(await seen(party, number)).not.toBeNull();
  });
});

describe('the passing of the due day', () => {
  it('counts as a refusal from the day after, without any worker, and opens the complaint within its window', async () => {
    const { number } = await file();
    at('2026-03-27', '23:59');
    const onDueDay = await shown(null, number);
    expect([onDueDay.clock.dueDay, onDueDay.standing, onDueDay.complaint]).toEqual(['2026-03-27', 'due_today', null]);
    expect(onDueDay.thread.map(({ type }) => type)).toEqual(['filed']);
    at('2026-03-28', '00:00');
    const after = await shown(null, number);
    expect([after.standing, after.thread.at(-1)?.type, after.thread.at(-1)?.day]).toEqual([
      'overdue',
      'overdue',
      '2026-03-28',
    ]);
    expect(after.complaint).toMatchObject({ from: '2026-03-27', until: '2026-06-29', open: true });
    expect(after.next.applicant.map(({ id }) => id)).toContain('complain_overdue');
    at('2026-06-29', '23:00');
    expect((await shown(null, number)).complaint?.open).toBe(true);
    at('2026-06-30', '00:00');
    expect((await shown(null, number)).complaint?.open).toBe(false);
  });

  it('stays on the record of a case that was answered after it, before the answer', async () => {
    const { id, number } = await file();
    at('2026-04-20');
    value(
      await answerAppeal(world, cast.executor, {
        appealId: id,
        ...aReply('act_favourable', ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order']),
      }),
    );
    const view = await shown(null, number);
    expect(view.thread.map(({ type }) => type)).toEqual(['filed', 'overdue', 'accepted', 'answered']);
    expect([view.standing, view.late, view.clock.clock]).toEqual(['answered', true, 'late']);
  });
});

describe('an extension', () => {
  it('is shown to the parties when proposed, to everyone when approved, with both due days', async () => {
    const { id, number } = await file();
    at('2026-03-20');
    value(
      await proposeExtension(world, cast.executor, {
        appealId: id,
        until: '2026-04-15',
        reason: 'Требуется лабораторная экспертиза и выезд на место.',
      }),
    );
    expect((await shown(null, number)).thread.map(({ type }) => type)).toEqual(['filed', 'accepted']);
    expect((await shown(cast.ngo, number)).thread.at(-1)?.type).toBe('extension_proposed');
    value(await decideExtension(world, cast.head, { appealId: id, decision: 'approve' }));
    const { clock, thread } = await shown(null, number);
    expect(thread.at(-1)).toMatchObject({ type: 'extended', was: '2026-03-27', until: '2026-04-15' });
    expect([clock.lawful.due, clock.extended?.due, clock.dueDay]).toEqual(['2026-03-27', '2026-04-15', '2026-04-15']);
    expect(clock.lawful.days.filter(({ counts }) => counts)).toHaveLength(15);
  });
});

describe('a redirected case', () => {
  it('leads to where it went on, and back, each with a clock of its own', async () => {
    const { id, number } = await file();
    at('2026-03-04');
    value(
      await redirectAppeal(world, cast.registrar, {
        appealId: id,
        toBodyId: cast.committee.id,
        reason: 'Вопрос относится к компетенции комитета.',
      }),
    );
    const here = await shown(null, number);
    const gone = here.thread.at(-1);
    if (gone?.type !== 'redirected') throw new Error('not redirected');
    expect(gone.to.open).toBe(true);
    const there = await shown(null, gone.to.number);
    expect(there.thread[0]).toMatchObject({ type: 'filed', arrivedBy: 'redirect', from: { number, open: true } });
    expect([here.clock.clock, there.clock.clock]).toEqual(['released', 'running']);
    expect(there.clock.dueDay > here.clock.dueDay).toBe(true);
  });

  it('keeps the applicant’s files however often it is sent on', async () => {
    const upload = value(
      await uploadFile(world, cast.ngo, {
        name: 'акт.txt',
        bytes: (async function* () {
          yield new TextEncoder().encode('акт');
        })(),
      }),
    );
    const { id } = await file({ files: [upload.id] });
    const sendOn = async (appealId: string, viewer: Viewer, toBodyId: string) => {
      const { number } = value(
        await redirectAppeal(world, viewer, { appealId, toBodyId, reason: 'Вопрос не относится к нашей компетенции.' }),
      );
      const gone = (await shown(null, number)).thread.at(-1);
      if (gone?.type !== 'redirected') throw new Error('not redirected');
      const facts = await caseFacts(world, null, gone.to.number);
      return { number: gone.to.number, id: facts?.appeal.id ?? '' };
    };
    const second = await sendOn(id, cast.registrar, cast.committee.id);
    const third = await sendOn(second.id, cast.committeeRegistrar, cast.ministry.id);
    for (const { number } of [second, third]) {
      expect((await shown(null, number)).thread[0]?.files).toMatchObject([{ id: upload.id, name: 'акт.txt' }]);
      expect(await attachmentOf(world, null, { number, fileId: upload.id })).toMatchObject({ type: 'text/plain' });
    }
  });
});

describe('steps beside the main line', () => {
  it('everyone sees that a decision was announced and for which day; what it says only the parties read', async () => {
    const { id, number } = await file();
    const intended = 'Намерены отказать: проекта нет.';
    const announced = { appealId: id, text: intended, decisionDay: '2026-03-12', how: 'written' };
    value(await callHearing(world, cast.executor, announced));
    value(await objectToDecision(world, cast.ngo, { appealId: id, text: 'Проект приложен.', oral: true }));
    const stepsFor = async (viewer: Viewer | null) =>
      (await shown(viewer, number)).thread.flatMap((item) => (item.type === 'step' ? [item] : []));
    for (const party of [cast.ngo, cast.head])
      expect(await stepsFor(party)).toMatchObject([
        { step: 'decision_announced', on: '2026-03-12', text: intended, side: 'body' },
        { step: 'asked_to_be_heard', on: null, text: 'Проект приложен.', side: 'applicant' },
      ]);
    for (const outsider of [null, cast.stranger]) {
      expect(await stepsFor(outsider)).toMatchObject([
        { step: 'decision_announced', on: '2026-03-12', text: '' },
        { step: 'asked_to_be_heard', text: '' },
      ]);
      expect(JSON.stringify(await shown(outsider, number))).not.toContain(intended);
    }
  });

  it('a right of the applicant that was not used in time is over, not overdue', async () => {
    const { id, number } = await file();
    const announced = {
      appealId: id,
      text: 'Намерены отказать: проекта нет.',
      decisionDay: '2026-03-20',
      how: 'written',
    };
    value(await callHearing(world, cast.executor, announced));
    at('2026-03-12');
    const { duties } = await shown(cast.ngo, number);
    expect(duties.find(({ key }) => key === 'objections')).toMatchObject({ clock: 'released', owedBy: 'applicant' });
  });
});
