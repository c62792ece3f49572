import type { MetricPlane, Places } from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { StudyData } from './read.ts';

/** A value that Oryn chose by itself, with the rule and the reason; the reason is a key of the catalogue. */
export interface Choice {
  name: string;
  value: string | number;
  unit: string;
  rule: string;
  reason: string;
}

/** What was chosen for a study besides what its author wrote. */
export function choicesOf(data: StudyData, plane: MetricPlane, places: Places, maxCells: number): Choice[] {
  const { study } = data;
  const choices: Choice[] = [
    {
      name: 'plane',
      value: plane.crs,
      unit: 'm',
      rule: data.incidents.projected ? 'crs of the input' : 'UTM zone of the centre',
      reason: data.incidents.projected ? 'planeProjected' : 'planeUtm',
    },
    {
      name: 'area',
      value: places.extent,
      unit: '',
      rule: data.area ? 'boundary' : 'occupied cells and one ring',
      reason: data.area ? 'areaBoundary' : 'areaOccupied',
    },
    {
      name: 'mask',
      value: study.possible ? 'given' : 'none',
      unit: '',
      rule: study.possible ?? 'never inferred',
      reason: study.possible ? 'maskGiven' : 'maskNone',
    },
  ];
  if (study.maxCells === undefined) {
    choices.push({
      name: 'maxCells',
      value: maxCells,
      unit: 'cells',
      rule: 'by resolution',
      reason: 'maxCells',
    });
  }
  if (data.incidents.category.labels.some((label) => apartLayerOf(label))) {
    choices.push({
      name: 'apart',
      value: 'police-detected, placeless',
      unit: '',
      rule: 'offence code',
      reason: 'apartDetected',
    });
  }
  return choices;
}
