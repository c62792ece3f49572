import {
  boundaryStroke,
  districtStroke,
  GROUND_OPACITY,
  groundStroke,
  type LineKind,
  palette,
} from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import type { Drawn } from '../figures/drawn.ts';
import { drawnAs } from '../figures/map-ground.ts';
import { fillLayer, lineLayer, type Rule, ruleRenderer, simulatedRule, styleDocument } from './qml.ts';

/** Style of what is drawn under the map: only the kinds there are, points left out as on the figure. */
export function contextQml({ area, context, simulated }: Drawn, lang: Language): string {
  const kinds = new Set(context.map(drawnAs));
  const rules: Rule[] = [];
  if (area) rules.push(areaRule('boundary', text(lang, 'figures.boundary'), lineLayer(boundaryStroke)));
  if (kinds.has('district'))
    rules.push(areaRule('district', text(lang, 'figures.ground.district'), lineLayer(districtStroke)));
  if (kinds.has('water'))
    rules.push(areaRule('water', text(lang, 'figures.ground.water'), fillLayer(palette.water)));
  for (const kind of ['main', 'street', 'rail', 'river'] as const)
    if (kinds.has(kind)) rules.push(lineRule(kind, text(lang, `figures.ground.${kind}`)));
  return styleDocument(ruleRenderer([...simulatedRule(simulated, lang), ...rules], isOf('boundary')));
}

function areaRule(key: string, label: string, layer: string): Rule {
  return { key, label, filter: isOf(key), symbol: { type: 'fill', layers: [layer] } };
}

function lineRule(key: LineKind, label: string): Rule {
  const layers = [lineLayer(groundStroke[key])];
  return { key, label, filter: isOf(key), symbol: { type: 'line', layers, opacity: GROUND_OPACITY } };
}

/** Each feature of the file says as what it is drawn. */
const isOf = (role: string): string => `"role" = '${role}'`;
