import { OrynError } from '@oryn/core';
import type { ReadProgress } from '../source/source-file.ts';

/** Coordinates are whole numbers of 1e-7 degrees, the precision of OpenStreetMap. */
export const UNITS_PER_DEGREE = 1e7;

export type OsmTags = ReadonlyMap<string, string>;

export interface OsmWay {
  readonly id: number;
  readonly tags: OsmTags;
  /** Ids of its nodes in order; below zero where a file writes points without ids. */
  readonly nodes: readonly number[];
}

export interface OsmMember {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

export interface OsmRelation {
  readonly id: number;
  readonly tags: OsmTags;
  readonly members: readonly OsmMember[];
}

/** What a pass over a file is for; a reader passes over what is not asked for. */
export interface OsmVisitor {
  /** `lon` and `lat` in units of 1e-7 degrees. A node may come more than once, before or after its ways. */
  node?(id: number, lon: number, lat: number): void;
  way?(way: OsmWay): void;
  relation?(relation: OsmRelation): void;
}

/** A file of OpenStreetMap in any of its forms, read in passes, so that only what a pass keeps is in memory. */
export interface OsmFile {
  readonly name: string;
  visit(visitor: OsmVisitor, onProgress?: ReadProgress): Promise<void>;
}

/** One way: the protocol of the editors allows 2,000 nodes. */
export const MOST_WAY_NODES = 100_000;

/** Tags of one element; the fullest have some hundreds, names in all languages. */
export const MOST_TAGS = 10_000;

/** A relation of a coast or a country has some thousands. */
export const MOST_MEMBERS = 500_000;

/** Points written without ids, as many as can be told apart in memory. */
const MOST_POINTS = 10_000_000;

/** Ids for points that a file writes beside a way and not as nodes: the same place is the same node. */
export class PointIds {
  private readonly ids = new Map<string, number>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** @throws OrynError osm.too-large */
  idOf(lon: number, lat: number): number {
    const place = `${lon},${lat}`;
    const known = this.ids.get(place);
    if (known !== undefined) return known;
    if (this.ids.size >= MOST_POINTS) throw new OrynError('osm.too-large', { file: this.file });
    const id = -1e15 - this.ids.size;
    this.ids.set(place, id);
    return id;
  }
}

/** Degrees as a file writes them, in units; NaN where they are no place on the globe. */
export function unitsOf(degrees: number, limit: 180 | 90): number {
  return Math.abs(degrees) <= limit ? Math.round(degrees * UNITS_PER_DEGREE) : Number.NaN;
}
