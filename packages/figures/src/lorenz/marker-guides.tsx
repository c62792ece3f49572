import { formatPercent, type Language } from '@oryn/language';
import type { ReactNode } from 'react';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth } from '../text/measure.ts';
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
  const guides = markers.map((marker) => guideOf(lang, area, marker));
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
      {guides.map(({ share, y, right, hasRoom, points }) => (
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
          {points.map(({ x, fill, places }, line) => (
            <TextLine
              key={fill}
              x={(hasRoom ? x : right) + 8}
              y={y + 6 + SIZE + (hasRoom ? 0 : line * LEADING)}
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

function guideOf(
  lang: Language,
  area: PlotArea,
  { share, placeShare, expectedPlaceShare }: ConcentrationMarker,
) {
  const points = [
    { x: plotX(area, placeShare), places: placeShare, fill: palette.curve },
    { x: plotX(area, expectedPlaceShare), places: expectedPlaceShare, fill: palette.chance },
  ];
  const [left, right] = points.map(({ x }) => x).sort((a, b) => a - b);
  const widest = Math.max(
    ...points.map(({ places }) => textWidth(formatPercent(lang, places), SIZE, 'bold')),
  );
  // Each figure stands beside its own point; where the points are too near, both stand right of them.
  return { share, y: plotY(area, share), points, right, hasRoom: right - left > widest + 16 };
}
