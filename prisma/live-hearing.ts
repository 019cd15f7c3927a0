// A decision that burdens the applicant, as the invented country comes to it: announced, answered in writing or in person, told of in a protocol
// with remarks that are decided on, or given without a hearing for a reason of the law; then the refusal, and now and then a complaint,
// which suspends it. Called by live-desks.ts; draws by its chance.
import { answerAppeal, askedOf } from '../app/commands/appeals/answer';
import { callHearing } from '../app/commands/appeals/call-hearing';
import { decideRemarks } from '../app/commands/appeals/decide-remarks';
import { objectToDecision } from '../app/commands/appeals/object';
import { recordHearing } from '../app/commands/appeals/record-hearing';
import { remarkOnProtocol } from '../app/commands/appeals/remark-protocol';
import { setHearing } from '../app/commands/appeals/set-hearing';
import { dayOf } from '../app/core/day';
import type { Case } from './case';
import type { Chance } from './chance';
import type { Life } from './life';
import type { Offices } from './live-offices';
import { PARTS, REASONS } from './stories';
import { REFUSAL } from './stories-desk';

/** Working days from filing: when the decision is announced, and from then on when it is heard and given. */
const [ANNOUNCED, HEARD, DECIDED] = [2, 5, 8];
/** One after another, so that a small country has seen each. */
const WAYS = ['unheard', 'written', 'oral', 'asked'] as const;

/** Whether the case can end in a decision that asks for a hearing, and is one official's to decide. */
export function canBeRefused(
  { world: { guide }, clock }: Life,
  { kind, place }: Pick<Case, 'kind' | 'place'>,
): boolean {
  const { hearing, outcomes } = guide.inForceOn(dayOf(clock())).procedures[kind];
  const alone = !place.body.fourEyes?.includes(kind);
  return alone && hearing?.required === true && outcomes.some(({ id }) => id === 'act_refusing');
}

/** `turn`: how many were refused before. */
type Means = { chance: Chance; offices: Offices; turn: number; complain: () => Promise<unknown> };

/** Puts all of it into the agenda. */
export function liveHearing(life: Life, it: Case, { chance, offices, turn, complain }: Means): void {
  const { world, todo, counted, clock, inWorkingDays } = life;
  const { post } = it.place;
  const say = REFUSAL[it.language];
  const { exceptions = [] } = world.guide.inForceOn(dayOf(clock())).procedures[it.kind].hearing ?? {};
  const asked = exceptions.find(({ id }) => id === 'applicant_asked');
  const ways = WAYS.filter((one) => one !== 'unheard' || asked);
  const way = ways[turn % ways.length];
  const appealId = it.id;
  const by = chance.pick(post.executors);
  const official = () => offices.inPlaceOf(by);
  const put = (after: number, act: () => Promise<unknown>) =>
    todo.put(inWorkingDays(after), async () => void (await act()));
  const dayIn = (days: number) => dayOf(inWorkingDays(days));

  const decide = async () => {
    const { outcome, language, text } = { outcome: 'act_refusing', language: it.language, text: say.refused };
    const procedure = world.guide.inForceOn(dayOf(clock())).procedures[it.kind];
    const requirements = Object.fromEntries(
      askedOf(procedure).map(({ id }) => [
        id,
        id === 'cites_law' ? REASONS[it.language].lawful : (PARTS[it.language][id] ?? PARTS[it.language].any ?? ''),
      ]),
    );
    const stated = way === 'unheard' ? { unheard: asked?.id, unheardReason: say.unheard } : {};
    const reply = { appealId, outcome, language, text, requirements, ...stated };
    if ((await counted(answerAppeal(world, official(), reply))) && chance.happens(0.6))
      put(chance.between(2, 6), complain);
  };
  const hear = async () => {
    if (
      !(await counted(recordHearing(world, official(), { appealId, heldDay: dayOf(clock()), protocol: say.protocol })))
    )
      return;
    if (!chance.happens(0.5)) return;
    put(1, async () => {
      if (!(await counted(remarkOnProtocol(world, it.applicant.viewer, { appealId, text: say.remark })))) return;
      put(1, () =>
        counted(
          decideRemarks(world, by, { appealId, ruling: chance.pick(['accepted', 'rejected']), reason: say.ruling }),
        ),
      );
    });
  };

  if (way === 'unheard') return put(ANNOUNCED + DECIDED, decide);
  put(ANNOUNCED, async () => {
    const decisionDay = dayIn(DECIDED);
    const oral = way === 'oral' ? { how: 'oral', hearingDay: dayIn(HEARD), place: say.place } : { how: 'written' };
    if (!(await counted(callHearing(world, official(), { appealId, text: say.intended, decisionDay, ...oral }))))
      return;
    put(1, async () => {
      const objection = { appealId, text: say.objection, oral: way === 'asked' };
      const objected = await counted(objectToDecision(world, it.applicant.viewer, objection));
      if (!objected || way !== 'asked') return;
      put(0, async () => {
        const [hearingDay, until] = [dayIn(HEARD), dayIn(DECIDED)];
        if (
          !(await counted(
            setHearing(world, official(), { appealId, hearingDay, place: say.place, decisionDay: until }),
          ))
        )
          return;
        put(HEARD, hear);
        put(DECIDED, decide);
      });
    });
    if (way === 'oral') put(HEARD, hear);
    if (way !== 'asked') put(DECIDED, decide);
  });
}
