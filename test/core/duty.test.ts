// What stands behind an obligation, be it of an appeal or of a round.
import { describe, expect, it } from 'vitest';
import { plansOn } from '../../app/commands/reminders/points';
import {
  gatheredDuties,
  isGathered,
  isRoundKind,
  kindsOf,
  procedureOf,
  ruleIdsOf,
  ruleOf,
  rulesOf,
} from '../../app/core/duty';
import { loadGuide } from '../../guide/load';
import { KINDS, ROUND_KINDS, ROUND_RULES, RULES } from '../../guide/schema';

const guide = loadGuide('guide');
const before = guide.edition('2026-1');
const edition = guide.edition('2026-2');

describe('a rule looked up by procedure and name', () => {
  it('is that of the kind of appeal or of round', () => {
    for (const kind of KINDS) expect(rulesOf(edition, kind)).toBe(edition.procedures[kind].rules);
    for (const kind of ROUND_KINDS) expect(rulesOf(edition, kind)).toBe(edition.rounds?.kinds[kind].rules);
    expect(ruleOf(edition, 'application', 'redirect')?.basis[0]?.article).toBe('65');
    expect(ruleOf(edition, 'draft_act', 'dispose')?.debtor).toBe('body');
  });

  it('is nothing where the procedure has no such rule, or the edition no such procedure', () => {
    expect(ruleOf(edition, 'complaint', 'decide_extended')).toBeNull();
    expect(ruleOf(edition, 'draft_act', 'decide')).toBeNull();
    expect(ruleOf(edition, 'petition', 'decide')).toBeNull();
    expect(ruleOf(edition, 'application', 'constructor')).toBeNull();
    expect(rulesOf(edition, 'constructor')).toBeNull();
    expect(rulesOf(before, 'draft_act')).toBeNull();
    expect(ruleIdsOf(before, 'draft_act')).toEqual([]);
  });

  it('a round has no procedure of appeals', () => {
    expect(procedureOf(edition, 'complaint')).toBe(edition.procedures.complaint);
    for (const kind of ROUND_KINDS) expect(procedureOf(edition, kind)).toBeNull();
    expect(KINDS.some(isRoundKind)).toBe(false);
    expect(ROUND_KINDS.every(isRoundKind)).toBe(true);
  });

  it('an edition from before rounds knows only the kinds of appeal', () => {
    expect(kindsOf(before)).toEqual(KINDS);
    expect(kindsOf(edition)).toEqual([...KINDS, ...ROUND_KINDS]);
  });

  it('the ids of both never meet: one name is one rule and one kind', () => {
    expect(ROUND_KINDS.filter((id) => (KINDS as readonly string[]).includes(id))).toEqual([]);
    expect(ROUND_RULES.filter((id) => (RULES as readonly string[]).includes(id))).toEqual([]);
  });
});

describe('duties that another one stands for', () => {
  it('are the answers to single comments, in every kind of round that the guide gathers', () => {
    const found = gatheredDuties(guide);
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['dispose_comment']));
    // In every edition that knows rounds: a round keeps the one it was opened under.
    const knowing = guide.editions.filter(({ rounds }) => rounds);
    expect(knowing.map(({ id }) => id)).toContain(edition.id);
    expect(found.map((one) => [one.edition, one.procedure])).toEqual(
      knowing.flatMap(({ id }) => ROUND_KINDS.map((kind) => [id, kind])),
    );
    for (const { procedure, rule } of found) {
      const gathered = ruleOf(edition, procedure, rule);
      expect(gathered && isGathered(gathered)).toBe(true);
    }
  });

  it('send no reminders; the one that stands for them does', () => {
    const { rules, points } = plansOn(guide, '2026-05-04');
    const remindersOf = (duty: { procedure: string; rule: string }) =>
      rules
        .filter(({ procedure, rule }) => procedure === duty.procedure && rule === duty.rule)
        .flatMap(({ edition: id, plan }) => points.filter((point) => point.edition === id && point.plan === plan));
    expect(gatheredDuties(guide).flatMap(remindersOf)).toEqual([]);
    for (const procedure of ROUND_KINDS) expect(remindersOf({ procedure, rule: 'dispose' }).length).toBeGreaterThan(3);
  });
});
