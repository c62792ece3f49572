/** Times of a few runs, in milliseconds. */
export interface Times {
  least: number;
  median: number;
  most: number;
}

/** Run once to warm up, then `runs` times; print the median and the spread. */
export function measure(name: string, runs: number, work: () => unknown): Times {
  work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return report(name, times);
}

/** The same for work that is waited for. */
export async function measureAsync(name: string, runs: number, work: () => Promise<unknown>): Promise<Times> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return report(name, times);
}

function report(name: string, times: number[]): Times {
  times.sort((a, b) => a - b);
  const [least, median, most] = [times[0], times[times.length >> 1], times[times.length - 1]];
  const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 0).padStart(8);
  process.stdout.write(`${name.padEnd(64)} median ${ms(median)} ms   (${ms(least)} … ${ms(most)})\n`);
  return { least, median, most };
}
