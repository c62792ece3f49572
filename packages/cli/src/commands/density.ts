import { extname } from 'node:path';
import { meters, quarticDensityAt, type Surface } from '@oryn/core';
import { openTable } from '@oryn/ingest';
import { text } from '@oryn/language';
import {
  type Column,
  type DensityData,
  densityData,
  geotiffOf,
  pointsOnPlane,
  recordsOf,
  type Study,
  smoothSurface,
} from '@oryn/study';
import type { Command } from 'commander';
import { addOptions, DENSITY_KEYS, type GivenOptions, studyOf } from '../options.ts';
import { printJson, writeOut, writeTable } from '../output.ts';
import { sourceFile, sourcesOf } from '../sources.ts';

/** `oryn density`: kernel density as GeoTIFF or CSV, or at given points with `--at`. */
export function addDensityCommand(program: Command): void {
  const command = program
    .command('density <file...>')
    .description(text('en', 'cli.command.density'))
    .option('--at <points>', text('en', 'cli.option.at'));
  addOptions(command, DENSITY_KEYS).action(async (files: string[], given: GivenOptions) => {
    const study = await studyOf(files, given);
    const data = await densityData(study, await sourcesOf(study));
    const out = given.out as string | undefined;
    if (typeof given.at === 'string') return densityAtPoints(given.at, study, data, given);
    const surface = smoothSurface(data.x, data.y, data.extent, study, data.weights);
    if (out && /^\.tiff?$/i.test(extname(out)))
      return writeOut(out, await geotiffOf(surface, data.plane.crs));
    const columns = surfaceColumns(surface, data);
    if (!given.json) return writeTable(columns, out);
    const { left, bottom, cellSize, columns: across, rows } = surface;
    const grid = {
      left,
      bottom,
      cellSize,
      columns: across,
      rows,
      unit: 'incidents per km²',
      crs: data.plane.crs,
    };
    printDensity(study, data, { grid, values: Array.from(surface.values) });
  });
}

function surfaceColumns(surface: Surface, data: DensityData): Column[] {
  const { left, bottom, cellSize, columns, values } = surface;
  const x = Float64Array.from(values, (_, i) => left + ((i % columns) + 0.5) * cellSize);
  const y = Float64Array.from(values, (_, i) => bottom + (Math.floor(i / columns) + 0.5) * cellSize);
  const base: Column[] = [
    { name: 'x', values: x },
    { name: 'y', values: y },
  ];
  if (data.plane.crs !== 'planar') {
    const degrees = Array.from(x, (_, i) => data.plane.unproject(x[i], y[i]));
    base.push({ name: 'lon', values: degrees.map((point) => point[0]) });
    base.push({ name: 'lat', values: degrees.map((point) => point[1]) });
  }
  return [...base, { name: 'density_per_km2', values }];
}

/** The columns of the points as they are, and the density; rows in order. */
async function densityAtPoints(
  path: string,
  study: Study,
  data: DensityData,
  given: GivenOptions,
): Promise<void> {
  const file = await sourceFile(path);
  const at = await pointsOnPlane(file, data.plane, study);
  const density = quarticDensityAt(data.x, data.y, at, {
    bandwidth: meters(study.bandwidth),
    weights: data.weights,
  });
  const table = await openTable(file);
  const texts: string[][] = table.columns.map(() => []);
  await table.visit((values) => {
    table.columns.forEach((_, i) => {
      texts[i].push(values[i] ?? '');
    });
  });
  const columns: Column[] = table.columns.map((name, i) => ({ name, values: texts[i] }));
  columns.push({ name: 'density_per_km2', values: density });
  if (!given.json) return writeTable(columns, given.out as string | undefined);
  printDensity(study, data, { points: recordsOf(columns), unit: 'incidents per km²' });
}

function printDensity(study: Study, data: DensityData, result: unknown): void {
  printJson({ command: 'density', parameters: study, choices: data.choices, account: data.account, result });
}
