import type { OnProgress } from '../progress/on-progress.ts';

/** Points visited between two reports: some milliseconds of work. */
const VISITS_PER_REPORT = 1e6;
/** What one step costs besides the points it visits. */
const VISITS_PER_STEP = 20;

/** A function to be called at every step of long work, which passes some of the calls on. */
export function progressOf(
  onProgress: OnProgress | undefined,
  total: number,
): (done: number, visited: number) => void {
  if (!onProgress) return () => {};
  let since = 0;
  return (done, visited) => {
    since += visited + VISITS_PER_STEP;
    if (since < VISITS_PER_REPORT) return;
    since = 0;
    onProgress(done, total);
  };
}
