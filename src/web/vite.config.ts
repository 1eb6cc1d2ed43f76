import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** Every browser that can show a board reads woff2; the package's woff files would double the fonts. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('@fontsource') || !id.endsWith('.css')) return null;
    return { code: code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''), map: null };
  },
};

export default defineConfig({
  root: here('.'),
  base: '/',
  publicDir: false,
  // The list of two hundred font files would hide what matters.
  logLevel: 'warn',
  plugins: [onlyWoff2],
  worker: { format: 'es' },
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the content security policy allows this server's own files and nothing else.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use client" in the explorer's packages means nothing here.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      input: {
        home: here('index.html'),
        board: here('board/index.html'),
        preview: here('preview/index.html'),
        desk: here('desk/index.html'),
        signIn: here('sign-in/index.html'),
        invite: here('invite/index.html'),
        enter: here('enter/index.html'),
        me: here('me/index.html'),
        reception: here('reception/index.html'),
        console: here('console/index.html'),
        admin: here('admin/index.html'),
        explorer: here('explorer/index.html'),
      },
    },
  },
});
