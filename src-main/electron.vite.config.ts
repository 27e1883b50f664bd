import { existsSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = path.resolve(import.meta.dirname, '..');
const out = (name: string) => path.join(root, 'out', name);

/** Files that the main process starts as workers: each becomes out/main/<name>.js. Add one here to add a worker. */
const workers: Readonly<Record<string, string>> = {
  'raster-worker': path.join(root, 'src-main/adapters/printers/raster/raster-worker.ts'),
  'documents-worker': path.join(root, 'src-main/adapters/documents/documents-worker.ts'),
};

const mainEntries = {
  main: path.join(root, 'src-main/hosts/electron/main.ts'),
  ...Object.fromEntries(Object.entries(workers).filter(([, file]) => existsSync(file))),
};

// Electron 45 is what users get; 33 (Node 20, Chromium 130) is the oldest the app is run in: both understand this.
export default defineConfig({
  main: {
    root,
    build: {
      outDir: out('main'),
      target: 'node20.18',
      sourcemap: true,
      // Packages with binaries or data files of their own stay in node_modules.
      externalizeDeps: true,
      rollupOptions: {
        input: mainEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: out('preload'),
      target: 'node20.18',
      // A sandboxed preload can load nothing but Electron: everything else is bundled, as CommonJS.
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: path.join(root, 'src-main/hosts/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path.join(root, 'src-renderer'),
    plugins: [react()],
    build: {
      outDir: out('renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      rollupOptions: { input: path.join(root, 'src-renderer/index.html') },
    },
  },
});
