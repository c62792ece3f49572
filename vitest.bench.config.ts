import { shared } from './vitest.shared.ts';

export default {
  ...shared,
  test: {
    ...shared.test,
    include: ['packages/**/*.bench.ts', 'apps/**/*.bench.ts'],
    testTimeout: 600_000,
    fileParallelism: false,
    disableConsoleIntercept: true,
  },
};
