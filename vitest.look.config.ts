import base from './vitest.config.ts';

// Pictures for a person to look at, not tests: `npm run look`.
export default {
  ...base,
  test: { ...base.test, include: ['**/*.look.{ts,tsx}'], testTimeout: 600_000, fileParallelism: false },
};
