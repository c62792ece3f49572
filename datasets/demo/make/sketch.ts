import type { XY } from './geometry.ts';
import type { StreetClass } from './plan.ts';

/** A line of the street plan before it is cut at crossings, in the plan's frame. */
export interface Stroke {
  /** Strokes of one key are one street and share its name. */
  readonly key: string;
  readonly class: StreetClass;
  readonly path: readonly XY[];
}

export interface Sketch {
  readonly strokes: Stroke[];
  draw(key: string, streetClass: StreetClass, path: readonly XY[]): void;
}

export function newSketch(): Sketch {
  const strokes: Stroke[] = [];
  return {
    strokes,
    draw: (key, streetClass, path) => {
      strokes.push({ key, class: streetClass, path });
    },
  };
}
