import { type Language, text } from '@oryn/language';

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Zones that Kazakhstan lies in, from 46 to 88 degrees east. */
const UTM_ZONES = range(39, 45);
const GAUSS_KRUGER_ZONES = range(8, 15);

/** Coordinate systems that files of Kazakhstan are in, by their code. */
export function systemNames(lang: Language): Map<string, string> {
  const zonal = (zones: number[], base: number, key: 'utm' | 'gk' | 'gkShort'): [string, string][] =>
    zones.map((zone) => [`EPSG:${base + zone}`, text(lang, `open.crs.${key}`, { zone: String(zone) })]);
  return new Map([
    ['EPSG:4326', text(lang, 'open.crs.wgs84')],
    ...zonal(UTM_ZONES, 32600, 'utm'),
    ...zonal(GAUSS_KRUGER_ZONES, 28400, 'gk'),
    ...zonal(GAUSS_KRUGER_ZONES, 28460, 'gkShort'),
    ['EPSG:3857', text(lang, 'open.crs.mercator')],
  ]);
}
