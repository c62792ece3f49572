import { OrynError, type StudyArea } from '@oryn/core';
import type { Feature, LineString, Position } from 'geojson';
import { Growable } from '../incidents/growable.ts';
import { truthOf } from '../offences/truth-text.ts';
import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { openOsm } from './osm.ts';
import { lineMeets } from './osm-area-edges.ts';
import type { OsmTags, OsmWay } from './osm-elements.ts';
import { drawnAs, STREET_CLASSES, STREET_TAGS } from './osm-highways.ts';
import { lineOf, NodePlaces } from './osm-node-places.ts';

/** What became of the ways with a tag `highway`: `ways` = `kept` and all that is left out. */
export interface StreetsAccount {
  ways: number;
  kept: number;
  /** Kept, by value of the tag, longest first. */
  classes: StreetClass[];
  leftOut: {
    /** Of no class of streets, by value of the tag, most ways first. */
    otherClass: { highway: string; ways: number }[];
    /** Squares drawn as areas. */
    area: number;
    /** The same way once more. */
    repeated: number;
    /** With a node that the file does not hold. */
    missingNodes: number;
    /** Fewer than two places. */
    tooShort: number;
    /** Meet no part of the area asked for. */
    outside: number;
  };
}

export interface StreetClass {
  highway: string;
  ways: number;
  /** Metres on the sphere, the two carriageways of a divided street both. */
  meters: number;
}

export interface OsmStreets {
  features: Feature<LineString>[];
  account: StreetsAccount;
}

export interface StreetOptions {
  /** Values of `highway` that are taken besides those of `STREET_CLASSES`. */
  readonly also?: readonly string[] | undefined;
  /** A way is kept whole where any part of it meets the area. */
  readonly area?: StudyArea | undefined;
  readonly onProgress?: ReadProgress | undefined;
}

/** Ways and vertices that are held at once; Kazakhstan has under a million streets. */
const MOST_WAYS = 2_000_000;
const MOST_VERTICES = 40_000_000;

/**
 * The streets of a file of OpenStreetMap, as lines in degrees, one per way, not yet cut where they cross. `id` is the
 * number of the way; of its tags those of `STREET_TAGS` are properties. A way may be many blocks long and a divided
 * street is two ways: whoever counts streets must cut them at crossings first.
 *
 * @throws OrynError osm.no-points where no street has its points in the file, osm.too-large, and those of `openOsm`
 */
export async function readOsmStreets(file: SourceFile, options: StreetOptions = {}): Promise<OsmStreets> {
  const { also = [], area, onProgress } = options;
  const osm = await openOsm(file);
  const chosen = new ChosenWays(file.name, new Set([...STREET_CLASSES, ...also]));
  await osm.visit({ way: (way) => chosen.add(way) }, onProgress);
  const places = new NodePlaces(file.name, chosen.nodes.view().slice());
  await places.find(osm, onProgress);

  const { account } = chosen;
  const meets = area && lineMeets(area.polygons);
  const classes = new Map<string, StreetClass>();
  const features: Feature<LineString>[] = [];
  chosen.ways.forEach(({ id, properties }, i) => {
    const line = lineOf(chosen.nodesOf(i), places);
    if (!line) account.leftOut.missingNodes++;
    else if (line.length < 2) account.leftOut.tooShort++;
    else if (meets && !meets(line)) account.leftOut.outside++;
    else {
      const { highway } = properties;
      const own = classes.get(highway) ?? { highway, ways: 0, meters: 0 };
      classes.set(highway, own);
      own.ways++;
      own.meters += metersOf(line);
      features.push({ type: 'Feature', id, properties, geometry: { type: 'LineString', coordinates: line } });
    }
  });
  account.kept = features.length;
  account.leftOut.otherClass = chosen.otherClassesByWays();
  account.classes = [...classes.values()].sort(
    (a, b) => b.meters - a.meters || (a.highway < b.highway ? -1 : 1),
  );
  const { missingNodes, tooShort, outside } = account.leftOut;
  if (missingNodes > 0 && account.kept + tooShort + outside === 0)
    throw new OrynError('osm.no-points', { file: file.name, count: missingNodes });
  return { features, account };
}

type StreetProperties = Record<string, string | number | boolean> & { highway: string };

/** The ways of a pass that are streets; their nodes lie in one array. */
class ChosenWays {
  readonly ways: { id: number; properties: StreetProperties }[] = [];
  readonly nodes = new Growable((length) => new Float64Array(length));
  readonly account: StreetsAccount;
  private readonly file: string;
  private readonly classes: ReadonlySet<string>;
  private readonly ids = new Set<number>();
  private readonly ends: number[] = [];
  private readonly otherClasses = new Map<string, number>();

  constructor(file: string, classes: ReadonlySet<string>) {
    this.file = file;
    this.classes = classes;
    const leftOut = { otherClass: [], area: 0, repeated: 0, missingNodes: 0, tooShort: 0, outside: 0 };
    this.account = { ways: 0, kept: 0, classes: [], leftOut };
  }

  /** @throws OrynError osm.too-large */
  add({ id, tags, nodes }: OsmWay): void {
    const highway = tags.get('highway');
    if (highway === undefined) return;
    const { account } = this;
    account.ways++;
    if (!this.classes.has(highway)) this.leaveOut(highway);
    else if (tags.get('area') === 'yes') account.leftOut.area++;
    else if (this.ids.has(id)) account.leftOut.repeated++;
    else {
      if (this.ways.length >= MOST_WAYS || this.nodes.length + nodes.length > MOST_VERTICES)
        throw new OrynError('osm.too-large', { file: this.file });
      this.ids.add(id);
      this.ways.push({ id, properties: propertiesOf(id, highway, tags) });
      for (const node of nodes) this.nodes.push(node);
      this.ends.push(this.nodes.length);
    }
  }

  nodesOf(way: number): Float64Array {
    return this.nodes.view().subarray(way === 0 ? 0 : this.ends[way - 1], this.ends[way]);
  }

  private leaveOut(highway: string): void {
    // Values are free text; a file of a million different ones is not listed.
    const known = this.otherClasses.has(highway) || this.otherClasses.size < MOST_CLASSES;
    const name = known ? highway.slice(0, 60) : '…';
    this.otherClasses.set(name, (this.otherClasses.get(name) ?? 0) + 1);
  }

  /** Most ways first. */
  otherClassesByWays(): { highway: string; ways: number }[] {
    return [...this.otherClasses]
      .map(([highway, ways]) => ({ highway, ways }))
      .sort((a, b) => b.ways - a.ways || (a.highway < b.highway ? -1 : 1));
  }
}

const MOST_CLASSES = 1000;

function propertiesOf(id: number, highway: string, tags: OsmTags): StreetProperties {
  const properties: StreetProperties = { id, class: drawnAs(highway), highway };
  for (const tag of STREET_TAGS) {
    const value = tags.get(tag);
    if (value !== undefined) properties[tag] = value;
  }
  if (truthOf(tags.get('simulated') ?? '')) properties.simulated = true;
  return properties;
}

/** Radius of the sphere of the same surface as the Earth, metres. */
const EARTH_RADIUS_METERS = 6_371_007.2;

/** Length on the sphere (haversine). */
function metersOf(line: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [[lon1, lat1], [lon2, lat2]] = [line[i - 1], line[i]];
    const sines = Math.sin(radians(lat2 - lat1) / 2) ** 2;
    const across =
      Math.sin(radians(lon2 - lon1) / 2) ** 2 * Math.cos(radians(lat1)) * Math.cos(radians(lat2));
    sum += 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(sines + across)));
  }
  return sum;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
