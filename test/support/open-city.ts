import { memoryFile } from '@oryn/ingest';
import {
  bundle,
  evaluate,
  type OpenBundle,
  openBundle,
  parseStudy,
  readStudy,
  type StudyInput,
} from '@oryn/study';
import { type InventedCityPlan, inventedCity } from './invented-city.ts';

/** The bundle of an invented city, written and read back without a disk. */
export async function openCity(plan: InventedCityPlan, keys: Partial<StudyInput> = {}): Promise<OpenBundle> {
  const city = inventedCity(plan);
  const file = (name: string, text: string) =>
    [name, memoryFile(name, new TextEncoder().encode(text))] as const;
  const study = parseStudy({ files: ['incidents.csv'], boundary: 'boundary.geojson', ...keys }, 'test');
  const sources = new Map([
    file('incidents.csv', city.incidents),
    file('boundary.geojson', city.boundary),
    file('districts.geojson', city.districts),
    file('streets.geojson', city.streets),
  ]);
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bundle(evaluate(await readStudy(study, sources))))
    files.set(path, bytes);
  return openBundle(async (path) => files.get(path)!);
}
