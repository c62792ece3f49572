import type { ReactNode } from 'react';
import { ContourFill, ContourLine, type Rings, Within } from './contour-shapes.tsx';
import { type DivergingSide, fewerSide, middleFill, moreSide, sideFills } from './diverging.ts';
import { type DivergingLegendProps, divergingLegend, type TestLines } from './diverging-legend.tsx';
import { MapFigure } from './map-figure.tsx';
import { boxesOf } from './map-names.tsx';
import type { MapProps } from './map-props.ts';
import { boundsOf, type Viewport } from './viewport.ts';

export interface DualDensityMapProps extends MapProps {
  /** Where there is enough of both together to compare them; the rest stays blank. */
  readonly shown: Rings;
  /** Where the first is at least so many times more common than the second, by limit, the weakest first. */
  readonly more: readonly Rings[];
  readonly fewer: readonly Rings[];
  /** Where the test shows more and fewer than random labels would; undefined where nothing was tested. */
  readonly tolerance?: { readonly more: Rings; readonly fewer: Rings } | undefined;
  readonly legend: Omit<DivergingLegendProps, 'lang' | 'hasBoundary'>;
}

/** Many contours: each in the colour of its side, with short gaps for print without colour. */
const LINES: TestLines = {
  more: { width: 1, stroke: moreSide.edge },
  fewer: { width: 1, stroke: fewerSide.edge, dash: '4 1.2' },
};

/** Two densities, each a share of its own total, as their ratio on two sides, blank where there is too little of both. */
export function DualDensityMap(props: DualDensityMapProps): ReactNode {
  const { boundary, shown, more, fewer, tolerance, lang } = props;
  const cut = (view: Viewport, name: string, children: ReactNode) => (
    <Within view={view} rings={boundary} name={`dual-${name}-area`}>
      <Within view={view} rings={shown} name={`dual-${name}-shown`}>
        {children}
      </Within>
    </Within>
  );
  return (
    <MapFigure
      map={props}
      bounds={boundsOf(boundary.length > 0 ? boundary : shown)}
      fills={(view) =>
        cut(
          view,
          'fills',
          <>
            <ContourFill view={view} rings={shown} fill={middleFill} edge={middleFill} />
            <Side view={view} side={moreSide} areas={more} />
            <Side view={view} side={fewerSide} areas={fewer} />
          </>,
        )
      }
      outlines={(view) =>
        tolerance &&
        cut(
          view,
          'lines',
          <>
            <ContourLine view={view} rings={tolerance.more} line={LINES.more} hasEdge />
            <ContourLine view={view} rings={tolerance.fewer} line={LINES.fewer} hasEdge />
          </>,
        )
      }
      taken={(view) => boxesOf(view, tolerance ? [...tolerance.more, ...tolerance.fewer] : [])}
      legend={(column) =>
        divergingLegend({ ...props.legend, lang, hasBoundary: boundary.length > 0 }, LINES, column)
      }
    />
  );
}

function Side(props: { view: Viewport; side: DivergingSide; areas: readonly Rings[] }): ReactNode {
  const { view, side, areas } = props;
  const fills = sideFills(side, areas.length);
  return areas.map((rings, i) => (
    <ContourFill key={fills[i]} view={view} rings={rings} fill={fills[i]!} edge={side.edge} />
  ));
}
