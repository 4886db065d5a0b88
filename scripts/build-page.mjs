import { copyFile, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));
const source = 'src/playground/page';
const target = 'dist/page';

await rm(path(target), { recursive: true, force: true });
await mkdir(path(target), { recursive: true });
await build({
  entryPoints: [path(`${source}/main.ts`), path(`${source}/page.css`)],
  outdir: path(target),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  // The package offers the older format as well, which no browser that can run the page needs.
  loader: { '.woff2': 'file', '.woff': 'empty' },
  assetNames: '[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
  // Lit's own writes a style attribute at first, which a policy without 'unsafe-inline' refuses.
  alias: { 'lit/directives/style-map.js': path(`${source}/style-map.ts`) },
});
await copyFile(path(`${source}/index.html`), path(`${target}/index.html`));
