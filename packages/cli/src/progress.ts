import { type Language, text } from '@oryn/language';
import type { Progress } from '@oryn/study';
import pc from 'picocolors';

/** One line of progress on standard error. */
export function say(message: string): void {
  process.stderr.write(`${pc.dim('·')} ${message}\n`);
}

/** Progress of reading: each file is said once, on a terminal with the share of it that is read. */
export function readingProgress(lang: Language): (file: string, done: number, total: number) => void {
  let current = '';
  let shown = 0;
  return (file, done, total) => {
    if (file !== current) {
      current = file;
      shown = 0;
      say(text(lang, 'cli.progress.reading', { file }));
    }
    const percent = Math.floor((done / total) * 20) * 5;
    if (!process.stderr.isTTY || percent === shown) return;
    shown = percent;
    process.stderr.write(percent === 100 ? '\r\u001B[K' : `\r  ${percent} %`);
  };
}

/** Progress of an evaluation: each stage is said once. */
export function stageProgress(lang: Language): Progress {
  let current = '';
  return (stage) => {
    if (stage === current) return;
    current = stage;
    say(text(lang, `cli.progress.${stage}`));
  };
}
