import type { FacilityKind } from './facility-kinds.ts';
import type { XY } from './geometry.ts';

/**
 * Land use of a cell of the plan: C centre, O old town, M micro-district of apartment blocks, P private
 * houses, I industry, A allotments, G park, ~ river, = railway, . empty land inside the boundary; a blank is
 * outside.
 */
export type Zone = 'C' | 'O' | 'M' | 'P' | 'I' | 'A' | 'G' | '~' | '=' | '.' | ' ';

export type StreetClass = 'main' | 'street' | 'lane';

export interface Trilingual {
  readonly kk: string;
  readonly ru: string;
  readonly en: string;
}

/** Column, row and the shares of the cell from its west and from its north edge. */
export type CellPoint = readonly [column: number, row: number, east: number, south: number];

export interface NamedFacility {
  readonly kind: FacilityKind;
  readonly at: CellPoint;
  readonly name: Trilingual;
}

export type AreaKind =
  | 'market'
  | 'station'
  | 'mall'
  | 'bars'
  | 'courtyards'
  | 'bus'
  | 'hostels'
  | 'hospital'
  | 'park'
  | 'gate';

/** A problem area that the generator plants on purpose. */
export interface PlantedArea {
  readonly name: string;
  readonly label: Trilingual;
  readonly kind: AreaKind;
  readonly at: CellPoint;
  /** Metres. */
  readonly radius: number;
  /** Expected place-layer incidents in five years that it adds to its surroundings. */
  readonly adds: number;
  /** `new`: only since June 2021; `fading`: falls to a tenth by 2022. */
  readonly pattern: 'steady' | 'new' | 'fading';
  /** All on the coordinate of the first facility: what no permutation test of neighbourhoods can find. */
  readonly isolated?: true;
  /** Facilities on whose exact coordinates a small part of the incidents is stacked. */
  readonly stacks: readonly { readonly kind: FacilityKind; readonly name: Trilingual }[];
}

export interface CityPlan {
  readonly id: string;
  readonly seed: number;
  /** Edges of the columns, west to east, and of the rows, north to south, metres in the plan's own frame. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly zones: readonly string[];
  /** District number (1-5) of each cell. */
  readonly districts: readonly string[];
  readonly districtNames: readonly Trilingual[];
  /** From the plan's frame to metres east and north of the centre; smooth. */
  frame(u: number, v: number): XY;
  /** Indices of the column edges and row edges that are avenues. */
  readonly avenues: { readonly columns: readonly number[]; readonly rows: readonly number[] };
  /** Column edges that cross the river and the railway. */
  readonly bridges: readonly number[];
  readonly railCrossings: readonly number[];
  /** Roads across empty land, in the frame. */
  readonly roads: readonly { readonly key: string; readonly path: readonly XY[] }[];
  /** Half width of the river at u, metres; the river runs along v = 0. */
  readonly riverHalfWidth?: (u: number) => number;
  /** Rotation of the old town's streets against the frame, degrees. */
  readonly oldTownAngle: number;
  /** Where the town's centre lies in the frame. */
  readonly heart: XY;
  readonly population: number;
  /** Expected rows of the incident table before exact duplicates. */
  readonly incidents: number;
  /** Expected five-year livestock thefts as a share of all rows. */
  readonly livestockShare: number;
  readonly facilities: readonly NamedFacility[];
  readonly areas: readonly PlantedArea[];
  readonly beatsPerDistrict: number;
  /** First of the district codes, for example 1 for SIM01. */
  readonly firstCode: number;
  readonly title: Trilingual;
}
