import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which folders of ours each folder may import from; its own goes without saying. */
const mayImport: Record<string, string[]> = {
  'src/core': [],
  'src/search': ['src/core'],
  'src/content': ['src/core'],
  'src/locales': ['src/core'],
  'src/http': ['src/core'],
  'src/metrics': ['src/core'],
  'src/store': ['src/core'],
  'src/drafts': ['src/core', 'src/store'],
  'src/editing': ['src/core', 'src/drafts', 'src/store'],
  'src/community': ['src/core', 'src/store'],
  'src/updates': ['src/core', 'src/drafts', 'src/store'],
  'src/doctor': ['src/core', 'src/store', 'src/platforms/discord', 'src/platforms/telegram'],
  'src/scaling': ['src/core', 'src/store'],
  'src/transfer': ['src/core', 'src/content', 'src/store'],
  'src/platforms/discord': ['src/core'],
  'src/platforms/telegram': ['src/core'],
  'src/platforms/console': ['src/core'],
  'src/pictures': ['src/core'],
  'src/loopback': [],
  'src/playground': ['src/core', 'src/loopback'],
  commands: ['src/core'],
};

/** The files that join the folders together. */
const composing = new Set([
  'src/bin.ts',
  'src/catalogues.ts',
  'src/chat-events.ts',
  'src/cli.ts',
  'src/clock.ts',
  'src/config.ts',
  'src/connecting.ts',
  'src/delivery.ts',
  'src/examining.ts',
  'src/log.ts',
  'src/main.ts',
  'src/measurers.ts',
  'src/messenger.ts',
  'src/metrics.ts',
  'src/parley.ts',
  'src/playing.ts',
  'src/prepare.ts',
  'src/prepared.ts',
  'src/served-content.ts',
  'src/serving.ts',
  'src/sharing.ts',
  'src/status.ts',
  'src/stopping.ts',
  'src/sweeping.ts',
  'src/talking.ts',
  'src/tracing.ts',
  'src/usable-config.ts',
  'src/web-server.ts',
]);

/** Those of them that know more than three others. */
const joining = [
  'src/connecting.ts',
  'src/delivery.ts',
  'src/examining.ts',
  'src/main.ts',
  'src/parley.ts',
  'src/playing.ts',
  'src/served-content.ts',
  'src/serving.ts',
  'src/sharing.ts',
  'src/talking.ts',
  'src/web-server.ts',
];

const files = ['src', 'commands'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
);

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const folderOf = (file: string) =>
  Object.keys(mayImport).find((folder) => file.startsWith(`${folder}/`)) ?? (composing.has(file) ? file : undefined);
const imports = (file: string) =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^'\n]+)'/gu)].map(([, path]) => path as string);
const ours = (file: string) =>
  imports(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => relative(root, resolve(root, dirname(file), path)));

describe('the house', () => {
  it.each(files)('%s stands in a known room', (file) => {
    expect(folderOf(file)).toBeDefined();
  });

  it.each(files.filter((file) => !composing.has(file)))('%s imports only from where it may', (file) => {
    const folder = folderOf(file) as string;
    const foreign = ours(file).filter(
      (path) => ![folder, ...(mayImport[folder] ?? [])].some((ok) => path.startsWith(`${ok}/`)),
    );
    expect(foreign).toEqual([]);
  });

  it.each(files.filter((file) => /^(src\/(core|search)|commands)\//u.test(file)))('%s does no I/O', (file) => {
    const allowed = /^(\.|mdast|micromark|@orama\/stemmers)/u;
    expect(imports(file).filter((path) => !allowed.test(path))).toEqual([]);
    expect(read(file)).not.toMatch(/\b(Date\.now|new Date\(\)|Math\.random|setTimeout|fetch)\b/u);
  });

  it('reads the environment in config.ts alone', () => {
    expect(files.filter((file) => /process\.env/u.test(read(file)))).toEqual(['src/config.ts']);
  });

  it('has only these files join it all', () => {
    const others = (file: string) =>
      ours(file)
        .map(folderOf)
        .filter((folder) => folder !== folderOf(file));
    const knowing = files.filter((file) => new Set(others(file)).size > 3);
    expect(knowing).toEqual(joining);
  });
});
