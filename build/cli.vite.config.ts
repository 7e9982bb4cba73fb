import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { parseJson } from './project.mjs';

const root = resolve(import.meta.dirname, '..');
const { version } = parseJson(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
  readonly version: string;
};

// The command line: its entry, the keychain's process, and a file for each part that is loaded only where it is needed.
// Nothing but Node and the keychain's library is loaded besides.
export default defineConfig({
  root,
  logLevel: 'warn',
  define: { __USHER_VERSION__: JSON.stringify(version) },
  build: {
    outDir: resolve(root, 'out/cli'),
    emptyOutDir: true,
    minify: false,
    license: { fileName: 'licenses.json' },
    ssr: true,
    // Of the oldest Node that the argument parser is made for.
    target: 'node22.12',
    lib: {
      entry: {
        usher: resolve(root, 'electron/cli.ts'),
        'vault-worker': resolve(root, 'electron/storage/keychain/worker.ts'),
      },
      formats: ['cjs'],
    },
    rolldownOptions: {
      external: ['keytar'],
      output: {
        entryFileNames: '[name].cjs',
        chunkFileNames: 'chunk-[name].cjs',
        // Read faster without what only people need; names stay, for the traces in the log.
        minify: { compress: true, mangle: false, codegen: true },
      },
    },
  },
  ssr: { noExternal: true, external: ['keytar'] },
});
