import { type Language, text } from '@oryn/language';
import type { Progress } from '@oryn/study';
import pc from 'picocolors';

/** One line of progress on standard error. */
export function say(message: string): void {
  process.stderr.write(`${pc.dim('·')} ${message}\n`);
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
