import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the console into `admin/dist`, which the server serves at `/`. In development `/api` goes to a server on 8080. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 800 },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
});
