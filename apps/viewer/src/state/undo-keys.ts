import { useEffect, useRef } from 'react';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Ctrl+Z or Cmd+Z, with Shift the other way. With Cyrillic letters the key has another name in the same place. */
export function undoKeyOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Pressed) {
  const isLatin = /^[a-z]$/i.test(key);
  const isZ = isLatin ? key.toLowerCase() === 'z' : code === 'KeyZ';
  if (!isZ || altKey || ctrlKey === metaKey) return undefined;
  return shiftKey ? 'redo' : 'undo';
}

/** What is typed has an undo of its own, and a dialog is answered first. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof Element &&
    target.matches('textarea, input:not([type=range], [type=checkbox], [type=radio]), [contenteditable]'));

/** @param isHeard false on pages with forms of their own, which a step back would empty */
export function useUndoKeys(steps: { undo: () => void; redo: () => void }, isHeard: boolean): void {
  const latest = useRef(steps);
  latest.current = steps;
  useEffect(() => {
    if (!isHeard) return;
    const press = (event: KeyboardEvent): void => {
      const asked = undoKeyOf(event);
      if (asked === undefined || isTaken(event.target)) return;
      event.preventDefault();
      latest.current[asked]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isHeard]);
}
