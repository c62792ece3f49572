/** Reference points of a group of rows on the sphere: a sample of its distinct points that are in range. */
export interface Cloud {
  readonly group: number;
  /** x, y, z per point on the unit sphere. */
  readonly points: Float64Array;
  /** Group of each point; all the same but in the cloud of the whole file. */
  readonly groups: Uint16Array;
  /** False only where no point of the cloud is within about five degrees. */
  isNear(lon: number, lat: number): boolean;
  /** Nine tenths of the cloud lie no farther from the rest of it, degrees. */
  usualReach(): number;
}

export interface Clouds {
  /** The whole file, in more points than a group has, to look for neighbours in. */
  readonly all: Cloud;
  /** The rows of a group (0: of the whole file); undefined where they are too few to say anything. */
  of(group: number): Cloud | undefined;
}

/** Enough to describe the shape of a city or region; distances are compared with all of them. */
const MOST_OF_GROUP = 256;
const MOST_OF_FILE = 4096;
const FEWEST = 4;

/** Share of a group that makes it "near"; points that are wrong together must be fewer than this. */
const NEAREST = 0.2;
const NEIGHBOURS = 6;

const CELL_DEGREES = 5;
const CELLS_ACROSS = 360 / CELL_DEGREES;
const CELLS_DOWN = 180 / CELL_DEGREES;

/** The clouds of a file; rows of group 0 (or all, where there are no groups) are compared with the whole file. */
export function cloudsOf(lon: Float64Array, lat: Float64Array, groups: Uint16Array | undefined): Clouds {
  const inRange = (i: number): boolean =>
    Math.abs(lon[i]) <= 180 && Math.abs(lat[i]) <= 90 && !(lon[i] === 0 && lat[i] === 0);
  const rowsOf = new Map<number, number>();
  let rows = 0;
  for (let i = 0; i < lon.length; i++) {
    if (!inRange(i)) continue;
    rows++;
    const group = groups?.[i] ?? 0;
    rowsOf.set(group, (rowsOf.get(group) ?? 0) + 1);
  }
  const everywhere = new Gathering(0, rows, MOST_OF_FILE);
  const file = new Gathering(0, rows, MOST_OF_GROUP);
  const gatherings = new Map<number, Gathering>();
  for (let i = 0; i < lon.length; i++) {
    if (!inRange(i)) continue;
    const group = groups?.[i] ?? 0;
    everywhere.offer(lon[i], lat[i], group);
    file.offer(lon[i], lat[i], group);
    if (group === 0) continue;
    let own = gatherings.get(group);
    if (!own) {
      own = new Gathering(group, rowsOf.get(group) ?? 0, MOST_OF_GROUP);
      gatherings.set(group, own);
    }
    own.offer(lon[i], lat[i], group);
  }
  const clouds = new Map([...gatherings].map(([group, gathering]) => [group, gathering.cloud()]));
  clouds.set(0, file.cloud());
  return {
    all: everywhere.cloud(),
    of: (group) => {
      const cloud = clouds.get(group);
      return cloud && cloud.groups.length >= FEWEST ? cloud : undefined;
    },
  };
}

/** Takes every so-manieth of the points offered, each place once. */
class Gathering {
  private readonly seen = new Set<string>();
  private readonly points: number[] = [];
  private readonly groups: number[] = [];
  private readonly occupied = new Uint8Array(CELLS_ACROSS * CELLS_DOWN);
  private readonly group: number;
  private readonly stride: number;
  private offered = 0;

  constructor(group: number, rows: number, most: number) {
    this.group = group;
    this.stride = Math.ceil(rows / most);
  }

