import { describe, expect, it } from 'vitest';
import { StepTrail } from './step-trail.ts';

/** What lies beside a step that is known is never taken from the present one. */
const UNUSED = -1 as never;

describe('the trail of steps', () => {
  it('goes back and forth with what lay beside each address', () => {
    const trail = new StepTrail(0, 'nothing');
    expect([trail.canUndo, trail.canRedo]).toEqual([false, false]);
    expect(trail.take('a', 'one')).toBe(true);
    expect(trail.take('b', 'two')).toBe(true);
    expect(trail.at).toBe(2);
    expect(trail.goTo(1, UNUSED)).toBe('one');
    expect([trail.canUndo, trail.canRedo]).toEqual([true, true]);
    expect(trail.goTo(0, UNUSED)).toBe('nothing');
    expect([trail.canUndo, trail.canRedo]).toEqual([false, true]);
    expect(trail.goTo(2, UNUSED)).toBe('two');
    expect(trail.canRedo).toBe(false);
  });

  it('takes what moves for one step, and begins another after a pause, another subject or an undo', () => {
    const trail = new StepTrail(0, 0);
    expect(trail.take('month', 1)).toBe(true);
    expect(trail.take('month', 2)).toBe(false);
    expect(trail.take('month', 3)).toBe(false);
    expect(trail.at).toBe(1);
    trail.pause();
    expect(trail.take('month', 4)).toBe(true);
    expect(trail.take('hours', 5)).toBe(true);
    expect(trail.goTo(1, UNUSED)).toBe(3);
    expect(trail.take('month', 6)).toBe(true);
    expect(trail.at).toBe(2);
  });

  it('forgets what was undone once something new is chosen', () => {
    const trail = new StepTrail(0, '');
    trail.take('a', 'a');
    trail.take('b', 'b');
    trail.goTo(1, UNUSED);
    trail.take('c', 'c');
    expect(trail.canRedo).toBe(false);
    expect(trail.goTo(2, UNUSED)).toBe('c');
  });

  it('goes on where a reloaded page stood, and keeps what only the page knew', () => {
    const trail = new StepTrail(3, 'now');
    expect([trail.canUndo, trail.canRedo]).toEqual([true, false]);
    expect(trail.goTo(2, 'now')).toBe('now');
    expect(trail.canRedo).toBe(true);
    expect(trail.take('a', 'later')).toBe(true);
    expect(trail.goTo(2, 'later')).toBe('now');
    expect(trail.goTo(3, 'now')).toBe('later');
  });
});
