import { latticeOf, type Places, visitLineParts } from '@oryn/core';
import type { Feature, Position } from 'geojson';

/** Names of a thing in the three languages; a name that a file does not have in a language is its `name`. */
export interface Names {
  kk: string;
  ru: string;
  en: string;
}

/** The names of streets by the length they have in each place. */
export class StreetNames {
  private readonly names: Names[] = [];
  private readonly lengthByPlace: Map<number, number>[];

  constructor(lines: readonly Feature[], places: Places) {
    this.lengthByPlace = Array.from({ length: places.count }, () => new Map<number, number>());
    const placeOf = placeFinder(places);
    const numbers = new Map<string, number>();
    for (const line of lines) {
      const names = namesOf(line);
      if (!names) continue;
      let number = numbers.get(names.ru);
      if (number === undefined) {
        number = this.names.push(names) - 1;
        numbers.set(names.ru, number);
      }
      for (const part of linesOf(line)) this.addLine(part, number, places.resolution, placeOf);
    }
  }

  /** The two longest street names inside some places, longest first. */
  longestIn(members: readonly number[]): Names[] {
    const total = new Map<number, number>();
    for (const member of members) {
      for (const [name, length] of this.lengthByPlace[member])
        total.set(name, (total.get(name) ?? 0) + length);
    }
    return [...total]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, 2)
      .map(([name]) => this.names[name]);
  }

  private addLine(
    line: Position[],
    name: number,
    resolution: number,
    placeOf: (lon: number, lat: number) => number,
  ): void {
    const eastScale = Math.cos(((line[0]?.[1] ?? 0) * Math.PI) / 180);
    visitLineParts(line, resolution, (x1, y1, x2, y2) => {
      const place = placeOf((x1 + x2) / 2, (y1 + y2) / 2);
      if (place < 0) return;
      const lengths = this.lengthByPlace[place];
      lengths.set(name, (lengths.get(name) ?? 0) + Math.hypot((x2 - x1) * eastScale, y2 - y1));
    });
  }
}

function placeFinder(places: Places): (lon: number, lat: number) => number {
  const { keyOf } = latticeOf(places.resolution);
  const position = new Map<number, number>();
  for (let i = 0; i < places.count; i++) position.set(keyOf(places.lon[i], places.lat[i]), i);
  return (lon, lat) => position.get(keyOf(lon, lat)) ?? -1;
}

export function namesOf(feature: Feature): Names | undefined {
  const properties = feature.properties ?? {};
  const any = properties.name ?? properties.name_ru ?? properties.name_kk ?? properties.name_en;
  if (typeof any !== 'string' || any.trim() === '') return undefined;
  return {
    kk: String(properties.name_kk ?? any),
    ru: String(properties.name_ru ?? any),
    en: String(properties.name_en ?? any),
  };
}

export function linesOf(feature: Feature): Position[][] {
  if (feature.geometry.type === 'LineString') return [feature.geometry.coordinates];
  return feature.geometry.type === 'MultiLineString' ? feature.geometry.coordinates : [];
}
