import base from './vitest.config.ts';

export default {
  ...base,
  test: {
    ...base.test,
    include: ['packages/**/*.bench.ts', 'apps/**/*.bench.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
};
