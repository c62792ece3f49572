import type { RingCount } from '@oryn/core';
import type { Study } from './schema.ts';

/** The unit of analysis of a study. */
export type Unit =
  | { kind: 'h3'; resolution: number }
  | { kind: 'polygons' | 'segments'; file: string; column: string | undefined }
  | { kind: 'address' };

/** Which places count as neighbours. `tolerance` in metres joins vertices that nearly meet. */
export type NeighbourRule =
  | { kind: 'ring'; rings: RingCount }
  | { kind: 'band'; meters: number }
  | { kind: 'nearest'; count: number; symmetric: boolean }
  | { kind: 'queen' | 'rook' | 'shared-node'; tolerance: number }
  | { kind: 'table'; file: string };

export const UNIT_EXPECTED = 'h3:9, polygons:FILE, segments:FILE, address';
export const NEIGHBOURS_EXPECTED =
  'ring:1, ring:2, ring:3, band:METRES, nearest:COUNT, queen, rook, shared-node, FILE.csv';

/** `h3:9`, `polygons:districts.geojson`, `segments:streets.geojson#segment_id` (a column of ids), `address`. */
export function parseUnit(given: string): Unit | undefined {
  if (given === 'address') return { kind: 'address' };
  const [, kind, rest] = /^(h3|polygons|segments):(.+)$/.exec(given) ?? [];
  if (kind === 'h3') return /^\d+$/.test(rest) ? { kind, resolution: Number(rest) } : undefined;
  if (kind !== 'polygons' && kind !== 'segments') return undefined;
  const [, file, column] = /^(.+?)(?:#([^#/\\]+))?$/.exec(rest) ?? [];
  return { kind, file, column };
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
  polygons: 'queen',
  segments: 'shared-node',
  address: 'nearest:8',
} as const;

/** What `neighbours` stands for where it is left out. */
export function neighboursText(study: Pick<Study, 'unit' | 'resolution' | 'neighbours'>): string {
  return study.neighbours ?? DEFAULTS[unitOf(study).kind];
}

/** The neighbours of a checked study. */
export function neighbourRuleOf(study: Pick<Study, 'unit' | 'resolution' | 'neighbours'>): NeighbourRule {
  return parseNeighbours(neighboursText(study))!;
}

const ONLY_FOR: Partial<Record<NeighbourRule['kind'], Unit['kind']>> = {
  ring: 'h3',
  queen: 'polygons',
  rook: 'polygons',
  'shared-node': 'segments',
};

/** What may be asked for instead, if a rule has no meaning for a unit; undefined if it has. */
export function neighboursInstead(rule: NeighbourRule, { kind }: Unit): string | undefined {
  const only = ONLY_FOR[rule.kind];
  if (only === undefined || only === kind) return undefined;
  const own = { h3: 'ring:1, ring:2, ring:3', polygons: 'queen, rook', segments: 'shared-node', address: '' };
  return [own[kind], 'band:METRES', 'nearest:COUNT', 'FILE.csv'].filter((text) => text !== '').join(', ');
}

/** Files that the unit and the neighbours of a study name, whether or not the rest of the study is sound. */
export function placeFilesOf({ unit, neighbours }: { unit?: unknown; neighbours?: unknown }): string[] {
  const found = [
    typeof unit === 'string' ? parseUnit(unit) : undefined,
    typeof neighbours === 'string' ? parseNeighbours(neighbours) : undefined,
  ];
  return found.flatMap((key) => (key && 'file' in key ? [key.file] : []));
}
