/** Streets within this distance of the middle of the town are in the extract: a small file serves as example. */
const RADIUS_METERS = 750;
const METERS_PER_DEGREE = 111_200;

type LonLat = readonly [number, number];

interface Line {
  readonly path: LonLat[];
  readonly names: Names;
  readonly highway: string;
}

interface Names {
  readonly name_kk: string;
  readonly name_ru: string;
  readonly name_en: string;
}

/** Lanes lead into yards here, as `service` does in OpenStreetMap. */
const HIGHWAYS: Readonly<Record<string, string>> = {
  main: 'primary',
  street: 'residential',
  lane: 'service',
};

/**
 * The middle of a demo city as an extract of OpenStreetMap would hold it (XML): pieces of a street joined to ways of
 * many blocks, crossings as shared nodes, and the boundaries of the town and of its first district as relations. Every
 * way and relation has the tag `simulated=yes`.
 *
 * @param city files of a demo city by name
 */
export function streetsOsmText(city: ReadonlyMap<string, string>): string {
  const osm = new OsmText();
  const lines = linesOf(city.get('streets.geojson')!);
  const middle = middleOf(lines.flatMap(({ path }) => path));
  const near = lines.filter(({ path }) =>
    path.every((point) => metersBetween(point, middle) <= RADIUS_METERS),
  );
  for (const { path, names, highway } of joined(near)) osm.addWay(path, { highway, ...nameTags(names) });
  for (const [layer, level] of [
    ['boundary.geojson', '6'],
    ['districts.geojson', '8'],
  ] as const) {
    const area = featuresOf(city.get(layer)!)[0]!;
    const [ring] = area.geometry.coordinates as unknown as LonLat[][];
    // A boundary is seldom one way: neighbours share its parts.
    const half = Math.floor(ring!.length / 2);
    const ways = [osm.addWay(ring!.slice(0, half + 1)), osm.addWay(ring!.slice(half))];
    const kind = { type: 'boundary', boundary: 'administrative', admin_level: level };
    osm.addRelation(ways, { ...kind, ...nameTags(area.properties as unknown as Names) });
  }
  return osm.text();
}

/** Nodes, ways and relations as they are added; a place that is used again is the same node. */
class OsmText {
  private readonly nodes = new Map<string, number>();
  private readonly ways: string[] = [];
  private readonly relations: string[] = [];

  addWay(path: readonly LonLat[], tags: Readonly<Record<string, string>> = {}): number {
    const id = this.ways.length + 1;
    const refs = path.map((point) => `<nd ref="${this.nodeOf(point)}"/>`).join('');
    this.ways.push(` <way id="${id}" version="1">${refs}${tagsText(tags)}</way>\n`);
    return id;
  }

  addRelation(ways: readonly number[], tags: Readonly<Record<string, string>>): void {
    const members = ways.map((way) => `<member type="way" ref="${way}" role="outer"/>`).join('');
    const id = this.relations.length + 1;
    this.relations.push(` <relation id="${id}" version="1">${members}${tagsText(tags)}</relation>\n`);
  }

  text(): string {
    const nodes = [...this.nodes].map(([place, id]) => ` <node id="${id}" version="1" ${place}/>\n`);
    const head =
      '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="oryn demo, simulated">\n';
    return [head, ...nodes, ...this.ways, ...this.relations, '</osm>\n'].join('');
  }

  private nodeOf([lon, lat]: LonLat): number {
    const place = `lat="${lat}" lon="${lon}"`;
    const id = this.nodes.get(place) ?? this.nodes.size + 1;
    this.nodes.set(place, id);
    return id;
  }
}

function tagsText(tags: Readonly<Record<string, string>>): string {
  return Object.entries({ ...tags, simulated: 'yes' })
    .map(
      ([key, value]) => `<tag k="${key}" v="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`,
    )
    .join('');
}

function nameTags({ name_kk: kk, name_ru: ru, name_en: en }: Names): Record<string, string> {
  return { name: kk, 'name:kk': kk, 'name:ru': ru, 'name:en': en };
}

interface MadeFeature {
  readonly properties: Readonly<Record<string, string>>;
  readonly geometry: { readonly coordinates: LonLat[] };
}

function featuresOf(text: string): MadeFeature[] {
  return (JSON.parse(text) as { features: MadeFeature[] }).features;
}

function linesOf(streets: string): Line[] {
  return featuresOf(streets).map(({ properties, geometry }) => ({
    path: geometry.coordinates,
    names: properties as unknown as Names,
    highway: HIGHWAYS[properties.class!]!,
  }));
}

/** Pieces of one street and class put end to end, as far as one goes on where another ends. */
function joined(lines: readonly Line[]): Line[] {
  const ways: Line[] = [];
  for (const line of lines) {
    const { names, highway } = line;
    const onward = ways.find(
      (way) =>
        way.highway === highway &&
        way.names.name_kk === names.name_kk &&
        `${way.path.at(-1)}` === `${line.path[0]}`,
    );
    if (onward) onward.path.push(...line.path.slice(1));
    else ways.push({ path: [...line.path], names, highway });
  }
  return ways;
}

function middleOf(points: readonly LonLat[]): LonLat {
  const mean = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return [mean(0), mean(1)];
}

function metersBetween([lon1, lat1]: LonLat, [lon2, lat2]: LonLat): number {
  const east = (lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180);
  return METERS_PER_DEGREE * Math.hypot(east, lat2 - lat1);
}
