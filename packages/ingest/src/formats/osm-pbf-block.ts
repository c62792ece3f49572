import { OrynError } from '@oryn/core';
import { PbfReader } from 'pbf';
import { Growable } from '../incidents/growable.ts';
import { damaged } from './damaged.ts';
import { MOST_MEMBERS, MOST_TAGS, MOST_WAY_NODES, type OsmMember, type OsmVisitor } from './osm-elements.ts';

/** What a block holds, so that a later pass can leave it packed. */
export interface BlockContent {
  readonly nodes: boolean;
  readonly ways: boolean;
  readonly relations: boolean;
}

/**
 * Hands the elements of an unpacked block to a visitor. Only the element at hand is held, whatever lengths the block
 * claims.
 *
 * @throws OrynError file.damaged, and those of the visitor
 */
export function readBlock(file: string, bytes: Uint8Array, visitor: OsmVisitor): BlockContent {
  const block = new Block(visitor);
  try {
    block.read(bytes);
  } catch (error) {
    throw error instanceof OrynError ? error : damaged(file, 'OSM PBF');
  }
  return { nodes: block.hasNodes, ways: block.hasWays, relations: block.hasRelations };
}

const EMPTY: Uint8Array = new Uint8Array();
const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

class Block {
  hasNodes = false;
  hasWays = false;
  hasRelations = false;
  private readonly visitor: OsmVisitor;
  private strings = new StringTable(EMPTY);
  private granularity = 100;
  private lonOffset = 0;
  private latOffset = 0;

  constructor(visitor: OsmVisitor) {
    this.visitor = visitor;
  }

  /** @throws RangeError and errors of the library where the bytes are no block */
  read(bytes: Uint8Array): void {
    // The scale of the coordinates stands after the elements that it scales.
    visitFields(bytes, (field, pbf) => {
      if (field === 1) this.strings = new StringTable(pbf.readBytes());
      else if (field === 17) this.granularity = pbf.readVarint(true);
      else if (field === 19) this.latOffset = pbf.readVarint(true);
      else if (field === 20) this.lonOffset = pbf.readVarint(true);
    });
    visitFields(bytes, (field, pbf) => {
      if (field === 2) this.group(pbf.readBytes());
    });
  }

  private group(bytes: Uint8Array): void {
    const { node, way, relation } = this.visitor;
    visitFields(bytes, (field, pbf) => {
      if (field === 1 || field === 2) {
        this.hasNodes = true;
        if (node && field === 1) this.node(pbf.readBytes());
        if (node && field === 2) this.denseNodes(pbf.readBytes());
      } else if (field === 3) {
        this.hasWays = true;
        this.way(pbf.readBytes(), way !== undefined, node !== undefined);
      } else if (field === 4) {
        this.hasRelations = true;
        if (relation) this.relation(pbf.readBytes());
      }
    });
  }

  private node(bytes: Uint8Array): void {
    let [id, lon, lat] = [Number.NaN, Number.NaN, Number.NaN];
    visitFields(bytes, (field, pbf) => {
      if (field === 1) id = pbf.readSVarint();
      else if (field === 8) lat = pbf.readSVarint();
      else if (field === 9) lon = pbf.readSVarint();
    });
    this.visitor.node?.(id, this.lonUnits(lon), this.latUnits(lat));
  }

  /** Ids, latitudes and longitudes in three rows, each value as its difference from the one before. */
  private denseNodes(bytes: Uint8Array): void {
    let [ids, lats, lons] = [EMPTY, EMPTY, EMPTY];
    visitFields(bytes, (field, pbf) => {
      if (field === 1) ids = pbf.readBytes();
      else if (field === 8) lats = pbf.readBytes();
      else if (field === 9) lons = pbf.readBytes();
    });
    const [nextId, nextLat, nextLon] = [ids, lats, lons].map((row) => new PbfReader(row));
    let [id, lon, lat] = [0, 0, 0];
    while (nextId.pos < nextId.length) {
      id += nextId.readSVarint();
      lat += nextLat.readSVarint();
      lon += nextLon.readSVarint();
      this.visitor.node?.(id, this.lonUnits(lon), this.latUnits(lat));
    }
    if (nextLat.pos !== lats.length || nextLon.pos !== lons.length) throw new RangeError('rows of nodes');
  }

