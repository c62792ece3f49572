import type { ReadProgress, SourceFile } from '../source/source-file.ts';
import { FileDecoder, textChunks } from '../source/text.ts';
import { damaged, guarded } from './damaged.ts';
import {
  MOST_MEMBERS,
  MOST_TAGS,
  MOST_WAY_NODES,
  type OsmFile,
  type OsmMember,
  type OsmVisitor,
  PointIds,
  unitsOf,
} from './osm-elements.ts';
import { checkRemark } from './osm-json.ts';
import { attribute, XmlScanner } from './xlsx-xml.ts';

const FORMAT = 'OSM XML';

/**
 * A file in the XML form of OpenStreetMap (`.osm`, plain or gzip), as editors, extracts and Overpass write it; points
 * that Overpass writes beside ways and members (`out geom`) are read too. It is read in pieces.
 *
 * @throws OrynError file.damaged, file.encoding, file.not-gzip, file.gzip-broken, osm.incomplete, osm.too-large
 */
export function openOsmXml(file: SourceFile): OsmFile {
  const points = new PointIds(file.name);
  const visit = async (visitor: OsmVisitor, onProgress?: ReadProgress): Promise<void> => {
    const pass = new Pass(file.name, visitor, points);
    const scanner = new XmlScanner(pass);
    for await (const piece of textChunks(file, new FileDecoder(file.name), onProgress)) {
      await guarded(file.name, FORMAT, () => scanner.read(piece));
    }
    if (!pass.isWhole) throw damaged(file.name, FORMAT);
  };
  return { name: file.name, visit };
}

interface Element {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly tags: Map<string, string>;
  readonly nodes: number[];
  readonly members: OsmMember[];
  /** Points of the member at hand, where they are written inside it. */
  memberNodes: number[];
}

const LONGEST_REMARK = 10_000;

class Pass {
  /** Whether the root was closed: a file that was cut off has no end. */
  isWhole = false;
  private readonly file: string;
  private readonly visitor: OsmVisitor;
  private readonly points: PointIds;
  private element: Element | undefined;
  private remark: string | undefined;

  constructor(file: string, visitor: OsmVisitor, points: PointIds) {
    this.file = file;
    this.visitor = visitor;
    this.points = points;
  }

  open(name: string, tag: string): void {
    if (name === 'node' || name === 'way' || name === 'relation') this.begin(name, tag);
    else if (name === 'remark') this.remark = '';
    else if (this.element) this.part(this.element, name, tag);
  }

  close(name: string): void {
    const { element } = this;
    if (name === 'osm') this.isWhole = true;
    else if (name === 'remark') checkRemark(this.file, this.remark);
    else if (name === 'member' && element) this.closeMember(element);
    else if (element?.type === name) {
      this.element = undefined;
      const { id, tags, nodes, members } = element;
      if (name === 'way') this.visitor.way?.({ id, tags, nodes });
      else if (name === 'relation') this.visitor.relation?.({ id, tags, members });
    }
  }

  text(text: string): void {
    if (this.remark !== undefined && this.remark.length < LONGEST_REMARK) this.remark += text;
  }

  private begin(type: Element['type'], tag: string): void {
    if (type === 'node' && !this.visitor.node) return;
    // Files of edits mark what was deleted.
    const isDeleted = attribute(tag, 'visible') === 'false' || attribute(tag, 'action') === 'delete';
    const id = Number(attribute(tag, 'id'));
    this.element = isDeleted
      ? undefined
      : { type, id, tags: new Map(), nodes: [], members: [], memberNodes: [] };
    if (type === 'node' && !isDeleted) this.visitor.node?.(id, ...pointOf(tag));
  }

  private part(element: Element, name: string, tag: string): void {
    if (name === 'tag' && element.type !== 'node') {
      element.tags.set(attribute(tag, 'k') ?? '', attribute(tag, 'v') ?? '');
      if (element.tags.size > MOST_TAGS) throw new RangeError('number of tags');
    } else if (name === 'nd') {
      const into = element.type === 'way' ? element.nodes : element.memberNodes;
      if (into.push(this.nodeOf(tag)) > MOST_WAY_NODES) throw new RangeError('length of way');
    } else if (name === 'member') {
      const type = attribute(tag, 'type');
      if (type !== 'node' && type !== 'way' && type !== 'relation') throw new RangeError('type of member');
      const member: OsmMember = {
        type,
        id: Number(attribute(tag, 'ref')),
        role: attribute(tag, 'role') ?? '',
      };
      if (element.members.push(member) > MOST_MEMBERS) throw new RangeError('number of members');
    }
  }

  private closeMember(element: Element): void {
    const member = element.members.at(-1);
    if (member?.type === 'way' && element.memberNodes.length > 0)
      this.visitor.way?.({ id: member.id, tags: NO_TAGS, nodes: element.memberNodes });
    element.memberNodes = [];
  }

  /** The node of a vertex, told at once where its point is written with it. */
  private nodeOf(tag: string): number {
    const ref = attribute(tag, 'ref');
    const [lon, lat] = pointOf(tag);
    const hasPoint = Number.isFinite(lon) && Number.isFinite(lat);
    const id = ref === undefined && hasPoint ? this.points.idOf(lon, lat) : Number(ref);
    if (hasPoint) this.visitor.node?.(id, lon, lat);
    return id;
  }
}

const NO_TAGS: ReadonlyMap<string, string> = new Map();

function pointOf(tag: string): [lon: number, lat: number] {
  return [degrees(attribute(tag, 'lon'), 180), degrees(attribute(tag, 'lat'), 90)];
}

function degrees(given: string | undefined, limit: 180 | 90): number {
  return given === undefined || given.trim() === '' ? Number.NaN : unitsOf(Number(given), limit);
}
