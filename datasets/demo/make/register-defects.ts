import type { RandomStream } from '@oryn/core';
import { pick } from './chance.ts';
import { signedArea, type XY } from './geometry.ts';
import type { RegisterLimits, RegisterRow } from './register-rows.ts';

/** How many rows of every kind are spoiled on purpose. A row has at most one defect of place. */
export const registerDefects = {
  'exchanged-axes': 25,
  'missing-coordinates': 30,
  'zero-coordinates': 15,
  'impossible-date': 10,
  'repeated-row': 12,
  'police-station': 40,
  'district-centroid': 20,
  'heaped-noon': 150,
} as const;

/** Found in the rows and not planted: both come from the demo. */
export type RegisterDefect = keyof typeof registerDefects | 'outside-boundary' | 'unknown-hour';

/** What stands where a coordinate is missing. */
const NOTHING = ['', '', '', '-', 'нет данных'];
const NO_SUCH_DAY = ['31.02.2023', '30.02.2022', '31.04.2023', '31.06.2022', '29.02.2023', '31.11.2022'];
const REPEAT_AFTER_ROWS = 40;

export interface SpoiledRegister {
  readonly rows: readonly RegisterRow[];
  readonly defects: ReadonlyMap<RegisterDefect, readonly number[]>;
}

/** The rows with their defects, and the index of every spoiled row by kind (of a repeated row: the second). */
export function spoilRegister(
  { rows: sound, outside }: { rows: readonly RegisterRow[]; outside: ReadonlySet<RegisterRow> },
  { districts, stations }: RegisterLimits,
  random: RandomStream,
): SpoiledRegister {
  const spoiled = new Map<RegisterRow, { kind: keyof typeof registerDefects; row: RegisterRow }>();
  const free = shuffled(
    sound.filter((row) => !outside.has(row)),
    random,
  );
  const spoil = (
    kind: keyof typeof registerDefects,
    change: (row: RegisterRow, index: number) => Partial<RegisterRow>,
    suits: (row: RegisterRow) => boolean = () => true,
  ): void => {
    for (let planted = 0; planted < registerDefects[kind]; planted++) {
      const [row] = free.splice(free.findIndex(suits), 1);
      spoiled.set(row!, { kind, row: { ...row!, ...change(row!, planted) } });
    }
  };
  // The first station lies in a true hot spot: its stack makes that one louder and hides a quieter one.
  const [station] = stations as readonly [XY];
  const district = [...districts.values()].at(-1)!;
  const centre = centroid(district.rings[0]!);
  spoil('exchanged-axes', ({ lon, lat }) => ({ lon: lat, lat: lon }));
  spoil('missing-coordinates', ({ lat }, index) => {
    const nothing = pick(random, NOTHING);
    // A few have lost only one of the two.
    return { lon: nothing, lat: index % 10 === 9 ? lat : nothing };
  });
  spoil('zero-coordinates', () => ({ lon: '0', lat: '0' }));
  spoil('impossible-date', ({ time }) => ({
    time: `${pick(random, NO_SUCH_DAY)}${time.slice(10)}`,
    timeIsText: true,
  }));
  spoil('police-station', () => ({ lon: String(station[0]), lat: String(station[1]) }));
  spoil(
    'district-centroid',
    () => ({ lon: String(centre[0]), lat: String(centre[1]) }),
    (row) => row.district === district.name,
  );
  spoil('repeated-row', () => ({}));
  spoil(
    'heaped-noon',
    ({ time }) => ({ time: `${time.slice(0, 10)} 12:00` }),
    ({ time }) => !/ (00|12):00$/.test(time),
  );
  return inOrder(sound, outside, spoiled, random);
}

/** The rows in their order with the repeated ones some rows after the first, and where every defect has come to stand. */
function inOrder(
  sound: readonly RegisterRow[],
  outside: ReadonlySet<RegisterRow>,
  spoiled: ReadonlyMap<RegisterRow, { kind: keyof typeof registerDefects; row: RegisterRow }>,
  random: RandomStream,
): SpoiledRegister {
  const rows: RegisterRow[] = [];
  const defects = new Map<RegisterDefect, number[]>();
  const note = (kind: RegisterDefect): void => {
    defects.set(kind, [...(defects.get(kind) ?? []), rows.length]);
  };
  const waiting: { row: RegisterRow; at: number }[] = [];
  for (const [index, original] of sound.entries()) {
    const { kind, row } = spoiled.get(original) ?? { kind: undefined, row: original };
    if (kind === 'repeated-row') waiting.push({ row, at: index + random.integer(1, REPEAT_AFTER_ROWS) });
    else if (kind) note(kind);
    if (outside.has(original)) note('outside-boundary');
    if (row.time.endsWith(' 00:00')) note('unknown-hour');
    rows.push(row);
    for (const twin of waiting.filter(({ at }) => at === index || index === sound.length - 1)) {
      waiting.splice(waiting.indexOf(twin), 1);
      note('repeated-row');
      if (twin.row.time.endsWith(' 00:00')) note('unknown-hour');
      rows.push(twin.row);
    }
  }
  return { rows, defects };
}

/** Fisher & Yates. */
function shuffled<T>(items: readonly T[], random: RandomStream): T[] {
  const list = [...items];
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [list[last], list[other]] = [list[other]!, list[last]!];
  }
  return list;
}

/** Centroid of the area of a ring, six decimals. The ring is small: degrees serve as a plane. */
export function centroid(ring: readonly XY[]): XY {
  const [x0, y0] = ring[0]!;
  let [x, y] = [0, 0];
  for (const [index, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(index + 1) % ring.length]!;
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    x += (ax + bx - 2 * x0) * cross;
    y += (ay + by - 2 * y0) * cross;
  }
  const sixth = 3 * signedArea(ring);
  return [Number((x0 + x / sixth).toFixed(6)), Number((y0 + y / sixth).toFixed(6))];
}
