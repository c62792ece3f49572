import { formatPercent, type Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { TextLine } from '../text/text-line.tsx';
import type { ConcentrationMarker } from './lorenz-chart.tsx';
import { type PlotArea, plotX, plotY } from './plot-area.ts';

const SIZE = 12;
const LEADING = 15;

interface GuideProps {
  readonly lang: Language;
  readonly area: PlotArea;
  readonly markers: readonly ConcentrationMarker[];
}

/** For each marked share of the incidents: a guide, both points, and how many places each takes. */
export function MarkerGuides({ lang, area, markers }: GuideProps): ReactNode {
  const guides = markers.map((marker) => guideOf(area, marker));
  const bottom = area.top + area.side;
  // Lines of all markers first, then points and labels: no line crosses a label.
  return (
    <>
      {guides.map(({ share, y, right, points }) => (
        <g key={share} data-marker={share}>
          <path d={`M${area.left} ${px(y)}H${px(right)}`} stroke={palette.secondary} strokeWidth={0.7} />
          {points.map(({ x, fill }) => (
            <path
              key={fill}
              d={`M${px(x)} ${px(y)}V${px(bottom)}`}
              stroke={fill}
              strokeWidth={0.8}
              strokeDasharray="2 2"
            />
          ))}
        </g>
      ))}
      {guides.map(({ share, y, right, points }) => (
        <g key={share}>
          {points.map(({ x, fill }) => (
            <circle
              key={fill}
              cx={px(x)}
              cy={px(y)}
              r={3.5}
              fill={fill}
              stroke={palette.paper}
              strokeWidth={1}
            />
          ))}
          {/* One under the other, right of both curves: between the points there may be no room. */}
          {points.map(({ fill, places }, line) => (
            <TextLine
              key={fill}
              x={right + 8}
              y={y + 6 + SIZE + line * LEADING}
              text={formatPercent(lang, places)}
              size={SIZE}
              weight="bold"
              fill={fill}
              halo={palette.paper}
            />
          ))}
        </g>
      ))}
    </>
  );
}

function guideOf(area: PlotArea, { share, placeShare, expectedPlaceShare }: ConcentrationMarker) {
  const points = [
    { x: plotX(area, placeShare), places: placeShare, fill: palette.curve },
    { x: plotX(area, expectedPlaceShare), places: expectedPlaceShare, fill: palette.chance },
  ];
  return { share, y: plotY(area, share), points, right: Math.max(...points.map(({ x }) => x)) };
}
