import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inventedRows } from '../../../test/support/invented-rows.ts';

const ROWS = 10_000_000;
const LIMIT_BYTES = 1.5e9;

/** Prints the largest resident size of the process when it ends. */
const WATCH = `data:text/javascript,${encodeURIComponent(
  'process.on("exit",()=>process.stderr.write("\\nmaxRSS "+process.resourceUsage().maxRSS*1024+"\\n"))',
)}`;

it('oryn prepare: ten million CSV rows under 1.5 GB of memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oryn-bench-'));
  try {
    const csv = join(folder, 'rows.csv');
    const file = openSync(csv, 'w');
    for (const piece of inventedRows(ROWS, 1)) writeSync(file, piece);
    closeSync(file);
    const start = performance.now();
    const bin = join(import.meta.dirname, '../bin/oryn.js');
    const run = spawnSync(
      process.execPath,
      [
        '--import',
        WATCH,
        bin,
        'prepare',
        csv,
        '--purpose',
        'benchmark',
        '--out',
        join(folder, 'incidents.parquet'),
        '--json',
      ],
      { encoding: 'utf8', env: { ...process.env, XDG_CONFIG_HOME: folder } },
    );
    const seconds = (performance.now() - start) / 1000;
    expect(run.status, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout).account.read).toBe(ROWS);
    const bytes = Number(/maxRSS (\d+)/.exec(run.stderr)?.[1]);
    const mb = (value: number): string => `${Math.round(value / 1e6)} MB`;
    process.stdout.write(
      `prepare, 10 M rows, ${mb(statSync(csv).size)} of CSV: ${seconds.toFixed(0)} s, ${mb(bytes)} resident\n`,
    );
    expect(bytes).toBeLessThan(LIMIT_BYTES);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
