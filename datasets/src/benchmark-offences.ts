import type { BenchmarkOffenceGroup } from './benchmarks.ts';

/**
 * Labels that name the offences of a published group, in lower case. Theft is not among them: what it takes in
 * (from vehicles, from dwellings) differs from country to country. Robbery of the official layer is article 192
 * alone, narrower than robbery elsewhere.
 */
const WORDS: Readonly<Partial<Record<BenchmarkOffenceGroup, readonly string[]>>> = {
  robbery: ['robbery', 'robberies', 'разбой', 'қарақшылық'],
  burglary: ['burglary', 'burglaries', 'breaking and entering', 'burglary/breaking & entering'],
  homicide: ['homicide', 'homicides', 'murder', 'убийство', 'адам өлтіру'],
  'gun-violence': ['gun violence', 'shootings', 'shooting', 'gun assaults'],
  'vehicle-theft': ['theft of vehicle', 'vehicle theft', 'motor vehicle theft', 'auto theft'],
  'theft-from-vehicle': ['theft from vehicle', 'theft from motor vehicle', 'theft from auto'],
};

const groupOfWord = new Map(
  Object.entries(WORDS).flatMap(([group, words]) =>
    words.map((word) => [word, group as BenchmarkOffenceGroup] as const),
  ),
);

/**
 * The published group that the analysed offences are, undefined where they are none or more than one.
 *
 * @param labels categories analysed; none = all
 * @example
 * benchmarkOffenceGroupOf([]); // 'all'
 * benchmarkOffenceGroupOf(['ROBBERY']); // 'robbery'
 */
export function benchmarkOffenceGroupOf(labels: readonly string[]): BenchmarkOffenceGroup | undefined {
  if (labels.length === 0) return 'all';
  const groups = new Set(labels.map((label) => groupOfWord.get(label.trim().toLowerCase())));
  return groups.size === 1 ? [...groups][0] : undefined;
}
