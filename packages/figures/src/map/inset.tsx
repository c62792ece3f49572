import type { ReactNode } from 'react';
import type { Block } from '../frame/stack.tsx';
import { pathData, px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';
import type { LegendColumn } from './legend-parts.tsx';
import type { CountryInset } from './map-props.ts';
import { boundsOf } from './viewport.ts';

const LARGEST = { width: 104, height: 72 } as const;
const DOT = 3;
const LABEL = 15;

/** The country in outline with a dot where the city lies, and its name. */
export function insetBlock(inset: CountryInset, { x, width }: LegendColumn): Block {
  const bounds = boundsOf(inset.outline) ?? { minX: 0, minY: 0, maxX: 1, maxY: 1 };
  const room = Math.min(LARGEST.width, width);
  const scale = Math.min(room / (bounds.maxX - bounds.minX), LARGEST.height / (bounds.maxY - bounds.minY));
  const height = Math.ceil((bounds.maxY - bounds.minY) * scale) + 2 * DOT;
  return {
    height: height + (inset.label === undefined ? 0 : LABEL),
    draw: (y) => <Inset inset={inset} x={x} y={y + DOT} bounds={bounds} scale={scale} height={height} />,
  };
}

function Inset(props: {
  readonly inset: CountryInset;
  readonly x: number;
  readonly y: number;
  readonly bounds: { readonly minX: number; readonly maxY: number };
  readonly scale: number;
  readonly height: number;
}): ReactNode {
  const { inset, x, y, bounds, scale, height } = props;
  const pixels = (line: Float64Array) =>
    line.map((value, i) =>
      i % 2 === 0 ? x + 1 + (value - bounds.minX) * scale : y + (bounds.maxY - value) * scale,
    );
  const [dotX, dotY] = pixels(Float64Array.of(inset.x, inset.y));
  return (
    <g data-layer="inset">
      <path
        d={pathData(inset.outline.map(pixels), true)}
        fill={palette.outside}
        stroke={palette.boundary}
        strokeWidth={0.6}
        strokeLinejoin="round"
      />
      <circle
        cx={px(dotX!)}
        cy={px(dotY!)}
        r={DOT}
        fill={palette.attention}
        stroke={palette.paper}
        strokeWidth={1}
      />
      {inset.label === undefined ? null : (
        <TextLine x={x} y={y + height + 6} text={inset.label} fill={palette.secondary} />
      )}
    </g>
  );
}
