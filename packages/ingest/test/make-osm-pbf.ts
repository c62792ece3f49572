/** A small piece of OpenStreetMap, from which the forms of its files are written for tests. */
export interface OsmModel {
  readonly nodes?: readonly { id: number; lon: number; lat: number }[];
  readonly ways?: readonly { id: number; nodes: readonly number[]; tags?: Tags }[];
  readonly relations?: readonly { id: number; members: readonly Member[]; tags?: Tags }[];
}

type Tags = Readonly<Record<string, string>>;

interface Member {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role?: string;
}

export interface PbfForm {
  /** Nodes one by one instead of in rows. */
  readonly plainNodes?: boolean;
  /** Points written on the ways, and the nodes left away. */
  readonly pointsOnWays?: boolean;
  readonly packing?: 'zlib' | 'none';
  readonly features?: readonly string[];
  /** Nanodegrees of one step of the coordinates. */
  readonly granularity?: number;
  /** Nanodegrees that are added to every coordinate. */
  readonly offset?: number;
}

/**
 * A PBF file written by hand after the description of the format, byte by byte and without the library that reads it,
 * so that both would have to be wrong in the same way. Elements of a kind lie in a block of their own.
 */
export async function makeOsmPbf(model: OsmModel, form: PbfForm = {}): Promise<Uint8Array> {
  const features = form.features ?? ['OsmSchema-V0.6', 'DenseNodes'];
  const header = features.flatMap((feature) => bytesField(4, utf8(feature)));
  const parts = [await blob('OSMHeader', header, form)];
  for (const kind of ['nodes', 'ways', 'relations'] as const) {
    const isLeftOut = kind === 'nodes' && form.pointsOnWays === true;
    if (!isLeftOut && (model[kind] ?? []).length > 0)
      parts.push(await blob('OSMData', blockOf(model, kind, form), form));
  }
  return Uint8Array.from(parts.flat());
}

/** A blob with its header and length, as the file holds it. */
export async function blob(type: string, content: readonly number[], form: PbfForm = {}): Promise<number[]> {
  const packed =
    form.packing === 'none'
      ? bytesField(1, content)
      : [...numberField(2, content.length), ...bytesField(3, await deflated(content))];
  return framed(type, packed);
}

export function framed(type: string, packed: readonly number[]): number[] {
  const header = [...bytesField(1, utf8(type)), ...numberField(3, packed.length)];
  return [0, 0, header.length >> 8, header.length & 255, ...header, ...packed];
}

export async function deflated(content: readonly number[]): Promise<number[]> {
  const stream = new Blob([Uint8Array.from(content)]).stream().pipeThrough(new CompressionStream('deflate'));
  return [...new Uint8Array(await new Response(stream).arrayBuffer())];
}

