import type { OnProgress } from '@oryn/core';
import { type Language, text } from '@oryn/language';
import type { Progress } from '@oryn/study';
import pc from 'picocolors';

/** One line of progress on standard error. */
export function say(message: string): void {
  process.stderr.write(`${pc.dim('·')} ${message}\n`);
}

/** On a terminal, the share of some work that is done, in steps of 5 %; it goes away at 100 %. */
export function percentOnTerminal(): OnProgress {
  let shown = 0;
  return (done, total) => {
    const percent = Math.floor((done / total) * 20) * 5;
    if (!process.stderr.isTTY || percent === shown) return;
    shown = percent;
    process.stderr.write(percent === 100 ? '\r\u001B[K' : `\r  ${percent} %`);
  };
}

/** Progress of reading: each file is said once, on a terminal with the share of it that is read. */
export function readingProgress(lang: Language): (file: string, done: number, total: number) => void {
  let current = '';
  let percent = percentOnTerminal();
  return (file, done, total) => {
    if (file !== current) {
      current = file;
      percent = percentOnTerminal();
      say(text(lang, 'cli.progress.reading', { file }));
    }
    percent(done, total);
  };
}

/** Progress of an evaluation: each stage is said once, on a terminal with the share of its part that is done. */
export function stageProgress(lang: Language): Progress {
  let current = '';
  let percent = percentOnTerminal();
  return (stage, done, total) => {
    if (stage !== current) {
      current = stage;
      percent = percentOnTerminal();
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
      say(text(lang, `cli.progress.${stage}`));
    }
    percent(done, total);
  };
}
