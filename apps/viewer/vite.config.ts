import { delimiter, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { offline } from './make/offline.ts';
import { withPolicy } from './make/policy.ts';
import { singleFile } from './make/single-file.ts';

const here = import.meta.dirname;
const SERVICE_WORKER = 'src/offline/service-worker.ts';

const shared: UserConfig = {
  base: './',
  resolve: { conditions: ['@oryn/source', 'module', 'browser', 'import', 'default'] },
  worker: { format: 'es' },
};

/** A folder to be served; in the mode `single` one file, with the bundles that ORYN_BUNDLES names. */
export default defineConfig(({ mode }) => {
  if (mode !== 'single') {
    return {
      ...shared,
      plugins: [react(), withPolicy(), offline()],
      build: {
        target: 'es2023',
        outDir: 'dist',
        // The policy forbids data addresses for fonts; every asset is a file of its own.
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 4000,
        rolldownOptions: {
          input: { index: join(here, 'index.html'), 'service-worker': join(here, SERVICE_WORKER) },
          output: {
            // A service worker rules over the folder it lies in, under a name that stays.
            entryFileNames: ({ name }) =>
              name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
          },
        },
      },
    };
  }
  const bundles = (process.env.ORYN_BUNDLES ?? '').split(delimiter).filter((folder) => folder !== '');
  const inlined = { target: 'es2023', assetsInlineLimit: () => true, chunkSizeWarningLimit: 10_000 };
  return {
    ...shared,
    publicDir: false,
    plugins: [react(), singleFile(bundles, { ...shared, build: inlined })],
    build: {
      ...inlined,
      emptyOutDir: true,
      outDir: process.env.ORYN_SINGLE_OUT ?? 'dist-single',
      modulePreload: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  };
});
