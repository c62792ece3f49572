import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  plugins: [react()],
  resolve: { conditions: ['@oryn/source', 'module', 'browser', 'import', 'default'] },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    outDir: 'dist',
    // The server forbids data addresses for fonts; every asset is a file of its own.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
