// The permission table where it turns on facts rather than on roles alone.
import { describe, expect, it } from 'vitest';
import { may } from '../../app/core/permission';
import type { Viewer } from '../../app/core/viewer';

const viewer = (mandates: Viewer['mandates'], personId = 'p1'): Viewer => ({
  personId,
  name: 'A',
  email: 'a@kenes.test',
  locale: 'kk',
  mandates,
});
const mandate = (
  role: Viewer['mandates'][number]['role'],
  place: { bodyId?: string; organisationId?: string } = {},
) => ({ role, post: null, bodyId: place.bodyId ?? null, organisationId: place.organisationId ?? null });
const appeal = { bodyId: 'b1', personId: 'p1', organisationId: null as string | null, visibility: 'private' };

describe('a private case', () => {
  it('is read by whoever filed it in their own name, and by officials of the body', () => {
    expect(may(viewer([]), 'appeal.read', appeal)).toBe(true);
    expect(may(viewer([], 'p2'), 'appeal.read', appeal)).toBe(false);
    expect(may(viewer([mandate('executor', { bodyId: 'b1' })], 'p2'), 'appeal.read', appeal)).toBe(true);
    expect(may(viewer([mandate('executor', { bodyId: 'b2' })], 'p2'), 'appeal.read', appeal)).toBe(false);
    expect(may(null, 'appeal.read', appeal)).toBe(false);
  });

  it('is not read by an administrator: running the house is not reading its letters', () => {
    expect(may(viewer([mandate('administrator')], 'p2'), 'appeal.read', appeal)).toBe(false);
  });

  it('filed for an organisation belongs to its representatives, not to the person who typed it and has left', () => {
    const organisations = { ...appeal, organisationId: 'o1' };
    expect(
      may(viewer([mandate('representative', { organisationId: 'o1' })], 'p2'), 'appeal.withdraw', organisations),
    ).toBe(true);
    expect(may(viewer([]), 'appeal.withdraw', organisations)).toBe(false);
  });
});

describe('acts of a body', () => {
  it('a role at one body opens nothing at another, not even at the one below', () => {
    const head = viewer([mandate('approver', { bodyId: 'b1' })], 'p2');
    expect(may(head, 'appeal.terminate', appeal)).toBe(true);
    expect(may(head, 'appeal.terminate', { ...appeal, bodyId: 'b2' })).toBe(false);
  });

  it('an executor does not approve an own extension, a registrar does not answer', () => {
    expect(may(viewer([mandate('executor', { bodyId: 'b1' })], 'p2'), 'appeal.decide_extension', appeal)).toBe(false);
    expect(may(viewer([mandate('registrar', { bodyId: 'b1' })], 'p2'), 'appeal.answer', appeal)).toBe(false);
  });
});
