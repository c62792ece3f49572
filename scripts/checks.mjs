// `npm test`: lint, dead code, types, then every test; one plain line at the end counts them all.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Each check counts as one test; its own output says what is wrong. */
const CHECKS = [
  ['lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['dead code and dependencies', 'node_modules/knip/bin/knip.js', []],
  ['types of tests and scripts', 'node_modules/typescript/bin/tsc', ['-p', 'tsconfig.test.json']],
];

/** @returns exit code: 0 when nothing failed, and in CI nothing of the browser was skipped */
export function runChecks({ root, runNode, args }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, script, scriptArgs] of CHECKS) {
    const isGood = runNode(script, scriptArgs) === 0;
    counts[isGood ? 'passed' : 'failed']++;
    process.stderr.write(`${isGood ? 'ok' : 'FAILED'}: ${name}\n`);
  }
  const report = join(root, 'node_modules', '.oryn', 'tests.json');
  rmSync(report, { force: true });
  const status = runNode('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const tests = readReport(report);
  counts.passed += tests.numPassedTests;
  counts.failed += tests.numFailedTests;
  counts.skipped += tests.numPendingTests + tests.numTodoTests;
  // A file that cannot be loaded fails without a test of its own.
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  return counts.failed === 0 ? 0 : 1;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
  }
}
