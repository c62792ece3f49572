import type { MetricPlane, Places } from '@oryn/core';
import { apartLayerOf } from '@oryn/ingest';
import type { Study } from '../definition/schema.ts';
import { moranInference } from './analyse.ts';
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
    planeChoice(data, plane),
    areaChoice(data, places),
    {
      name: 'mask',
      value: study.possible ? 'given' : 'none',
      unit: '',
      rule: study.possible?.replace(/^.*[\\/]/, '') ?? 'never inferred',
      reason: maskReason(data, places),
    },
  ];
  if (study.maxCells === undefined && places.kind === 'h3') {
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

/** Rates have no exact tail, so where local Moran of rates is asked for another inference is taken and said. */
export function inferenceChoice({ statistic, inference, exposure }: Study): Choice[] {
  if (statistic !== 'moran' || moranInference(inference, exposure !== undefined) === inference) return [];
  return [
    {
      name: 'inference',
      value: moranInference(inference, true),
      unit: '',
      rule: 'empirical-Bayes rates',
      reason: 'inferenceRates',
    },
  ];
}

function areaChoice({ area }: StudyData, { extent }: Places): Choice {
  const said = (rule: string, reason: string): Choice => ({
    name: 'area',
    value: extent,
    unit: '',
    rule,
    reason,
  });
  if (area) return said('boundary', 'areaBoundary');
  if (extent === 'file') return said('all places of the file', 'areaFile');
  if (extent === 'occupied') return said('occupied places', 'areaAddress');
  return said('occupied cells and one ring', 'areaOccupied');
}

function maskReason({ study }: StudyData, { kind }: Places): string {
  if (!study.possible) return 'maskNone';
  return kind === 'segments' || kind === 'address' ? 'maskUnit' : 'maskGiven';
}

/** The plane of the input where it has one, else the UTM zone. */
export function planeChoice(data: Pick<StudyData, 'study' | 'incidents'>, plane: MetricPlane): Choice {
  const isOwn = data.incidents.projected !== undefined || plane.crs === data.study.crs;
  return {
    name: 'plane',
    value: plane.crs,
    unit: 'm',
    rule: isOwn ? 'crs of the input' : 'UTM zone of the centre',
    reason: isOwn ? 'planeProjected' : 'planeUtm',
  };
}
