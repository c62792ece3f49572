import { OrynError } from '@oryn/core';
import { errorText, isLanguage, type Language, text } from '@oryn/language';
import { ORYN_VERSION } from '@oryn/study';
import { Command, CommanderError } from 'commander';
import pc from 'picocolors';
import { addClustersCommand } from './commands/clusters.ts';
import { addCompareCommand } from './commands/compare.ts';
import { addConcentrationCommand } from './commands/concentration.ts';
import { addDemoCommand } from './commands/demo.ts';
import { addDensityCommand } from './commands/density.ts';
import { addFetchCommand } from './commands/fetch.ts';
import { addFiguresCommand } from './commands/figures.ts';
import { addInspectCommand } from './commands/inspect.ts';
import { addOsmCommand } from './commands/osm.ts';
import { addPatternCommand } from './commands/pattern.ts';
import { addPlaceCommands } from './commands/places.ts';
import { addPrepareCommand } from './commands/prepare.ts';
import { addPublicCommand } from './commands/public.ts';
import { addReportCommand } from './commands/report.ts';
import { addScanCommand } from './commands/scan.ts';
import { addStudyCommand } from './commands/study.ts';
import { addViewCommand } from './commands/view.ts';

const USER_ERROR = 1;
const INTERNAL_ERROR = 2;

const program = new Command('oryn').description(text('en', 'cli.about')).version(ORYN_VERSION).exitOverride();
for (const add of [
  addDemoCommand,
  addFetchCommand,
  addOsmCommand,
  addInspectCommand,
  addPrepareCommand,
  addPlaceCommands,
  addDensityCommand,
  addConcentrationCommand,
  addPatternCommand,
  addClustersCommand,
  addScanCommand,
  addStudyCommand,
  addCompareCommand,
  addFiguresCommand,
  addReportCommand,
  addPublicCommand,
  addViewCommand,
]) {
  add(program);
}

// A reader that closes the pipe early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Say what went wrong in one sentence with its code; the exit code tells whose mistake it was. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USER_ERROR;
  const lang = languageAsked();
  const known = error instanceof OrynError;
  const described = known ? error : { code: 'internal', parameters: { message: String(error) } };
  process.stderr.write(
    `${pc.red(text(lang, 'cli.error'))} [${described.code}]: ${errorText(lang, described)}\n`,
  );
  if (!known && error instanceof Error && process.env.ORYN_TRACE) process.stderr.write(`${error.stack}\n`);
  return known ? USER_ERROR : INTERNAL_ERROR;
}

function languageAsked(): Language {
  const given = process.argv[process.argv.indexOf('--lang') + 1];
  return process.argv.includes('--lang') && isLanguage(given) ? given : 'en';
}
