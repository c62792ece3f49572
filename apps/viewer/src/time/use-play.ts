import { useEffect, useRef, useState } from 'react';
import type { MonthNumber } from './months.ts';

/** How long a month stands, so that the eye can follow the places. */
const MONTH_MS = 800;

/** Steps through months until the last; asked to play at the last, it begins anew. */
export function usePlay(
  months: readonly MonthNumber[],
  month: MonthNumber | undefined,
  onMonth: (month: MonthNumber) => void,
): { isPlaying: boolean; toggle: () => void; stop: () => void } {
  const [isPlaying, setPlaying] = useState(false);
  const at = month === undefined ? -1 : months.indexOf(month);
  const latest = useRef(onMonth);
  latest.current = onMonth;
  useEffect(() => {
    if (!isPlaying) return;
    if (at >= months.length - 1) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => latest.current(months[at + 1]), MONTH_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, at, months]);
  return {
    isPlaying,
    toggle: () => {
      if (!isPlaying && months.length > 0) latest.current(months[at < 0 || at >= months.length - 1 ? 0 : at]);
      setPlaying(!isPlaying && months.length > 1);
    },
    stop: () => setPlaying(false),
  };
}