  private way(bytes: Uint8Array, isWanted: boolean, arePointsWanted: boolean): void {
    let id = Number.NaN;
    let [keys, values, refs, lats, lons] = [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY];
    visitFields(bytes, (field, pbf) => {
      if (field === 1) id = pbf.readVarint(true);
      else if (field === 2) keys = pbf.readBytes();
      else if (field === 3) values = pbf.readBytes();
      else if (field === 8) refs = pbf.readBytes();
      else if (field === 9) lats = pbf.readBytes();
      else if (field === 10) lons = pbf.readBytes();
    });
    // A file may carry the points on the ways and leave the nodes away.
    if (lats.length > 0) this.hasNodes = true;
    if (arePointsWanted && lats.length > 0) {
      const nodes = sumsOf(refs, MOST_WAY_NODES);
      const [x, y] = [sumsOf(lons, MOST_WAY_NODES), sumsOf(lats, MOST_WAY_NODES)];
      nodes.forEach((node, i) => {
        this.visitor.node?.(node, this.lonUnits(x[i]), this.latUnits(y[i]));
      });
    }
    if (isWanted)
      this.visitor.way?.({ id, tags: this.tags(keys, values), nodes: sumsOf(refs, MOST_WAY_NODES) });
  }

  private relation(bytes: Uint8Array): void {
    let id = Number.NaN;
    let [keys, values, roles, ids, types] = [EMPTY, EMPTY, EMPTY, EMPTY, EMPTY];
    visitFields(bytes, (field, pbf) => {
      if (field === 1) id = pbf.readVarint(true);
      else if (field === 2) keys = pbf.readBytes();
      else if (field === 3) values = pbf.readBytes();
      else if (field === 8) roles = pbf.readBytes();
      else if (field === 9) ids = pbf.readBytes();
      else if (field === 10) types = pbf.readBytes();
    });
    const [role, type] = [new PbfReader(roles), new PbfReader(types)];
    const members = sumsOf(ids, MOST_MEMBERS).map((member): OsmMember => {
      const kind = MEMBER_TYPES[type.readVarint()];
      if (kind === undefined) throw new RangeError('type of member');
      return { type: kind, id: member, role: this.strings.at(role.readVarint()) };
    });
    this.visitor.relation?.({ id, tags: this.tags(keys, values), members });
  }

  private tags(keys: Uint8Array, values: Uint8Array): Map<string, string> {
    const [key, value] = [new PbfReader(keys), new PbfReader(values)];
    const tags = new Map<string, string>();
    while (key.pos < key.length) {
      tags.set(this.strings.at(key.readVarint()), this.strings.at(value.readVarint()));
      if (tags.size > MOST_TAGS) throw new RangeError('number of tags');
    }
    return tags;
  }

  private lonUnits(raw: number): number {
    return units(this.lonOffset + this.granularity * raw, 180);
  }

  private latUnits(raw: number): number {
    return units(this.latOffset + this.granularity * raw, 90);
  }
}

/** Nanodegrees in units of 1e-7 degrees; NaN where they are no place on the globe. */
function units(nanodegrees: number, limit: 180 | 90): number {
  return Math.abs(nanodegrees) <= limit * 1e9 ? Math.round(nanodegrees / 100) : Number.NaN;
}

/** The strings of a block, made when they are asked for. */
class StringTable {
  private readonly bytes: Uint8Array;
  /** Where each begins and ends. */
  private readonly ends = new Growable((length) => new Uint32Array(length));
  private readonly made = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    visitFields(bytes, (field, pbf) => {
      if (field !== 1) return;
      const length = pbf.readVarint();
      this.ends.push(pbf.pos);
      this.ends.push(pbf.pos + length);
      pbf.pos += length;
    });
  }

  at(index: number): string {
    const known = this.made.get(index);
    if (known !== undefined) return known;
    if (index * 2 >= this.ends.length) throw new RangeError('number of string');
    const text = TEXT.decode(this.bytes.subarray(this.ends.at(index * 2), this.ends.at(index * 2 + 1)));
    this.made.set(index, text);
    return text;
  }
}

const TEXT = new TextDecoder();

/** Numbers written as differences, each from the one before. */
function sumsOf(bytes: Uint8Array, most: number): number[] {
  const pbf = new PbfReader(bytes);
  const values: number[] = [];
  let value = 0;
  while (pbf.pos < pbf.length) {
    value += pbf.readSVarint();
    if (values.push(value) > most) throw new RangeError('length of list');
  }
  return values;
}

/** Visits the fields of a message; what reaches beyond its end is damage. */
function visitFields(bytes: Uint8Array, visit: (field: number, pbf: PbfReader) => void): void {
  const pbf = new PbfReader(bytes);
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    visit(field, pbf);
    if (pbf.pos > pbf.length) throw new RangeError('end of message');
  }
  if (pbf.pos !== pbf.length) throw new RangeError('end of message');
}
