import { OrynError } from '@oryn/core';

/** A figure that was not drawn and why: a word of the sentence `figure.not-possible`. */
export interface LeftOut {
  readonly figure: string;
  readonly reason: string;
}

/** What is drawn; undefined, and on the list, where a figure is not possible. */
export function orLeftOut<Drawn>(leftOut: LeftOut[], draw: () => Drawn): Drawn | undefined {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof OrynError) || error.code !== 'figure.not-possible') throw error;
    const { figure, reason } = error.parameters;
    leftOut.push({ figure: String(figure), reason: String(reason) });
    return undefined;
  }
}
