// The forecast as the filing form asks for it: of the kind at the body; of every kind from published figures where there are too few; else nothing.
import { beforeAll, expect, it } from 'vitest';
import { answerAppeal } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { foretell } from '../../app/queries/forecast';
import { score } from '../../workers/score';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at } = testWorld('2026-02-02');
let cast: Cast;
const PARTS = ['questions', 'reasoning', 'superior_body', 'complaint_term', 'complaint_order'];
const filed = async (kind: string, n: number) => {
  for (let made = 0; made < n; made++) {
    at('2026-02-02');
    const appeal = { ...anAppeal(cast), kind, visibility: made % 2 ? 'public' : 'private' };
    const outcome = await fileAppeal(world, cast.ngo, appeal);
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    if (made % 4 === 3) continue;
    at('2026-02-12');
    const reply = aReply('act_favourable', PARTS);
    const answered = await answerAppeal(world, cast.executor, { appealId: outcome.value.id, ...reply });
    if (!answered.ok) throw new Error(JSON.stringify(answered.refusal));
  }
};
beforeAll(async () => {
  cast = await castInto(world);
  await filed('application', 20);
  at('2026-05-15');
});
const asked = (kind: 'application' | 'proposal', bodyId = cast.ministry.id) =>
  foretell(world, { bodyId, kind, locale: 'en' });

it('of the kind at the body: three in four answered on day 8, the rest open', async () => {
  expect(await asked('application')).toMatchObject({
    ...{ kind: 'application', from: '2025-04-01', to: '2026-03-31' },
    forecast: { n: 20, half: 8, open: { day: 30, share: 0.25 } },
  });
});

it('of every kind where there are too few of it, from the figures that are published; nothing where there are none', async () => {
  expect(await asked('proposal'), 'no figures are reckoned yet').toMatchObject({
    kind: null,
    forecast: null,
    minimum: 20,
  });
  await score(world, new AbortController().signal);
  expect(await asked('proposal')).toMatchObject({ kind: null, forecast: { n: 20, half: 8, open: { share: 0.25 } } });
  expect(await asked('application', cast.committee.id)).toMatchObject({ forecast: null });
  expect(await asked('application', 'nonsense')).toBeNull();
});

it('says nothing of a quarter before its figures are everybody’s', async () => {
  at('2026-04-02');
  expect(await asked('application')).toMatchObject({ to: '2025-12-31', forecast: null });
  at('2026-05-15');
});
