import base from './vitest.config.ts';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export of its configuration
export default {
  ...base,
  test: {
    ...base.test,
    include: ['packages/**/*.bench.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
};
