import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, '..');

// The app's own start-up order with a clock that tests can move; everything else it runs is the built app's.
export default defineConfig({
  root,
  logLevel: 'warn',
  build: {
    outDir: resolve(root, 'out/e2e'),
    emptyOutDir: true,
    minify: false,
    ssr: true,
    target: 'node20',
    lib: { entry: resolve(root, 'e2e/fixtures/clocked-main.ts'), formats: ['cjs'] },
    rolldownOptions: {
      external: ['electron', 'keytar'],
      output: { entryFileNames: 'clocked-main.cjs' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'keytar'] },
});
