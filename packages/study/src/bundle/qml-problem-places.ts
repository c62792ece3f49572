import {
  FONT_FAMILY,
  PROBLEM_PLACE_EDGE_OPACITY,
  palette,
  problemPlaceEdge,
  problemPlaceStroke,
} from '@oryn/figures';
import { formatInteger, type Language, text } from '@oryn/language';
import type { Drawn } from '../figures/drawn.ts';
import {
  element,
  escaped,
  lineLayer,
  millimetres,
  options,
  POLYGONS,
  ruleRenderer,
  simulatedRule,
  styleDocument,
  symbolElement,
} from './qml.ts';

/** Size of the letters of a rank and of its disc, in pixels. */
const RANK_SIZE = 9.5;
const DISC_SIZE = 15;

/** Style of the problem places: a dark outline, the rank in a disc beside it, the name when one is pointed at. */
export function problemPlacesQml(drawn: Drawn, lang: Language): string {
  const { problemPlaces, simulated } = drawn;
  const n = problemPlaces.length;
  const edge = {
    ...problemPlaceEdge,
    stroke: withOpacity(problemPlaceEdge.stroke, PROBLEM_PLACE_EDGE_OPACITY),
  };
  const outline = { type: 'fill' as const, layers: [lineLayer(edge), lineLayer(problemPlaceStroke)] };
  const label = `${text(lang, 'figures.problemPlace')}: ${formatInteger(lang, n)}`;
  return styleDocument(
    ruleRenderer([...simulatedRule(simulated, lang), { key: 'problem-place', label, symbol: outline }]),
    ranks(),
    element('previewExpression', {}, escaped(`concat("problem_place",' ',"name_${lang}")`)),
    POLYGONS,
  );
}

/** A colour as QGIS takes one that is not opaque: `#AARRGGBB`. */
function withOpacity(colour: string, opacity: number): string {
  return `#${Math.round(255 * opacity)
    .toString(16)
    .padStart(2, '0')}${colour.slice(1)}`;
}

/** Outside its place with a line to it, as on the figure. */
function ranks(): string {
  const OUTSIDE_POLYGONS = 8;
  const disc = element('background', {
    shapeDraw: 1,
    shapeType: 3,
    shapeSizeType: 1,
    shapeSizeX: millimetres(DISC_SIZE),
    shapeSizeY: millimetres(DISC_SIZE),
    shapeSizeUnit: 'MM',
    shapeFillColor: palette.ink,
    shapeBorderColor: palette.paper,
    shapeBorderWidth: millimetres(1.2),
    shapeBorderWidthUnit: 'MM',
  });
  const style = element(
    'text-style',
    {
      fieldName: 'rank',
      isExpression: 0,
      fontFamily: FONT_FAMILY,
      fontWeight: 75,
      fontSize: millimetres(RANK_SIZE),
      fontSizeUnit: 'MM',
      textColor: palette.paper,
    },
    disc,
  );
  const placement = element('placement', {
    placement: OUTSIDE_POLYGONS,
    dist: 1,
    distUnits: 'MM',
    polygonPlacementFlags: 1,
    priority: 10,
  });
  const rendering = element('rendering', { drawLabels: 1, displayAll: 1, obstacle: 0 });
  const line = symbolElement(
    { type: 'line', layers: [lineLayer({ stroke: palette.ink, strokeWidth: 0.9 })] },
    'symbol',
  );
  const callout = element('callout', { type: 'simple' }, options({ enabled: 1, lineSymbol: line }));
  return element(
    'labeling',
    { type: 'simple' },
    element('settings', { calloutType: 'simple' }, style, placement, rendering, callout),
  );
}
