import base from './vitest.config.ts';

// The saved pictures alone, to compare or, with `--accept`, to write them: `npm run gallery`.
export default {
  ...base,
  test: {
    ...base.test,
    include: [
      'packages/figures/test/pictures.test.tsx',
      'test/gallery.test.ts',
      'test/gallery.statistics.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 600_000,
  },
};
