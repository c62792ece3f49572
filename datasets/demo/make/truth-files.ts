import { type City, nameProperties, segmentId } from './layers.ts';
import { areaFeature, csvText, geojsonText } from './text.ts';
import type { AreaTruth, CellTruth } from './truth.ts';

const DECIMALS = 1e3;

function rounded(value: number): number {
  return Math.round(value * DECIMALS) / DECIMALS;
}

export function truthFiles(
  { plan, plane }: City,
  cells: readonly CellTruth[],
  segments: Float64Array,
  areas: readonly AreaTruth[],
): [string, string][] {
  const features = areas.map(({ index, ring, expected, planted }) => {
    const area = plan.areas[index]!;
    return areaFeature(plane, [ring], {
      name: area.name,
      ...nameProperties(area.label),
      kind: area.kind,
      pattern: area.pattern,
      radius_m: area.radius,
      expected: rounded(expected),
      planted: rounded(planted),
    });
  });
  return [
    [
      'truth-cells.csv',
      csvText(
        ['place', 'expected', 'planted', 'added'],
        cells.map(({ place, expected, planted, added }) => [
          place,
          rounded(expected),
          planted,
          rounded(added),
        ]),
      ),
    ],
    [
      'truth-segments.csv',
      csvText(
        ['place', 'expected'],
        [...segments].map((expected, index) => [segmentId(index), rounded(expected)]),
      ),
    ],
    ['truth-areas.geojson', geojsonText('truth-areas', features)],
  ];
}
