import { defineConfig } from 'vitest/config';
import { shared } from './vitest.shared.ts';

const exclude = ['**/node_modules/**', '**/dist/**', '**/*.statistics.test.ts'];

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    projects: [
      {
        extends: true,
        // Pure functions: the rooms are loaded once for all files, not once for each.
        test: {
          name: 'rooms',
          isolate: false,
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'packages/figures/test/**/*.test.{ts,tsx}',
            'apps/viewer/src/**/*.test.{ts,tsx}',
            'datasets/**/*.test.ts',
          ],
          exclude,
        },
      },
      {
        extends: true,
        // Processes, servers and browsers.
        test: {
          name: 'whole',
          include: ['packages/cli/test/**/*.test.ts', 'apps/viewer/test/**/*.test.ts', 'test/**/*.test.ts'],
          exclude,
        },
      },
    ],
  },
});
