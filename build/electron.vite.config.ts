import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';
import solid from 'vite-plugin-solid';

const root = resolve(import.meta.dirname, '..');
// Of the oldest Electron this runs on: 33, with Chromium 130 and Node 20.
const targets = { node: 'node20.18', page: 'chrome130' };
const fromRoot = (path: string): string => resolve(root, path);

/** Names stay, for the traces in the log. */
const minify = { compress: true, mangle: { keepNames: true }, codegen: true } as const;

// One file each for main, the keychain's process and preload, and one for what the first two share: nothing but
// Electron, Node, the keychain's binary and the lock's is loaded at run time.
export default defineConfig({
  main: {
    root,
    build: {
      outDir: fromRoot('out/app'),
      emptyOutDir: false,
      target: targets.node,
      license: { fileName: 'licenses-of-main.json' },
      externalizeDeps: false,
      lib: {
        entry: {
          main: fromRoot('electron/main.ts'),
          'vault-worker': fromRoot('electron/storage/keychain/worker.ts'),
        },
        formats: ['cjs'],
      },
      rolldownOptions: {
        external: ['electron', 'keytar'],
        output: { entryFileNames: '[name].cjs', chunkFileNames: 'chunk-[name].cjs', minify },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: fromRoot('out/app'),
      emptyOutDir: false,
      target: targets.node,
      license: { fileName: 'licenses-of-preload.json' },
      lib: { entry: { preload: fromRoot('electron/preload.ts') }, formats: ['cjs'] },
      rolldownOptions: {
        external: ['electron'],
        output: { entryFileNames: '[name].cjs', minify },
      },
    },
  },
  renderer: {
    root: fromRoot('renderer'),
    build: {
      outDir: fromRoot('out/app/renderer'),
      emptyOutDir: true,
      target: targets.page,
      license: { fileName: 'licenses-of-page.json' },
      // Small files would else become data: addresses, which the page's policy forbids.
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: fromRoot('renderer/index.html'),
        output: {
          // What the first view needs is one file, and what several of the others stand on another: every file that is
          // asked for is a way to main and back.
          codeSplitting: {
            groups: [
              { name: 'first', tags: ['$initial'], priority: 2 },
              { name: 'common', minShareCount: 2, priority: 1 },
            ],
          },
        },
      },
    },
    plugins: [solid()],
  },
});
