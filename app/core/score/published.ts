// What is published of a body and period: its figures as rulings count the cases, and what is contested with the figures as recorded. Called
// by who reckons from the tables, and by who recomputes from the open data.
import { contestedOf, type Contested } from './contested';
import type { Facts } from './facts';
import { figuresOf, type Figures, type Reckoned } from './figures';
import { orderedFacts } from './ordered';
import { afterRulings } from './ruled';

export function publishedOf(all: Facts, on: Reckoned): { figures: Figures; contests: Contested } {
  const facts = orderedFacts(all, on.today);
  const recorded = facts.rulings.length > 0 ? figuresOf(facts, on) : null;
  return { figures: figuresOf(afterRulings(facts), on), contests: contestedOf(facts, recorded, on.today) };
}
