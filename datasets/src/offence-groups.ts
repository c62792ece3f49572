import content from './content/offence-groups.json' with { type: 'json' };
import type { Names } from './names.ts';
import { offences } from './offences.ts';

export type OffenceGroupId =
  | 'theft'
  | 'open_theft'
  | 'robbery'
  | 'hooliganism'
  | 'murder'
  | 'violence'
  | 'vehicle_taking'
  | 'property_damage'
  | 'fraud'
  | 'drugs'
  | 'weapons'
  | 'sexual'
  | 'family_minors'
  | 'other';

export interface OffenceGroup {
  readonly id: OffenceGroupId;
  readonly name: Names;
  /** `crime_code`s of the official layer. */
  readonly crimeCodes: readonly string[];
}

/**
 * What an analysis of places may do with an offence: `place` enters it; `police-detected` is a layer of its
 * own, because it measures where police looked; `placeless` has coordinates that are no scene; `restricted`
 * (sexual, domestic, child and suicide-related) is shown by district only.
 */
export type OffenceLayer = 'place' | 'police-detected' | 'placeless' | 'restricted';

/** The groups a planner uses, in the order of a legend. */
export const offenceGroups: readonly OffenceGroup[] = content.groups as readonly OffenceGroup[];

const groupOf = new Map(offenceGroups.flatMap((group) => group.crimeCodes.map((code) => [code, group.id])));
const restricted: ReadonlySet<string> = new Set(content.restricted.crimeCodes);

/**
 * The group and the layer of a `crime_code`; undefined for a code that the catalogue does not know and for
 * `0000` and `0010`, which name no article. One rule decides the layer, in this order: restricted list,
 * detected by police, not place-based, place.
 *
 * @example
 * offenceGroupOf('1880'); // { group: 'theft', layer: 'place' }
 */
export function offenceGroupOf(
  crimeCode: string,
): { readonly group: OffenceGroupId; readonly layer: OffenceLayer } | undefined {
  // Spreadsheets eat the leading zero of 0990.
  const code = crimeCode.trim().padStart(4, '0');
  const group = groupOf.get(code);
  if (group === undefined) return undefined;
  return { group, layer: layerOf(code) };
}

function layerOf(code: string): OffenceLayer {
  if (restricted.has(code)) return 'restricted';
  const row = offences.find((offence) => offence.crimeCode === code);
  if (row?.detectedBy === 'police') return 'police-detected';
  return row?.placeBased === true ? 'place' : 'placeless';
}
