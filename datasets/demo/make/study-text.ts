import type { City } from './layers.ts';

/** The study file that the demo runs. */
export function studyText({ plan }: City): string {
  const { kk, ru, en } = plan.title;
  const context = [
    'streets',
    'districts',
    ...(plan.riverHalfWidth ? ['river'] : []),
    'facilities',
    'landuse',
  ];
  if (plan.zones.some((row) => row.includes('='))) context.push('railway');
  return `title:
  kk: ${quoted(kk)}
  ru: ${quoted(ru)}
  en: ${quoted(en)}
files: [simulated-incidents.csv.gz]
city: ${plan.id}
boundary: boundary.geojson
possible: streets.geojson
context:
${context.map((name) => `  - ${name}.geojson`).join('\n')}
from: 2019-01-01
to: 2023-12-31
resolution: 9
seed: ${plan.seed}
`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
