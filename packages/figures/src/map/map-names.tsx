import type { ReactNode } from 'react';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { MapName } from './map-props.ts';
import { boundsOf, toPixels, type Viewport } from './viewport.ts';

/** A rectangle of pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The rectangles round rings of metres, for names to keep away from. */
export function boxesOf(view: Viewport, rings: readonly Float64Array[]): Box[] {
  return rings.flatMap((ring) => {
    const bounds = boundsOf([toPixels(view, ring)]);
    if (!bounds) return [];
    return [{ left: bounds.minX, top: bounds.minY, right: bounds.maxX, bottom: bounds.maxY }];
  });
}

interface PlacedName {
  readonly kind: MapName['kind'];
  readonly lines: readonly string[];
  readonly box: Box;
}

const LEADING = 14;
/** A longer name is wrapped where it may be, and never cut. */
const WIDEST = 110;
/** Clear space round a name. */
const APART = 4;
const FRAME_MARGIN = 3;
/** In a narrower frame the names of streets would hide what the map shows. */
const STREETS_FROM_PIXELS = 400;
/** Names cover no larger part of the frame than this. */
const MOST_COVERED = 0.1;

const STYLE: Record<MapName['kind'], { readonly fill: string; readonly size: number }> = {
  district: { fill: palette.secondary, size: 12 },
  river: { fill: '#3F6B80', size: 11 },
  street: { fill: palette.secondary, size: 11 },
};

/** Names on the ground, none over another or over what is taken; one that has no room is left out. */
export function MapNames(props: {
  readonly names: readonly MapName[];
  readonly view: Viewport;
  readonly taken: readonly Box[];
}): ReactNode {
  const placed = placeNames(props.names, props.view, props.taken);
  return (
    <g data-layer="names">
      {placed.map(({ kind, lines, box }) => (
        <g key={`${box.left} ${box.top}`}>
          {lines.map((line, i) => (
            <TextLine
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one name never move
              key={i}
              x={(box.left + box.right) / 2}
              y={box.top + STYLE[kind].size - 1 + i * LEADING}
              text={line}
              anchor="middle"
              halo={palette.ground}
              {...STYLE[kind]}
            />
          ))}
        </g>
      ))}
    </g>
  );
}

/** Each name at the first of its points where it is inside the frame and free, in the order given. */
export function placeNames(names: readonly MapName[], view: Viewport, taken: readonly Box[]): PlacedName[] {
  const placed: PlacedName[] = [];
  let covered = 0;
  for (const { text, kind, at } of names) {
    if (kind === 'street' && view.width < STREETS_FROM_PIXELS) continue;
    const { size } = STYLE[kind];
    const lines = brokenLines(text, size);
    const width = Math.max(...lines.map((line) => textWidth(line, size)));
    const height = lines.length * LEADING;
    if (covered + width * height > MOST_COVERED * view.width * view.height) continue;
    const points = toPixels(view, at);
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [left, top] = [points[i]! - width / 2, points[i + 1]! - height / 2];
      const box = { left, top, right: left + width, bottom: top + height };
      const isFree = ![...taken, ...placed.map((other) => other.box)].some((other) => overlap(box, other));
      if (!isInside(box, view) || !isFree) continue;
      placed.push({ kind, lines, box });
      covered += width * height;
      break;
    }
  }
  return placed;
}

/** A name in lines, broken at spaces and after hyphens. */
function brokenLines(text: string, size: number): string[] {
  const lines = [''];
  for (const part of text.split(/(?<=[\s-])/)) {
    const longer = lines.at(-1) + part;
    if (lines.at(-1) === '' || textWidth(longer.trimEnd(), size) <= WIDEST) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line) => line.trimEnd());
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.left < b.right + APART &&
    b.left < a.right + APART &&
    a.top < b.bottom + APART &&
    b.top < a.bottom + APART
  );
}

function isInside({ left, top, right, bottom }: Box, view: Viewport): boolean {
  return (
    left >= view.left + FRAME_MARGIN &&
    right <= view.left + view.width - FRAME_MARGIN &&
    top >= view.top + FRAME_MARGIN &&
    bottom <= view.top + view.height - FRAME_MARGIN
  );
}
