import { shared } from './vitest.shared.ts';

export default {
  ...shared,
  test: {
    ...shared.test,
    include: ['packages/**/*.statistics.test.ts', 'test/**/*.statistics.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
};
