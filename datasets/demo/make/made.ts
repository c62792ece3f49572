import { demoCities } from '@oryn/datasets';
import { makeDemo } from './demo.ts';

/** What the generator makes, for the tests that read it back. */
export const made = new Map(demoCities.map(({ id }) => [id, makeDemo(id)]));

export function text(id: string, name: string): string {
  return made.get(id)!.get(name)!;
}

export type Row = Record<string, string>;

export function table(csv: string): Row[] {
  const [header, ...lines] = csv.trimEnd().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value])));
}

interface Collection {
  simulated: boolean;
  features: {
    properties: Row & { simulated: boolean; expected: number };
    geometry: { type: string; coordinates: unknown };
  }[];
}

export function collection(id: string, name: string): Collection {
  return JSON.parse(text(id, name)) as Collection;
}

export function points(coordinates: unknown): number[][] {
  const list = coordinates as unknown[];
  return typeof list[0] === 'number' ? [list as number[]] : list.flatMap(points);
}

/** Whether a point lies in a ring. */
export function inside(lon: number, lat: number, ring: readonly number[][]): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]! as [number, number];
    const [bx, by] = ring[j]! as [number, number];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}
