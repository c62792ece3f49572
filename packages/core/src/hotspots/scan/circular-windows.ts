import { OrynError } from '../../errors/oryn-error.ts';
import { type PointGrid, pointGrid } from '../../geometry/point-grid.ts';

/** How far a window may grow; it grows while it keeps to all of them. */
export interface WindowLimits {
  /** Largest share of the whole exposure (of all incidents in space-time) in one window, above 0 to .5. Default .5. */
  maxShare?: number | undefined;
  /** Metres, greater than 0. Default: no limit. */
  maxRadius?: number | undefined;
  /** Places in one window, at least 1. Default: no limit. */
  maxPlaces?: number | undefined;
}

const LARGEST_SHARE = 0.5;

/**
 * Circles around places, each run growing over the next nearest places: the windows of run r are the beginnings of
 * `members[offsets[r]] … members[offsets[r + 1] - 1]`.
 */
export interface CircularWindows {
  /** Place in the middle of each run; places at one coordinate have one run together. */
  readonly centres: Uint32Array;
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** Exposure inside the circle through this member; NaN where the next member is as near, so that no circle ends here. */
  readonly measure: Float64Array;
  /** Circles in all, and places with exposure. */
  readonly windows: number;
  readonly places: number;
}

/** Places nearer than this to the same distance lie on one circle: rounding of coordinates is smaller. */
const TIE_METERS = 1e-6;
/** 16 to 20 bytes each; more do not fit the memory of an ordinary laptop. */
const MOST_MEMBERS = 30_000_000;
const CENTRES_PER_PROGRESS = 256;

/**
 * The circular windows over places. Only places with exposure are centres and members: without any, a place adds
 * nothing to be compared. Places at the same distance enter together, so the order of the places does not matter.
 *
 * Time: about n k log k for windows of k places; memory 12 bytes a member.
 *
 * @param x metres
 * @param y metres
 * @param exposure finite and >= 0, one per place
 * @throws OrynError scan.max-share, scan.max-radius, scan.max-places, memory.windows
 */
export function circularWindows(
  x: Float64Array,
  y: Float64Array,
  exposure: ArrayLike<number>,
  limits: WindowLimits = {},
  onCentre: () => void = () => {},
): CircularWindows {
  const { share, radius, places } = checkedLimits(limits);
  const used = Uint32Array.from(x.keys()).filter((place) => exposure[place] > 0);
  let total = 0;
  for (const place of used) total += exposure[place];
  // A share met exactly must not fail by the rounding of a sum.
  const most = share * total * (1 + 1e-12);
  const nearest = nearestFinder(x, y, used);
  const members = new GrowingMembers();
  const centres: number[] = [];
  const offsets = [0];
  let windows = 0;
  let guess = nearest.spacing * Math.sqrt(Math.min(places, used.length)) + TIE_METERS;

  used.forEach((centre, position) => {
    if (position % CENTRES_PER_PROGRESS === 0) onCentre();
    for (let search = Math.min(guess, radius); ; search = Math.min(2 * search, radius)) {
      members.cutTo(offsets[offsets.length - 1]);
      const found = nearest.around(centre, search + 2 * TIE_METERS);
      let sum = 0;
      let taken = 0;
      let added = 0;
      let at = 0;
      let isFull = false;
      while (at < found.count && found.distance[at] <= search) {
        let next = at + 1;
        while (next < found.count && found.distance[next] <= found.distance[at] + TIE_METERS) next++;
        let more = 0;
        for (let i = at; i < next; i++) more += exposure[found.place[i]];
        isFull = taken + next - at > places || sum + more > most;
        if (isFull) break;
        for (let i = at; i < next; i++) members.push(found.place[i], Number.NaN);
        sum += more;
        taken = next;
        members.endCircle(sum);
        added++;
        at = next;
      }
      if (!isFull && search < radius && taken < used.length) continue;
      if (at < found.count) guess = Math.max(TIE_METERS, 1.1 * found.distance[at]);
      if (found.isRepeat) members.cutTo(offsets[offsets.length - 1]);
      else if (added > 0) {
        centres.push(centre);
        offsets.push(members.count);
        windows += added;
      }
      return;
    }
  });
  return {
    centres: Uint32Array.from(centres),
    offsets: Uint32Array.from(offsets),
    ...members.finish(),
    windows,
    places: used.length,
  };
}

