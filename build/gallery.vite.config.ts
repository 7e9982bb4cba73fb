import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

const root = resolve(import.meta.dirname, '..');

// Every control in every state, for the tour and the tests alone: a page of its own, which no build of the app has in it.
export default defineConfig({
  root: resolve(root, 'renderer/gallery'),
  logLevel: 'warn',
  build: {
    outDir: resolve(root, 'out/gallery'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome130',
    minify: false,
  },
  plugins: [solid()],
});
