// Plays every strategy of the insider against holdings, and what an insider could do who also had the seal while the wave was open.
import { answerOpener, boxNameOf } from '../../app/data/sealing';
import type { Values } from '../../app/core/sheet';
import type { Chance } from '../../prisma/chance';
import { groupsOf, text, type Holdings } from './holdings';
import { arrivals, links } from './links';
import { score, sorted, type Guess, type Score, type Truth } from './score';
import { STRATEGIES } from './strategies';

export type Played = Score & { name: string };

/** The level of each interval at which, over all strategies together, chance alone is taken for a leak in `falseAlarm` (0..1) of attacks. */
const levelFor = (falseAlarm: number): number => 1 - (2 * falseAlarm) / Object.keys(STRATEGIES).length;

export type By = { chance: Chance; falseAlarm: number };

export function play(holdings: Holdings, truths: readonly Truth[], { chance, falseAlarm }: By): Played[] {
  return Object.entries(STRATEGIES).map(([name, strategy]) => ({
    name,
    ...score(holdings, truths, strategy(holdings, chance), levelFor(falseAlarm)),
  }));
}

/** What is not promised: whoever copied the seal while the wave was open, and has backups, links people to receipts and answers. */
export async function playUnpromised(
  holdings: Holdings,
  truths: readonly Truth[],
  { seal, chance, falseAlarm }: By & { seal: Uint8Array },
): Promise<Played[]> {
  const open = await answerOpener(seal);
  const published = new Map(
    (holdings.final.SurveyReceipt ?? []).map(({ row }) => [boxNameOf(seal, text(row.hash)), text(row.hash)]),
  );
  const receipts: Guess[] = [];
  const answers: Guess[] = [];
  for (const group of groupsOf(holdings)) {
    const key = group.panelIds.join(' ');
    const rows = new Map(group.answers.map(({ row }) => [sorted(row.values), text(row.id)]));
    const sealed = new Map(arrivals(holdings, group).map((one) => [one.name, one.sealed]));
    for (const { personId, name } of links(holdings, group, chance)) {
      const hash = published.get(name) ?? '';
      receipts.push({ personId, group: key, claim: { kind: 'receipt', hash } });
      const opened = await open(sealed.get(name) ?? '', name);
      const { comment: _, ...sheet } = JSON.parse(opened?.slice(hash.length) ?? '{}') as Values;
      const id = rows.get(sorted(sheet));
      if (id) answers.push({ personId, group: key, claim: { kind: 'answer', id } });
    }
  }
  return [
    {
      name: 'which receipt is whose, by backups and the seal',
      ...score(holdings, truths, receipts, levelFor(falseAlarm)),
    },
    {
      name: 'which answer is whose, by backups and the seal',
      ...score(holdings, truths, answers, levelFor(falseAlarm)),
    },
  ];
}
