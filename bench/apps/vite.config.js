import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** For every app of this folder: `npx vite build NAME --config vite.config.js`. */
export default defineConfig({ plugins: [react()] });
