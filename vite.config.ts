import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT || 8080}`;

export default defineConfig({
  plugins: [react(), inlineIcon(), precompress()],
  build: {
    target: 'es2023',
    // The browsers of the target preload modules by themselves.
    modulePreload: { polyfill: false },
    // The content security policy allows no `data:` fonts or scripts, and a file of its own is cached on its own.
    assetsInlineLimit: 0,
    // What is loaded with what, for the size check.
    manifest: true,
    reportCompressedSize: false,
    // The chunk of the first page is 510 kB before compression. The size check holds it by what travels, 160 kB at most.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      // Of a busy machine it would say what took it long, where nothing is wrong.
      checks: { bundlerTimings: false },
      output: {
        // The name of what is shared would list whose it is, and the first page knows every name.
        chunkFileNames: ({ name }) => `assets/${name.startsWith('shared') ? 'shared' : '[name]'}-[hash].js`,
        codeSplitting: {
          groups: [
            { name: 'app', tags: ['$initial'], priority: 2 },
            // Large, and wanted only where a number is typed.
            {
              name: 'phone',
              test: /libphonenumber-js|domain[\\/](phone|phone-reading|phone-text|country-guess)\.ts$/,
              priority: 1,
            },
            // Of the libraries that most pages need, each travels whole.
            { name: 'mantine', test: /node_modules[\\/]@mantine/, minShareCount: 2, priority: 1 },
            {
              name: 'forms',
              test: /react-hook-form|@hookform|ui[\\/]FormShell|fields[\\/](Text|Select|Switch)Field/,
              minShareCount: 2,
              priority: 1,
            },
            // Wanted only where it is asked when somebody is called.
            { name: 'clock', test: /temporal-polyfill|business-hours[\\/]clock/, priority: 1 },
            // Not merged with one another: merged chunks come to import each other in a circle, and a page stays blank.
            { name: 'shared', minShareCount: 2, entriesAware: true },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.DEV_PORT || 5173),
    strictPort: true,
    // Vite would let every page of this machine read what it serves, the API included.
    cors: false,
    // The Host stays the browser's: the server checks it.
    proxy: Object.fromEntries(
      ['/api', '/auth', '/console', '/events', '/activity/', '/health', '/ready'].map((path) => [path, server]),
    ),
    watch: { ignored: ['**/data/**', '**/dist/**'] },
  },
});

/** The icon travels within the page: one request less before the first row. */
function inlineIcon(): Plugin {
  return {
    name: 'inline-icon',
    apply: 'build',
    transformIndexHtml: async (html) => {
      const icon = await readFile('public/icon.svg', 'utf8');
      return html.replace('"/icon.svg"', `"data:image/svg+xml,${encodeURIComponent(icon)}"`);
    },
  };
}

/** Puts a brotli and a gzip form beside each file of the build, for the server to hand out as they are. */
function precompress(): Plugin {
  const compressible = /\.(js|css|html|svg|json|webmanifest|txt)$/;
  const brotli = promisify(brotliCompress);
  const deflate = promisify(gzip);

  async function compress(path: string): Promise<void> {
    const bytes = await readFile(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
    await writeFile(`${path}.br`, await brotli(bytes, { params }));
    await writeFile(`${path}.gz`, await deflate(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }

  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: ({ build }) => {
      folder = build.outDir;
    },
    // After the files of `public` were copied, too.
    closeBundle: async () => {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(files.filter((file) => compressible.test(file)).map((file) => compress(join(folder, file))));
    },
  };
}
