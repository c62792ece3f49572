/**
 * Told now and then how far long work is, in whatever it counts. It may throw to stop the work: nothing is
 * kept half done, the error goes through to the caller.
 */
export type OnProgress = (done: number, total: number) => void;
