import { expose } from 'comlink';
import { speakAsAsked } from '../pseudo-language.ts';
import { comparedDraws, type DrawAnswer, type DrawInput } from './compare-draws.ts';
import { outcomeOf } from './outcome.ts';
import type { Outcome } from './types.ts';

/** Long draws. A worker of its own, so that the map answers meanwhile and work that nobody wants any more is stopped. */
export const drawer = {
  compare: (input: DrawInput, onProgress: (done: number) => void): Promise<Outcome<DrawAnswer>> =>
    outcomeOf(() => comparedDraws(input, onProgress)),
};

speakAsAsked();
expose(drawer);
