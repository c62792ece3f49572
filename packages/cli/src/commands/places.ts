import { text } from '@oryn/language';
import { type Column, type PlaceFindings, placeGeometry, placesTable, recordsOf } from '@oryn/study';
import type { Command } from 'commander';
import { addOptions, type GivenOptions, HOTSPOT_KEYS, PLACE_KEYS, studyOf } from '../options.ts';
import { printJson, writeTable } from '../output.ts';
import { countWarnings, extentWarnings } from '../place-warnings.ts';
import { runPlaces } from './study-run.ts';

/** `oryn cells` and `oryn hotspots`: the places table with more or fewer columns. */
export function addPlaceCommands(program: Command): void {
  const cells = program.command('cells <file...>').description(text('en', 'cli.command.cells'));
  addOptions(cells, PLACE_KEYS).action((files: string[], given: GivenOptions) =>
    printPlaces('cells', files, given, (findings) =>
      placesTable(findings).filter(({ name }) => !/^(gi_|density|problem_place)/.test(name)),
    ),
  );
  const hotspots = program.command('hotspots <file...>').description(text('en', 'cli.command.hotspots'));
  addOptions(hotspots, HOTSPOT_KEYS).action((files: string[], given: GivenOptions) =>
    printPlaces('hotspots', files, given, (findings) =>
      placesTable(findings).filter(({ name }) => !/^(density|problem_place)/.test(name)),
    ),
  );
}

async function printPlaces(
  command: string,
  files: string[],
  given: GivenOptions,
  columnsOf: (findings: PlaceFindings) => Column[],
): Promise<void> {
  const study = await studyOf(files, given);
  const findings = await runPlaces(study);
  const columns = columnsOf(findings);
  for (const sentence of [...extentWarnings(findings), ...countWarnings(findings)]) {
    process.stderr.write(`${sentence}\n`);
  }
  if (given.json) {
    printJson({
      command,
      parameters: findings.study,
      choices: findings.choices,
      account: findings.account,
      result: {
        places: recordsOf(columns),
        tested: findings.hot.tested,
        null: findings.concentration[0].null,
      },
    });
    return;
  }
  await writeTable(columns, given.out as string | undefined, () => ({
    type: 'FeatureCollection',
    features: recordsOf(columns).map((properties, i) => ({
      type: 'Feature',
      properties,
      geometry: placeGeometry(findings.places, i),
    })),
  }));
}
