import { shared } from './vitest.shared.ts';

// The saved pictures alone, to compare or, with `--accept`, to write them: `npm run gallery`.
export default {
  ...shared,
  test: {
    ...shared.test,
    include: [
      'packages/figures/test/pictures.test.tsx',
      'apps/viewer/test/screens.test.ts',
      'test/gallery.test.ts',
      'test/gallery.statistics.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 600_000,
  },
};
