import { formatInteger, formatNumber, formatP, type Language, text } from '@oryn/language';
import {
  accountSentences,
  CLUSTER_METHODS,
  type ClusterOptions,
  type ClustersData,
  clusteredPointsTable,
  clustersData,
  clustersGeoJson,
  clustersTable,
  type FoundClusters,
  findClusters,
  recordsOf,
} from '@oryn/study';
import type { Command } from 'commander';
import { checkOutputs } from '../check-outputs.ts';
import { noticeOnce } from '../notice.ts';
import { isAboveZero, numberOf, wordOf } from '../option-values.ts';
import { addOptions, CLUSTER_KEYS, type GivenOptions, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { readingProgress, say } from '../progress.ts';
import { sourcesOf } from '../sources.ts';

/** `oryn clusters`: one row per cluster of points, and with `--points` the cluster of every incident. */
export function addClustersCommand(program: Command): void {
  const command = program
    .command('clusters <file...>')
    .description(text('en', 'cli.command.clusters'))
    .option('--method <name>', text('en', 'cli.option.clusterMethod'))
    .option('--min-points <number>', text('en', 'cli.option.minPoints'))
    .option('--eps <metres>', text('en', 'cli.option.eps'))
    .option('--confidence <p>', text('en', 'cli.option.confidence'))
    .option('--simulations <number>', text('en', 'cli.option.simulations'))
    .option('--share <number>', text('en', 'cli.option.share'))
    .option('--times <number>', text('en', 'cli.option.times'))
    .option('--points <file>', text('en', 'cli.option.points'));
  addOptions(command, CLUSTER_KEYS).action(async (files: string[], given: GivenOptions) => {
    const options = clusterOptionsOf(given);
    checkOutputs([files, given.boundary, given.categories], [given.out, given.points]);
    const study = await studyOf(files, given);
    const { lang } = study;
    const data = await clustersData(study, await sourcesOf(study), readingProgress(lang));
    await noticeOnce(lang, data.simulated);
    say(text(lang, 'cli.progress.clustering'));
    const clusters = findClusters(data, study, options);
    for (const sentence of sentencesOf(clusters, data, lang)) process.stderr.write(`${sentence}\n`);
    if (typeof given.points === 'string')
      await writeTable(clusteredPointsTable(clusters, data), given.points);
    const columns = clustersTable(clusters, data);
    if (!given.json) {
      // Metres on an unknown plane are no GeoJSON.
      const geojson = data.plane.crs === 'planar' ? undefined : () => clustersGeoJson(clusters, data);
      return writeTable(columns, given.out as string | undefined, geojson);
    }
    printJson({
      command: 'clusters',
      parameters: { ...study, ...options },
      choices: [...data.choices, ...clusters.choices],
      account: data.account,
      result: { ...factsOf(clusters), clusters: recordsOf(columns) },
    });
  });
}

function clusterOptionsOf(given: GivenOptions): ClusterOptions {
  return {
    method: given.method === undefined ? undefined : wordOf(given, 'method', CLUSTER_METHODS),
    minPoints: numberOf(given, 'minPoints', '10'),
    eps: numberOf(given, 'eps', '150'),
    confidence: numberOf(given, 'confidence', '0.5'),
    simulations: numberOf(
      given,
      'simulations',
      '0, 99, 999 … 9999',
      (n) => Number.isInteger(n) && n >= 0 && n <= 9999,
    ),
    share: numberOf(given, 'share', '0 < … ≤ 1', (share) => share > 0 && share <= 1),
    times: numberOf(given, 'times', '> 0', isAboveZero),
  };
}

/** What was chosen, what was found and what it does not prove. */
function sentencesOf(
  { found, orders, choices }: FoundClusters,
  data: ClustersData,
  lang: Language,
): string[] {
  const n = (value: number): string => formatInteger(lang, value);
  const sentences = accountSentences(data.account, data.hasBoundary, lang);
  for (const { name, value, unit, reason } of choices) {
    const written = typeof value === 'number' ? formatNumber(lang, value) : value;
    sentences.push(
      text(lang, 'statements.clustersChoice', {
        name: text(lang, `choices.name.${name}` as never),
        value: `${written} ${unit}`.trim(),
        reason: text(lang, `choices.reason.${reason}` as never),
      }),
    );
  }
  const [{ shapes, labels }] = orders;
  const noise = labels.reduce((sum, label) => sum + (label === 0 ? 1 : 0), 0);
  const total = n(labels.length);
  sentences.push(
    text(lang, 'statements.clustersFound', {
      ...{ count: shapes.length, n: n(shapes.length), noise: n(noise), total },
    }),
  );
  const addresses = shapes.filter((shape) => shape.isOneAddress).length;
  if (addresses > 0)
    sentences.push(text(lang, 'statements.clustersOneAddress', { count: addresses, n: n(addresses) }));
  const test = found.method === 'nnh' ? found.test : undefined;
  sentences.push(
    test
      ? text(lang, 'statements.clustersTest', {
          ...{ n: n(test.observed), expected: formatNumber(lang, test.expected) },
          ...{ p: formatP(lang, test.p), draws: n(test.draws) },
        })
      : text(lang, 'statements.clustersNoTest'),
  );
  return sentences;
}

/** What the method itself says, without the columns of points. */
function factsOf({ found, orders }: FoundClusters): Record<string, unknown> {
  const { method, minPoints } = found;
  const noise = orders[0].labels.reduce((sum, label) => sum + (label === 0 ? 1 : 0), 0);
  const facts = { method, minPoints, incidents: orders[0].labels.length, noise };
  if (found.method === 'dbscan') return { ...facts, eps: found.eps, test: null };
  if (found.method === 'density') return { ...facts, levelPerKm2: found.level, test: null };
  if (found.method === 'hdbscan') return { ...facts, test: null };
  const { confidence, areaSquareMeters, test = null } = found;
  return {
    ...facts,
    ...{ confidence, areaKm2: areaSquareMeters / 1e6, test },
    orders: found.orders.map(({ threshold, count }, i) => ({ order: i + 1, threshold, clusters: count })),
  };
}
