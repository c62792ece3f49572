import {
  type CrossingRule,
  MOST_SNAP_METERS,
  type Noding,
  type RingCount,
  type SquareGrid,
} from '@oryn/core';
import type { Study } from './schema.ts';

/** The unit of analysis of a study. */
export type Unit =
  | { kind: 'h3'; resolution: number }
  | { kind: 'squares'; grid: SquareGrid }
  | { kind: 'polygons' | 'segments'; file: string; column: string | undefined }
  | { kind: 'address' }
  /** Types of place (street, flat, shop …): counted, but nowhere on the map. */
  | { kind: 'place-type' };

/** Which places count as neighbours. `tolerance` in metres joins vertices that nearly meet. */
export type NeighbourRule =
  | { kind: 'ring'; rings: RingCount }
  | { kind: 'band'; meters: number }
  | { kind: 'nearest'; count: number; symmetric: boolean }
  | { kind: 'queen' | 'rook' | 'shared-node'; tolerance: number }
  | { kind: 'table'; file: string };

export const UNIT_EXPECTED =
  'h3:9, squares:250, squares:250:125,125 (1 … 100000 m), polygons:FILE, segments:FILE, address, place-type';
export const NEIGHBOURS_EXPECTED =
  'ring:1, ring:2, ring:3, band:METRES, nearest:COUNT, queen, rook, shared-node, FILE.csv';

/**
 * `h3:9`, `squares:250` (metres), `squares:250:125,125` (the grid moved east and north),
 * `polygons:districts.geojson`, `segments:streets.geojson#segment_id` (a column of ids), `address`, `place-type`.
 */
export function parseUnit(given: string): Unit | undefined {
  if (given === 'address' || given === 'place-type') return { kind: given };
  const [, kind, rest] = /^(h3|squares|polygons|segments):(.+)$/.exec(given) ?? [];
  if (kind === 'h3') return /^\d+$/.test(rest) ? { kind, resolution: Number(rest) } : undefined;
  if (kind === 'squares') {
    const grid = gridOf(rest);
    return grid && { kind, grid };
  }
  if (kind !== 'polygons' && kind !== 'segments') return undefined;
  const [, file, column] = /^(.+?)(?:#([^#/\\]+))?$/.exec(rest) ?? [];
  return { kind, file, column };
}

/** Squares of less than a metre are finer than any coordinate. */
function gridOf(text: string): SquareGrid | undefined {
  const number = '-?\\d+(?:\\.\\d+)?';
  const found = new RegExp(`^(${number})(?::(${number}),(${number}))?$`).exec(text);
  if (!found) return undefined;
  const [size, offsetX, offsetY] = found.slice(1).map((part) => Number(part ?? 0));
  return size >= 1 && size <= 100_000 ? { size, offsetX, offsetY } : undefined;
}

/**
 * `ring:2`, `band:500`, `nearest:8`, `nearest:8:symmetric`, `queen`, `rook:0.5` (vertices within half a metre are
 * one), `shared-node`, or a table of neighbours. Numbers that cannot be are refused where they are used, by code.
 */
export function parseNeighbours(given: string): NeighbourRule | undefined {
  const [kind, value, flag, ...rest] = given.split(':');
  const isAlone = flag === undefined && rest.length === 0;
  switch (kind) {
    case 'ring':
      return isAlone && /^[123]$/.test(value ?? '') ? { kind, rings: Number(value) as RingCount } : undefined;
    case 'band':
      return isAlone && value ? { kind, meters: Number(value) } : undefined;
    case 'nearest':
      if (!value || rest.length > 0 || (flag !== undefined && flag !== 'symmetric')) return undefined;
      return { kind, count: Number(value), symmetric: flag === 'symmetric' };
    case 'queen':
    case 'rook':
    case 'shared-node': {
      const tolerance = Number(value ?? 0);
      return isAlone && value !== '' && tolerance >= 0 && tolerance < 1000 ? { kind, tolerance } : undefined;
    }
    default:
      return /\.\w+$/.test(given) ? { kind: 'table', file: given } : undefined;
  }
}

/** The unit of a checked study. */
export function unitOf(study: Pick<Study, 'unit' | 'resolution'>): Unit {
  return (study.unit && parseUnit(study.unit)) || { kind: 'h3', resolution: study.resolution };
}

const DEFAULTS = {
  h3: 'ring:1',
  squares: 'queen',
  polygons: 'queen',
  segments: 'shared-node',
  address: 'nearest:8',
  'place-type': '',
} as const;

/** What `neighbours` stands for where it is left out; empty for places that are nowhere. */
export function neighboursText(study: Pick<Study, 'unit' | 'resolution' | 'neighbours'>): string {
  return study.neighbours ?? DEFAULTS[unitOf(study).kind];
}

/** The neighbours of a checked study; undefined for places that are nowhere. */
export function neighbourRuleOf(
  study: Pick<Study, 'unit' | 'resolution' | 'neighbours'>,
): NeighbourRule | undefined {
  return parseNeighbours(neighboursText(study));
}

const ONLY_FOR: Partial<Record<NeighbourRule['kind'], readonly Unit['kind'][]>> = {
  ring: ['h3'],
  queen: ['squares', 'polygons'],
  rook: ['squares', 'polygons'],
  'shared-node': ['segments'],
};

/** What may be asked for instead, if a rule has no meaning for a unit; undefined if it has. */
export function neighboursInstead(rule: NeighbourRule, { kind }: Unit): string | undefined {
  if (kind === 'place-type') return '–';
  const only = ONLY_FOR[rule.kind];
  // The corners of squares meet by themselves.
  const isNeedless = kind === 'squares' && 'tolerance' in rule && rule.tolerance > 0;
  if (!isNeedless && (only === undefined || only.includes(kind))) return undefined;
  const own = {
    h3: 'ring:1, ring:2, ring:3',
    squares: 'queen, rook',
    polygons: 'queen, rook',
    segments: 'shared-node',
    address: '',
  };
  return [own[kind], 'band:METRES', 'nearest:COUNT', 'FILE.csv'].filter((text) => text !== '').join(', ');
}

/** How incidents come to street segments. */
export interface SegmentRules {
  noding: Noding;
  /** Metres. */
  snapDistance: number;
  crossings: CrossingRule;
}

/**
 * The rules of a study whose unit is street segments. Lines are cut where they share a vertex, unless somebody has cut
 * them already: he names the column of their ids, or the incidents carry them.
 */
export function segmentRulesOf(
  study: Pick<Study, 'unit' | 'resolution' | 'columns' | SegmentKey>,
): SegmentRules {
  const unit = unitOf(study);
  const areGiven = ('file' in unit && unit.column !== undefined) || study.columns?.place !== undefined;
  return {
    noding: study.noding ?? (areGiven ? 'none' : 'vertices'),
    snapDistance: study.snapDistance ?? MOST_SNAP_METERS,
    crossings: study.crossings ?? 'lowest-id',
  };
}

/** Keys that mean something only for street segments. */
export const SEGMENT_KEYS = ['noding', 'snapDistance', 'crossings'] as const;
type SegmentKey = (typeof SEGMENT_KEYS)[number];

/** Files that the unit and the neighbours of a study name, whether or not the rest of the study is sound. */
export function placeFilesOf({ unit, neighbours }: { unit?: unknown; neighbours?: unknown }): string[] {
  const found = [
    typeof unit === 'string' ? parseUnit(unit) : undefined,
    typeof neighbours === 'string' ? parseNeighbours(neighbours) : undefined,
  ];
  return found.flatMap((key) => (key && 'file' in key ? [key.file] : []));
}
