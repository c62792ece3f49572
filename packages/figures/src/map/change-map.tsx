import type { ReactNode } from 'react';
import { unionOutline } from '../geometry/union-outline.ts';
import { palette } from '../palette.ts';
import { ContourLine } from './contour-shapes.tsx';
import { divergingClass, fewerSide, middleFill, moreSide, sideFills } from './diverging.ts';
import { type DivergingLegendProps, divergingLegend, type TestLines } from './diverging-legend.tsx';
import { MapFigure } from './map-figure.tsx';
import { ringsPath } from './map-ground.tsx';
import { boxesOf } from './map-names.tsx';
import type { MapProps } from './map-props.ts';
import { boundsOf, type Viewport } from './viewport.ts';

export interface ChangeMapProps extends MapProps {
  readonly places: {
    readonly count: number;
    /** Outer ring of a place, x, y pairs in metres of the plane. */
    readonly rings: (index: number) => Float64Array;
    /** Incidents a year in the second period less those in the first; NaN where neither has any: left blank. */
    readonly value: ArrayLike<number>;
    /** 1 and -1 where a test shows more and fewer than the city's own change would give, else 0. */
    readonly direction: ArrayLike<number>;
  };
  /** Limits of the classes on either side of zero, ascending, 1 to 3. */
  readonly limits: readonly number[];
  readonly legend: Omit<DivergingLegendProps, 'lang' | 'hasBoundary'>;
}

/** Few cells are outlined: ink shows on every class, dashes tell the side without colour. */
const LINES: TestLines = { more: { width: 1.1 }, fewer: { width: 1.1, dash: '2.5 1.5' } };

/** Places by how their incidents a year changed between two periods, those outlined whose change a test shows. */
export function ChangeMap(props: ChangeMapProps): ReactNode {
  const { boundary, places, limits, lang } = props;
  const ringsOf = (passes: (index: number) => boolean) =>
    Array.from({ length: places.count }, (_, i) => i).flatMap((i) => (passes(i) ? [places.rings(i)] : []));
  const classes = Array.from({ length: places.count }, (_, i) => divergingClass(places.value[i]!, limits));
  const isDrawn = (i: number) => !Number.isNaN(places.value[i]!);
  const shapeOf = (group: number) => unionOutline(ringsOf((i) => isDrawn(i) && classes[i] === group));
  const sides = [
    { side: moreSide, sign: 1 },
    { side: fewerSide, sign: -1 },
  ].flatMap(({ side, sign }) =>
    sideFills(side, limits.length).map((fill, i) => ({
      fill,
      edge: side.edge,
      rings: shapeOf(sign * (i + 1)),
    })),
  );
  const shapes = [{ fill: middleFill, edge: palette.street, rings: shapeOf(0) }, ...sides];
  const marked = [1, -1].map((sign) => unionOutline(ringsOf((i) => places.direction[i] === sign)));
  const line = (view: Viewport, index: number) => (
    <ContourLine view={view} rings={marked[index]!} line={index === 0 ? LINES.more : LINES.fewer} hasEdge />
  );
  return (
    <MapFigure
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : ringsOf(() => true))}
      fills={(view) =>
        shapes.map(({ fill, edge, rings }) => (
          <path
            key={fill}
            d={ringsPath(view, rings)}
            fill={fill}
            fillRule="evenodd"
            stroke={edge}
            strokeWidth={0.35}
            strokeOpacity={0.55}
            strokeLinejoin="round"
          />
        ))
      }
      outlines={(view) => (
        <>
          {line(view, 0)}
          {line(view, 1)}
        </>
      )}
      taken={(view) =>
        boxesOf(
          view,
          ringsOf((i) => places.direction[i] !== 0 || Math.abs(classes[i]!) === limits.length),
        )
      }
      legend={(column) =>
        divergingLegend({ ...props.legend, lang, hasBoundary: boundary.length > 0 }, LINES, column)
      }
    />
  );
}
