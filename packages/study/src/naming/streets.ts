import { type HexagonPlaces, latticeOf, visitLineParts } from '@oryn/core';
import type { Feature, Position } from 'geojson';
import { linesOf, type Names, namesOf } from './names.ts';

/** Where two streets of different names share a point. */
export interface Crossing {
  lon: number;
  lat: number;
  /** Numbers of the two streets, the longer one of the city first. */
  streets: [number, number];
}

/** The nearest point of any named street. */
export interface NearestStreet {
  street: number;
  lon: number;
  lat: number;
  meters: number;
}

/** Points of a file nearer than this are one: about 0.1 m. */
const SAME_POINT = 1e6;
const METERS_PER_DEGREE = 111_195;

/**
 * The named streets of a study: their lengths in each place, their crossings, and the one nearest to a point.
 * A crossing is a point that two streets of different names share, as street files from maps have it.
 */
export class Streets {
  readonly names: Names[] = [];
  private readonly totalLength: number[] = [];
  private readonly lengthByPlace: Map<number, number>[];
  private readonly crossingsByPlace = new Map<number, Crossing[]>();
  /** x1, y1, x2, y2 and street of every straight piece. */
  private readonly pieces: number[] = [];

  constructor(lines: readonly Feature[], places: HexagonPlaces) {
    this.lengthByPlace = Array.from({ length: places.count }, () => new Map<number, number>());
    const placeOf = placeFinder(places);
    const numbers = new Map<string, number>();
    const streetsAt = new Map<string, Set<number>>();
    for (const line of lines) {
      const names = namesOf(line);
      if (!names) continue;
      let number = numbers.get(names.ru);
      if (number === undefined) {
        number = this.names.push(names) - 1;
        this.totalLength.push(0);
        numbers.set(names.ru, number);
      }
      for (const part of linesOf(line)) {
        this.addLine(part, number, places.resolution, placeOf);
        for (const [lon, lat] of part) {
          const key = `${Math.round(lon * SAME_POINT)} ${Math.round(lat * SAME_POINT)}`;
          const here = streetsAt.get(key);
          if (here) here.add(number);
          else streetsAt.set(key, new Set([number]));
        }
      }
    }
    this.addCrossings(streetsAt, placeOf);
  }

  /** Street names inside some places, by their length there, longest first. */
  longestIn(members: readonly number[]): Names[] {
    const total = new Map<number, number>();
    for (const member of members) {
      for (const [name, length] of this.lengthByPlace[member])
        total.set(name, (total.get(name) ?? 0) + length);
    }
    return [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([name]) => this.names[name]);
  }

  /** The crossing inside some places that is nearest to a point. */
  crossingIn(members: readonly number[], lon: number, lat: number): Crossing | undefined {
    let nearest: Crossing | undefined;
    let least = Infinity;
    for (const member of members) {
      for (const crossing of this.crossingsByPlace.get(member) ?? []) {
        const distance = metersBetween(lon, lat, crossing.lon, crossing.lat);
        if (distance < least) [nearest, least] = [crossing, distance];
      }
    }
    return nearest;
  }

  /** The nearest point of a named street; O(straight pieces). */
  nearestTo(lon: number, lat: number): NearestStreet | undefined {
    const eastScale = Math.cos((lat * Math.PI) / 180);
    const { pieces } = this;
    let found: NearestStreet | undefined;
    for (let i = 0; i < pieces.length; i += 5) {
      const [dx, dy] = [(pieces[i + 2] - pieces[i]) * eastScale, pieces[i + 3] - pieces[i + 1]];
      const [px, py] = [(lon - pieces[i]) * eastScale, lat - pieces[i + 1]];
      const squared = dx * dx + dy * dy;
      const along = squared > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / squared)) : 0;
      const meters = Math.hypot(px - along * dx, py - along * dy) * METERS_PER_DEGREE;
      if (found && meters >= found.meters) continue;
      found = {
        street: pieces[i + 4],
        lon: pieces[i] + along * (pieces[i + 2] - pieces[i]),
        lat: pieces[i + 1] + along * dy,
        meters,
      };
    }
    return found;
  }

  private addLine(
    line: Position[],
    name: number,
    resolution: number,
    placeOf: (lon: number, lat: number) => number,
  ): void {
    const eastScale = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
    for (let i = 1; i < line.length; i++) {
      this.pieces.push(line[i - 1][0], line[i - 1][1], line[i][0], line[i][1], name);
    }
    visitLineParts(line, resolution, (x1, y1, x2, y2) => {
      const length = Math.hypot((x2 - x1) * eastScale, y2 - y1);
      this.totalLength[name] += length;
      const place = placeOf((x1 + x2) / 2, (y1 + y2) / 2);
      if (place < 0) return;
      const lengths = this.lengthByPlace[place];
      lengths.set(name, (lengths.get(name) ?? 0) + length);
    });
  }

  private addCrossings(
    streetsAt: ReadonlyMap<string, ReadonlySet<number>>,
    placeOf: (lon: number, lat: number) => number,
  ): void {
    for (const [key, streets] of streetsAt) {
      if (streets.size < 2) continue;
      const [lon, lat] = key.split(' ').map((part) => Number(part) / SAME_POINT);
      const place = placeOf(lon, lat);
      if (place < 0) continue;
      const longest = [...streets].sort((a, b) => this.totalLength[b] - this.totalLength[a] || a - b);
      const crossing: Crossing = { lon, lat, streets: [longest[0], longest[1]] };
      const here = this.crossingsByPlace.get(place);
      if (here) here.push(crossing);
      else this.crossingsByPlace.set(place, [crossing]);
    }
  }
}

function metersBetween(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const eastScale = Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180);
  return Math.hypot((lon2 - lon1) * eastScale, lat2 - lat1) * METERS_PER_DEGREE;
}

function placeFinder(places: HexagonPlaces): (lon: number, lat: number) => number {
  const { keyOf } = latticeOf(places.resolution);
  const position = new Map<number, number>();
  for (let i = 0; i < places.count; i++) position.set(keyOf(places.lon[i], places.lat[i]), i);
  return (lon, lat) => position.get(keyOf(lon, lat)) ?? -1;
}
