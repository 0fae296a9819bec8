import { dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { catalogues } from './build/catalogues.ts';
import { compressed } from './build/compressed.ts';

const project = dirname(import.meta.dirname).replaceAll('\\', '/');
const ours = new RegExp(`^${project.replace(/[^\w/]/g, '\\$&')}/(admin|sync)/`);

/** Builds the console into `admin/dist`, which the server serves at `/`. In development `/api` goes to a server on 8080. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), catalogues(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 800,
    // Our modules only define things, so a page that imports one name of a folder need not load the whole folder.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: ours, sideEffects: false }] } },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
});
