/**
 * Pulkovo 1942 (SK-42) to WGS 84: the seven parameters of GOST R 51794-2008 as EPSG writes them down in
 * "Pulkovo 1942 to WGS 84 (20)", turned to the position-vector signs of `+towgs84`. Metres, arc seconds, ppm.
 * Good to a few metres; a city's own local system may differ by more.
 */
const PULKOVO_1942 = '+ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22';

const WEB_MERCATOR = 'EPSG:3857';

/** Other names of the same system: the codes of Esri, of old standards, and names in words. */
const SAME_SYSTEM: Readonly<Record<string, string>> = {
  '102100': WEB_MERCATOR,
  '102113': WEB_MERCATOR,
  '900913': WEB_MERCATOR,
  '3785': WEB_MERCATOR,
  '3587': WEB_MERCATOR,
  WGS84: 'EPSG:4326',
  'WGS 84': 'EPSG:4326',
  CRS84: 'EPSG:4326',
};

/** State plane of St. Louis: NAD83, Missouri East, US survey feet. */
const MISSOURI_EAST_FEET =
  '+proj=tmerc +lat_0=35.8333333333333 +lon_0=-90.5 +k=0.999933333333333 +x_0=250000 +y_0=0 +datum=NAD83 +units=us-ft +no_defs';

/** A code in the forms people write it: `EPSG:32642`, `32642`, `ESRI:102100`, `urn:ogc:def:crs:EPSG::4326`. */
const CODE =
  /^(?:(?:urn:ogc:def:crs:)?(?:epsg|esri|ogc|wkid)\s*:\s*(?:[\d.]{0,8}:)?\s*|https?:\/\/www\.opengis\.net\/def\/crs\/(?:epsg|ogc)\/[\d.]{1,5}\/)?(\d{4,6}|crs84)$/i;

/**
 * The one name by which a system is known here: `EPSG:<code>` (`ESRI:` for 102696) where it has a code, the
 * text itself otherwise (a proj string, WKT, `planar`).
 */
export function canonicalCrs(given: string): string {
  const text = given.trim();
  if (text.length > 100) return text;
  const code = (CODE.exec(text)?.[1] ?? text).toUpperCase();
  if (Object.hasOwn(SAME_SYSTEM, code)) return SAME_SYSTEM[code];
  if (!/^\d+$/.test(code)) return text;
  return code === '102696' ? 'ESRI:102696' : `EPSG:${code}`;
}

/** What proj4 is given for a system: a proj string where it follows from the code, otherwise the name itself. */
export function projDefinition(crs: string): string {
  const name = canonicalCrs(crs);
  if (name === 'ESRI:102696') return MISSOURI_EAST_FEET;
  const code = /^EPSG:(\d+)$/.exec(name);
  return (code && definitionOfCode(Number(code[1]))) ?? name;
}

function definitionOfCode(code: number): string | undefined {
  if (code > 32600 && code <= 32660) return `+proj=utm +zone=${code - 32600} +datum=WGS84 +units=m +no_defs`;
  if (code > 32700 && code <= 32760)
    return `+proj=utm +zone=${code - 32700} +south +datum=WGS84 +units=m +no_defs`;
  if (code > 26900 && code <= 26923) return `+proj=utm +zone=${code - 26900} +datum=NAD83 +units=m +no_defs`;
  if (code === 4284) return `+proj=longlat ${PULKOVO_1942} +no_defs`;
  return gaussKruegerOfCode(code);
}

/** Pulkovo 1942 / Gauss-Krueger, whose central meridian follows from the code; eastings with or without zone. */
function gaussKruegerOfCode(code: number): string | undefined {
  if (code >= 28402 && code <= 28432) return gaussKrueger((code - 28400) * 6 - 3, code - 28400);
  if (code >= 28462 && code <= 28492) return gaussKrueger((code - 28460) * 6 - 3, 0);
  if (code >= 2494 && code <= 2522) return gaussKrueger(21 + 6 * (code - 2494), 0);
  if (code >= 2523 && code <= 2549) return gaussKrueger(3 * (code - 2516), code - 2516);
  if (code >= 2551 && code <= 2581 && code !== 2577) return gaussKrueger(3 * (code - 2517), code - 2517);
  if (code >= 2582 && code <= 2599) return gaussKrueger(21 + 3 * (code - 2582), 0);
  if (code >= 2601 && code <= 2640) return gaussKrueger(21 + 3 * (code - 2583), 0);
  return undefined;
}

function gaussKrueger(meridian: number, zone: number): string {
  const lon = meridian > 180 ? meridian - 360 : meridian;
  return `+proj=tmerc +lat_0=0 +lon_0=${lon} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 ${PULKOVO_1942} +units=m +no_defs`;
}