function blockOf(model: OsmModel, kind: keyof OsmModel, form: PbfForm): number[] {
  const { granularity = 100, offset = 0 } = form;
  const strings = [''];
  const text = (value: string): number => {
    const known = strings.indexOf(value);
    return known >= 0 ? known : strings.push(value) - 1;
  };
  const raw = (degrees: number): number => Math.round((degrees * 1e9 - offset) / granularity);
  const group: number[] = [];
  const nodes = new Map((model.nodes ?? []).map((node) => [node.id, node]));
  const tagFields = (tags: Tags = {}): number[] => [
    ...bytesField(
      2,
      Object.keys(tags).flatMap((key) => varint(text(key))),
    ),
    ...bytesField(
      3,
      Object.values(tags).flatMap((value) => varint(text(value))),
    ),
  ];
  if (kind === 'nodes' && form.plainNodes) {
    for (const { id, lon, lat } of nodes.values()) {
      const fields = [...numberField(1, zigzag(id)), ...numberField(8, zigzag(raw(lat)))];
      group.push(...bytesField(1, [...fields, ...numberField(9, zigzag(raw(lon)))]));
    }
  } else if (kind === 'nodes') {
    const all = [...nodes.values()];
    const rows = [
      ...bytesField(1, differences(all.map(({ id }) => id))),
      ...bytesField(8, differences(all.map(({ lat }) => raw(lat)))),
      ...bytesField(9, differences(all.map(({ lon }) => raw(lon)))),
    ];
    group.push(...bytesField(2, rows));
  }
  for (const way of kind === 'ways' ? (model.ways ?? []) : []) {
    const places = way.nodes.map((id) => nodes.get(id) ?? { lon: 0, lat: 0 });
    const points = form.pointsOnWays
      ? [
          ...bytesField(9, differences(places.map(({ lat }) => raw(lat)))),
          ...bytesField(10, differences(places.map(({ lon }) => raw(lon)))),
        ]
      : [];
    const fields = [
      ...numberField(1, way.id),
      ...tagFields(way.tags),
      ...bytesField(8, differences(way.nodes)),
    ];
    group.push(...bytesField(3, [...fields, ...points]));
  }
  for (const { id, tags, members } of kind === 'relations' ? (model.relations ?? []) : []) {
    const fields = [
      ...numberField(1, id),
      ...tagFields(tags),
      ...bytesField(
        8,
        members.flatMap(({ role = '' }) => varint(text(role))),
      ),
      ...bytesField(9, differences(members.map((member) => member.id))),
      ...bytesField(
        10,
        members.flatMap(({ type }) => varint(['node', 'way', 'relation'].indexOf(type))),
      ),
    ];
    group.push(...bytesField(4, fields));
  }
  const table = strings.flatMap((string) => bytesField(1, utf8(string)));
  const scale = granularity === 100 ? [] : numberField(17, granularity);
  const origin = offset === 0 ? [] : [...numberField(19, offset), ...numberField(20, offset)];
  return [...bytesField(1, table), ...bytesField(2, group), ...scale, ...origin];
}

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

function differences(values: readonly number[]): number[] {
  return values.flatMap((value, i) => varint(zigzag(value - (i === 0 ? 0 : values[i - 1]))));
}

export const numberField = (field: number, value: number): number[] => [
  ...varint(field * 8),
  ...varint(value),
];

export const bytesField = (field: number, content: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];

/** The same as XML, as editors and extracts write it. */
export function makeOsmXml({ nodes = [], ways = [], relations = [] }: OsmModel): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const tagsOf = (tags: Tags = {}): string =>
    Object.entries(tags)
      .map(([key, value]) => `<tag k="${escaped(key)}" v="${escaped(value)}"/>`)
      .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6" generator="test">',
    ...nodes.map(({ id, lon, lat }) => `<node id="${id}" version="1" lat="${lat}" lon="${lon}"/>`),
    ...ways.map(
      ({ id, nodes: refs, tags }) =>
        `<way id="${id}" version="1">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsOf(tags)}</way>`,
    ),
    ...relations.map(
      ({ id, members, tags }) =>
        `<relation id="${id}" version="1">${members
          .map(({ type, id: ref, role = '' }) => `<member type="${type}" ref="${ref}" role="${role}"/>`)
          .join('')}${tagsOf(tags)}</relation>`,
    ),
    '</osm>\n',
  ].join('\n');
}

/** The same as an answer of Overpass: nodes and ways, or (`out geom`) points beside the ways and members. */
export function makeOverpass(
  { nodes = [], ways = [], relations = [] }: OsmModel,
  form: 'nodes' | 'geom',
): string {
  const place = new Map(nodes.map(({ id, lon, lat }) => [id, { lat, lon }]));
  const wayNodes = new Map(ways.map((way) => [way.id, way.nodes]));
  const geometry = (refs: readonly number[]) => refs.map((ref) => place.get(ref) ?? null);
  const isGeom = form === 'geom';
  const elements = [
    ...(isGeom ? [] : nodes.map((node) => ({ type: 'node', ...node }))),
    ...ways.map((way) => ({ type: 'way', ...way, ...(isGeom && { geometry: geometry(way.nodes) }) })),
    ...relations.map(({ id, members, tags }) => ({
      type: 'relation',
      id,
      members: members.map((member) => ({
        type: member.type,
        ref: member.id,
        role: member.role ?? '',
        ...(isGeom && member.type === 'way' && { geometry: geometry(wayNodes.get(member.id) ?? []) }),
      })),
      tags,
    })),
  ];
  return JSON.stringify({ version: 0.6, generator: 'Overpass API', osm3s: {}, elements }, null, 1);
}
