import { describe, expect, it } from 'vitest';
import { undoKeyOf } from './undo-keys.ts';

const press = (key: string, code: string, held: 'ctrlKey' | 'metaKey' | 'none', more = {}) =>
  undoKeyOf({
    ...{ key, code, altKey: false, shiftKey: false },
    ...{ ctrlKey: held === 'ctrlKey', metaKey: held === 'metaKey' },
    ...more,
  });

describe('the keys of undo', () => {
  it('knows them on every keyboard', () => {
    expect(press('z', 'KeyZ', 'ctrlKey')).toBe('undo');
    expect(press('z', 'KeyZ', 'metaKey')).toBe('undo');
    expect(press('Z', 'KeyZ', 'ctrlKey', { shiftKey: true })).toBe('redo');
    // Russian and Kazakh; German, where z lies elsewhere.
    expect(press('я', 'KeyZ', 'ctrlKey')).toBe('undo');
    expect(press('z', 'KeyY', 'ctrlKey')).toBe('undo');
  });

  it('leaves other keys alone', () => {
    expect(press('y', 'KeyZ', 'ctrlKey')).toBeUndefined();
    expect(press('z', 'KeyZ', 'none')).toBeUndefined();
    expect(press('z', 'KeyZ', 'ctrlKey', { altKey: true })).toBeUndefined();
    expect(press('я', 'KeyX', 'ctrlKey')).toBeUndefined();
  });
});