  offer(lon: number, lat: number, group: number): void {
    if (this.offered++ % this.stride !== 0) return;
    const key = `${lon} ${lat} ${group}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.points.push(...onSphere(lon, lat));
    this.groups.push(group);
    const [column, row] = cellOf(lon, lat);
    for (let r = Math.max(0, row - 1); r <= Math.min(CELLS_DOWN - 1, row + 1); r++) {
      for (let c = column - 1; c <= column + 1; c++) {
        this.occupied[r * CELLS_ACROSS + ((c + CELLS_ACROSS) % CELLS_ACROSS)] = 1;
      }
    }
  }

  cloud(): Cloud {
    const { group, occupied } = this;
    const points = Float64Array.from(this.points);
    let usual: number | undefined;
    const cloud: Cloud = {
      group,
      points,
      groups: Uint16Array.from(this.groups),
      isNear: (lon, lat) => {
        const [column, row] = cellOf(lon, lat);
        return occupied[row * CELLS_ACROSS + column] === 1;
      },
      usualReach: () => {
        usual ??= usualReachOf(cloud);
        return usual;
      },
    };
    return cloud;
  }
}

/** Whether the nearest fifth of a cloud is nearer to a place than some degrees. */
export function isWithin(cloud: Cloud, lon: number, lat: number, degrees: number): boolean {
  const place = onSphere(lon, lat);
  const limit = (2 * Math.sin((degrees * Math.PI) / 360)) ** 2;
  // One more than `reach` asks for, because the row itself may be among them.
  const enough = rankIn(cloud.groups.length) + 1;
  for (let i = 0, count = 0; i < cloud.groups.length; i++) {
    if (squaredChord(cloud.points, i, place) < limit && ++count >= enough) return true;
  }
  return false;
}

const rankIn = (count: number): number => Math.min(count, Math.max(2, Math.ceil(NEAREST * count)));

/**
 * Distance in degrees from a place to the nearest fifth of a cloud (at least its two nearest points).
 *
 * @param exceptLon the row judged itself is no part of what it is compared with
 */
export function reach(cloud: Cloud, lon: number, lat: number, exceptLon: number, exceptLat: number): number {
  const squared = squaredChords(cloud, onSphere(lon, lat), onSphere(exceptLon, exceptLat));
  if (squared.length === 0) return Number.POSITIVE_INFINITY;
  squared.sort();
  return degreesOfChord(squared[rankIn(squared.length) - 1]);
}

/** Share of a group among the six points of a cloud that are nearest to a place. */
export function nearestShare(
  cloud: Cloud,
  group: number,
  lon: number,
  lat: number,
  exceptLon: number,
  exceptLat: number,
): number {
  if (!(Math.abs(lat) <= 90)) return 0;
  const place = onSphere(lon, lat);
  const except = onSphere(exceptLon, exceptLat);
  const nearest: { squared: number; own: boolean }[] = [];
  for (let i = 0; i < cloud.groups.length; i++) {
    if (squaredChord(cloud.points, i, except) < SAME_PLACE) continue;
    const squared = squaredChord(cloud.points, i, place);
    if (nearest.length === NEIGHBOURS && squared >= nearest[NEIGHBOURS - 1].squared) continue;
    nearest.push({ squared, own: cloud.groups[i] === group });
    nearest.sort((a, b) => a.squared - b.squared);
    nearest.length = Math.min(nearest.length, NEIGHBOURS);
  }
  return nearest.length === 0 ? 0 : nearest.filter(({ own }) => own).length / nearest.length;
}

/** Squared chord below which two places are the same, about a millimetre. */
const SAME_PLACE = 1e-20;

function usualReachOf(cloud: Cloud): number {
  const count = cloud.groups.length;
  const reaches = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const place: Vector = [cloud.points[3 * i], cloud.points[3 * i + 1], cloud.points[3 * i + 2]];
    const squared = squaredChords(cloud, place, place).sort();
    reaches[i] = degreesOfChord(squared[rankIn(squared.length) - 1] ?? 0);
  }
  return reaches.sort()[Math.floor(0.9 * count)];
}

type Vector = [number, number, number];

function onSphere(lon: number, lat: number): Vector {
  const [a, b] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(b) * Math.cos(a), Math.cos(b) * Math.sin(a), Math.sin(b)];
}

function squaredChords(cloud: Cloud, place: Vector, except: Vector): Float64Array {
  const squared: number[] = [];
  for (let i = 0; i < cloud.groups.length; i++) {
    if (squaredChord(cloud.points, i, except) >= SAME_PLACE)
      squared.push(squaredChord(cloud.points, i, place));
  }
  return Float64Array.from(squared);
}

function squaredChord(points: Float64Array, i: number, [x, y, z]: Vector): number {
  return (points[3 * i] - x) ** 2 + (points[3 * i + 1] - y) ** 2 + (points[3 * i + 2] - z) ** 2;
}

function degreesOfChord(squared: number): number {
  return (2 * Math.asin(Math.min(1, Math.sqrt(squared) / 2)) * 180) / Math.PI;
}

function cellOf(lon: number, lat: number): [column: number, row: number] {
  const column = Math.min(CELLS_ACROSS - 1, Math.floor((lon + 180) / CELL_DEGREES));
  return [column, Math.min(CELLS_DOWN - 1, Math.floor((lat + 90) / CELL_DEGREES))];
}