function checkedLimits(limits: WindowLimits): { share: number; radius: number; places: number } {
  const { maxShare = LARGEST_SHARE, maxRadius = Infinity, maxPlaces = Infinity } = limits;
  if (!(maxShare > 0 && maxShare <= LARGEST_SHARE)) {
    throw new OrynError('scan.max-share', { given: 100 * maxShare, most: 100 * LARGEST_SHARE });
  }
  if (!(maxRadius > 0)) throw new OrynError('scan.max-radius', { given: maxRadius });
  if (!(maxPlaces >= 1)) throw new OrynError('scan.max-places', { given: maxPlaces });
  return { share: maxShare, radius: maxRadius, places: maxPlaces };
}

interface Nearest {
  count: number;
  /** Places by distance, then by number. */
  place: Uint32Array;
  distance: Float64Array;
  /** A place of a lower number lies at the same coordinate, and has this run already. */
  isRepeat: boolean;
}

function nearestFinder(
  x: Float64Array,
  y: Float64Array,
  used: Uint32Array,
): { spacing: number; around(centre: number, radius: number): Nearest } {
  const ux = Float64Array.from(used, (place) => x[place]);
  const uy = Float64Array.from(used, (place) => y[place]);
  const rough = pointGrid(ux, uy, 1);
  const spacing =
    Math.sqrt((rough.columns * rough.cellSize * rough.rows * rough.cellSize) / Math.max(1, used.length)) || 1;
  const grid: PointGrid = pointGrid(ux, uy, 2 * spacing);
  const seen = new Uint32Array(used.length);
  const order = new Uint32Array(used.length);
  const found = new Float64Array(used.length);
  const place = new Uint32Array(used.length);
  const distance = new Float64Array(used.length);
  const byDistance = (a: number, b: number): number => found[a] - found[b] || seen[a] - seen[b];
  return {
    spacing,
    around(centre, radius) {
      const { left, bottom, cellSize, columns, rows, offsets } = grid;
      const [cx, cy] = [x[centre], y[centre]];
      const along = (value: number, from: number, cells: number): number =>
        Math.min(cells - 1, Math.max(0, Math.floor((value - from) / cellSize)));
      const firstColumn = along(cx - radius, left, columns);
      const lastColumn = along(cx + radius, left, columns);
      const lastRow = along(cy + radius, bottom, rows);
      let count = 0;
      for (let row = along(cy - radius, bottom, rows); row <= lastRow; row++) {
        const end = offsets[row * columns + lastColumn + 1];
        for (let i = offsets[row * columns + firstColumn]; i < end; i++) {
          const apart = Math.hypot(grid.x[i] - cx, grid.y[i] - cy);
          if (!(apart <= radius)) continue;
          found[count] = apart;
          seen[count] = used[grid.order[i]];
          order[count] = count;
          count++;
        }
      }
      order.subarray(0, count).sort(byDistance);
      let isRepeat = false;
      for (let i = 0; i < count; i++) {
        place[i] = seen[order[i]];
        distance[i] = found[order[i]];
        if (distance[i] === 0 && place[i] < centre) isRepeat = true;
      }
      return { count, place, distance, isRepeat };
    },
  };
}

class GrowingMembers {
  count = 0;
  private members = new Uint32Array(1024);
  private measure = new Float64Array(1024);

  push(member: number, measure: number): void {
    if (this.count === this.members.length) this.grow();
    this.members[this.count] = member;
    this.measure[this.count++] = measure;
  }

  endCircle(measure: number): void {
    this.measure[this.count - 1] = measure;
  }

  cutTo(count: number): void {
    this.count = count;
  }

  finish(): { members: Uint32Array; measure: Float64Array } {
    return { members: this.members.slice(0, this.count), measure: this.measure.slice(0, this.count) };
  }

  private grow(): void {
    if (this.count >= MOST_MEMBERS) throw new OrynError('memory.windows', { limit: MOST_MEMBERS });
    const length = Math.min(MOST_MEMBERS, 2 * this.count);
    const [members, measure] = [new Uint32Array(length), new Float64Array(length)];
    members.set(this.members);
    measure.set(this.measure);
    this.members = members;
    this.measure = measure;
  }
}
