import { faceOf, plainText } from '../src/svg-root.ts';
import { type FontFace, textWidth } from '../src/text/measure.ts';

/** A text of a figure and where it stands, in user pixels of the figure. */
export interface TextBox {
  readonly words: string;
  readonly left: number;
  /** Upper edge of capitals. */
  readonly top: number;
  readonly right: number;
  /** Lower edge of letters like p and у. */
  readonly bottom: number;
  readonly size: number;
  readonly fill: string;
  /** Colour that keeps it apart from what is under it. */
  readonly halo?: string | undefined;
  /** Rectangle it is cut to, where it is drawn inside one. */
  readonly clip?: Clip | undefined;
}

interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Group {
  readonly name: string;
  readonly dx: number;
  readonly dy: number;
  readonly isTurned: boolean;
  readonly clip?: Clip | undefined;
}

const ASCENT = 0.72;
const DESCENT = 0.2;

/** Texts that stand upright; turned ones are left out. Measured with the shipped font, so that no browser is needed. */
export function textBoxes(svg: string): TextBox[] {
  const face = faceOf(svg);
  const clips = new Map<string, Clip>();
  const open: Group[] = [];
  const boxes: TextBox[] = [];
  let halo: { at: string; colour: string } | undefined;
  for (const [, closing, name, attributes = '', selfClosing, content = ''] of svg.matchAll(
    /<(\/?)([A-Za-z][\w]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g,
  )) {
    if (closing) {
      open.pop();
      continue;
    }
    const value = (key: string): string | undefined =>
      new RegExp(`\\s${key}="([^"]*)"`).exec(attributes)?.[1];
    const number = (key: string): number => Number(value(key) ?? 0);
    const outer = open.at(-1) ?? { name: '', dx: 0, dy: 0, isTurned: false };
    const group = { ...moved(outer, value('transform')), name: name! };
    const clipName = /url\(#([^)]+)\)/.exec(value('clip-path') ?? '')?.[1];
    if (clipName !== undefined) group.clip = clips.get(clipName);
    if (!selfClosing) open.push(group);
    if (name === 'clipPath') clips.set(value('id')!, NOWHERE);
    if (name === 'rect' && outer.name === 'clipPath') {
      const [left, top] = [group.dx + number('x'), group.dy + number('y')];
      const clip = { left, top, right: left + number('width'), bottom: top + number('height') };
      clips.set([...clips.keys()].at(-1)!, clip);
    }
    if (name !== 'text' || group.isTurned || content.trim() === '') continue;
    const size = Number(value('font-size') ?? inheritedSize(svg));
    const at = `${value('x')} ${value('y')} ${content}`;
    if (value('stroke') !== undefined) {
      halo = { at, colour: value('stroke')! };
      continue;
    }
    boxes.push(
      boxOf({ words: plainText(content), size, face, isBold: value('font-weight') === '700' }, group, {
        ...{ x: number('x'), y: number('y'), anchor: value('text-anchor') },
        ...{ fill: value('fill') ?? '#000000', halo: halo?.at === at ? halo.colour : undefined },
      }),
    );
  }
  return boxes;
}

const NOWHERE: Clip = { left: 0, top: 0, right: 0, bottom: 0 };

function moved(group: Group, transform: string | undefined): { -readonly [K in keyof Group]: Group[K] } {
  if (transform === undefined) return { ...group };
  const shift = /^translate\((-?[\d.]+)[ ,]+(-?[\d.]+)\)$/.exec(transform);
  if (shift === null) return { ...group, isTurned: true };
  return { ...group, dx: group.dx + Number(shift[1]), dy: group.dy + Number(shift[2]) };
}

function inheritedSize(svg: string): string {
  return /^<svg[^>]*\sfont-size="([\d.]+)"/.exec(svg)?.[1] ?? '11';
}

function boxOf(
  { words, size, face, isBold }: { words: string; size: number; face: FontFace; isBold: boolean },
  group: Group,
  at: { x: number; y: number; anchor: string | undefined; fill: string; halo: string | undefined },
): TextBox {
  const width = textWidth(words, size, isBold ? 'bold' : 'regular', face);
  const part = at.anchor === 'end' ? 1 : at.anchor === 'middle' ? 0.5 : 0;
  const left = group.dx + at.x - part * width;
  const baseline = group.dy + at.y;
  return {
    ...{ words, size, fill: at.fill, halo: at.halo, clip: group.clip },
    ...{ left, right: left + width, top: baseline - ASCENT * size, bottom: baseline + DESCENT * size },
  };
}

/** Pairs of texts that touch: more than a pixel in both directions. */
export function overlaps(boxes: readonly TextBox[]): [TextBox, TextBox][] {
  const pairs: [TextBox, TextBox][] = [];
  for (const [i, one] of boxes.entries()) {
    for (const other of boxes.slice(i + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > 1 && down > 1) pairs.push([one, other]);
    }
  }
  return pairs;
}

/** Texts that reach over the edges of the figure, or over those they are cut at. */
export function cutTexts(svg: string, boxes: readonly TextBox[]): TextBox[] {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)!.map(Number);
  const whole = { left: 0, top: 0, right: width!, bottom: height! };
  return boxes.filter((box) =>
    [whole, box.clip ?? whole].some(
      ({ left, top, right, bottom }) =>
        box.left < left - 0.5 || box.right > right + 0.5 || box.top < top - 0.5 || box.bottom > bottom + 0.5,
    ),
  );
}
