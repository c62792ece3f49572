import { shared } from './vitest.shared.ts';

// Pictures for a person to look at, not tests: `npm run look`.
export default {
  ...shared,
  test: { ...shared.test, include: ['**/*.look.{ts,tsx}'], testTimeout: 600_000, fileParallelism: false },
};
