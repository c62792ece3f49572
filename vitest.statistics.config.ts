import base from './vitest.config.ts';

export default {
  ...base,
  test: {
    ...base.test,
    include: ['packages/**/*.statistics.test.ts', 'test/**/*.statistics.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
};
