import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Makes of the program a few files that a start reads in one go, and beside them what a start would otherwise make of
 * the content that ships each time. What holds machine code stays in its package, and so do files that are read.
 *
 * usage: node scripts/build.mjs [folder in dist/, `app` unless told] [module that is loaded before the program]
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const [folder = 'app', ...first] = process.argv.slice(2);
const target = `dist/${folder}`;

await rm(`${root}${target}`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/bin.ts', 'src/prepare.ts'],
  outdir: target,
  inject: first,
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // grammY loads it, with its tables of all domain names, for when it is given nothing else to call Telegram by.
  alias: { 'node-fetch': './scripts/no-node-fetch.mjs' },
  external: ['better-sqlite3', '@resvg/resvg-js', 'pg-native', 'zlib-sync', 'bufferutil', 'utf-8-validate'],
  // Packages in the older format ask for each other, and for Node's modules, by this function.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  // What is left out of the text is not kept in memory either; names stay, for traces and for what goes by them.
  minifyWhitespace: true,
  minifySyntax: true,
  sourcemap: 'linked',
  legalComments: 'external',
  logLevel: 'warning',
});
execFileSync(process.execPath, [`${target}/prepare.js`, 'content', `${target}/prepared.bin`], {
  cwd: root,
  stdio: 'inherit',
});
