import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { readTask } from '../src/cli.ts';
import { variableNames } from '../src/config.ts';
import { settingNames } from '../src/core/setting-values.ts';
import { privateOption } from '../src/platforms/discord/registration.ts';
import { testDispatcher } from './builders/dispatcher.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(root, folder)).flatMap((name) => (name.endsWith('.md') ? [`${folder}/${name}`] : []));

const guides = markdownIn('docs');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...guides, ...markdownIn('content')];
const listed = testDispatcher().dispatcher.commands.filter(({ unlisted }) => !unlisted);
const words = [...new Set(listed.map(({ name }) => name.split(' ')[0] as string))];

/** What stands in a document in backticks with a slash before it and is no command of Parley's. */
const others = {
  'of @BotFather': ['newbot', 'setinline'],
  'of the HTTP server': ['live', 'ready', 'metrics'],
  'of Discord’s address': ['api'],
};
/** Read by the tests alone, so that no operator needs them. */
const variablesOfTests = ['POSTGRES_TEST_URL', 'REQUIRE_POSTGRES'];
/** Read by Docker Compose, from the same .env. */
const variablesOfCompose = [
  'COMPOSE_PROFILES',
  ...[...read('docker-compose.yml').matchAll(/\$\{(\w+)/gu)].map(([, name]) => name as string),
];
/** The answer and the update that documents make up to show how one is written. */
const madeUp = /^content\/(?:faq|updates)\/prisoner-exchanges?\./u;

describe('the documents', () => {
  it('show every command in the README, and none that does not exist', () => {
    const shown = [...read('README.md').matchAll(/^\| `\/([a-z]+)/gmu)].map(([, name]) => name);
    expect(shown).toEqual(words);
  });

  it('explain every variable in .env.example', () => {
    const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...variableNames].sort());
  });

  it('name every variable in the README', () => {
    const readme = read('README.md');
    expect(variableNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it('are all found from docs/README.md', () => {
    const linked = new Set(targetsIn('docs/README.md').map(({ url }) => `docs/${url}`));
    expect(guides.filter((file) => file !== 'docs/README.md' && !linked.has(file))).toEqual([]);
  });

  it('tell members or moderators of every command', () => {
    const told = codeIn('docs/members.md').concat(codeIn('docs/moderators.md'));
    const untold = listed.filter(({ name }) => !told.some((code) => `${code} `.startsWith(`/${name} `)));
    expect(untold.map(({ name }) => `/${name}`)).toEqual([]);
  });
});

describe.each(documents)('%s', (file) => {
  it('links to what is there', () => {
    expect(targetsIn(file).flatMap(({ url }) => deadEnd(file, url))).toEqual([]);
  });

  it('says in words what its pictures show', () => {
    const silent = targetsIn(file).filter(({ alt }) => alt?.trim() === '');
    expect(silent).toEqual([]);
  });

  it('names commands, actions, options and settings that exist', () => {
    const inline = nodesIn(file).flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
    expect([...codeIn(file).flatMap(unknownIn), ...inline.flatMap(unknownOption)]).toEqual([]);
  });

  it('names scripts and tasks that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const missing = [...read(file).matchAll(/\bnpm run ([\w:-]+)/gu)].filter(([, name]) => !scripts[name ?? '']);
    const unread = [...read(file).matchAll(/\bnpm start -- ([^`#\n]+)/gu)].filter(([, line]) => !isTask(line ?? ''));
    expect([...missing, ...unread].map(([said]) => said)).toEqual([]);
  });

  it('names environment variables that are read', () => {
    const known = new Set([
      ...variableNames,
      ...variablesOfTests,
      ...variablesOfCompose,
      ...Object.keys(constants.signals),
    ]);
    const named = codeIn(file).flatMap((code) => /^([A-Z][A-Z_]{3,})(?:=|$)/u.exec(code)?.[1] ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it('names files and folders that are there', () => {
    const paths =
      read(file).match(/(?<![\w./-])(?:src|commands|content|docs|test|bench|scripts)\/[\w./{},<>*-]*/gu) ?? [];
    const missing = paths.flatMap(alternatives).filter((path) => !madeUp.test(path) && !existsSync(join(root, path)));
    expect(missing).toEqual([]);
  });
});

interface Target {
  url: string;
  /** Of a picture. */
  alt?: string;
}

/** Every link and picture of a document, those of its HTML included. */
function targetsIn(file: string): Target[] {
  return nodesIn(file).flatMap((node): Target[] => {
    if (node.type === 'image') return [{ url: node.url, alt: node.alt ?? '' }];
    if (node.type === 'link' || node.type === 'definition') return [{ url: node.url }];
    return node.type === 'html' ? inHtml(node.value) : [];
  });
}

const inHtml = (html: string): Target[] =>
  [...html.matchAll(/<(?:img|source|a)\b[^>]*>/gu)].flatMap(([tag]) => {
    const url = /\b(?:src|srcset|href)="([^"\s]+)/u.exec(tag)?.[1];
    if (url === undefined) return [];
    return [tag.startsWith('<img') ? { url, alt: /\balt="([^"]*)"/u.exec(tag)?.[1] ?? '' } : { url }];
  });

/** Why nobody would get there; nothing if all is well. Other hosts are not asked. */
function deadEnd(file: string, url: string): string[] {
  if (/^[a-z]+:/iu.test(url)) return url.startsWith('https://') && URL.canParse(url) ? [] : [`${url}: not https`];
  const [path = '', anchor] = decodeURIComponent(url).split('#');
  const target = path === '' ? file : relative(root, resolve(root, dirname(file), path));
  if (target.startsWith('..') || !existsSync(join(root, target))) return [`${url}: no such file`];
  if (anchor === undefined) return [];
  return anchorsIn(target).includes(anchor) ? [] : [`${url}: no such heading`];
}

/** The anchors that GitHub gives to the headings of a document. */
function anchorsIn(file: string): string[] {
  const seen = new Map<string, number>();
  return nodesIn(file).flatMap((node) => {
    if (node.type !== 'heading') return [];
    const slug = textOf(node)
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return [before === 0 ? slug : `${slug}-${before}`];
  });
}

/** What stands in backticks, lines of a block included. */
const codeIn = (file: string): string[] =>
  nodesIn(file).flatMap((node) => {
    if (node.type === 'inlineCode') return [node.value];
    return node.type === 'code' ? node.value.split('\n') : [];
  });

/** What a command written in backticks names that Parley does not know. */
function unknownIn(code: string): string[] {
  const [, word, addressee, rest = ''] = /^\/([a-z]+)(@your_bot)?(?:\s+(.*))?$/u.exec(code) ?? [];
  if (word === undefined) return [];
  if (Object.values(others).some((names) => names.includes(word))) return [];
  const [first = ''] = rest.split(' ');
  const isGroup = listed.some(({ name }) => name.startsWith(`${word} `));
  const name = isGroup && first !== '' ? `${word} ${first}` : word;
  const meant = listed.filter(
    (one) => one.name === name || (isGroup && first === '' && one.name.startsWith(`${word} `)),
  );
  if (meant.length === 0) return [`/${name}${addressee ?? ''}`];
  const isSetting =
    word !== 'settings' || /^[<[]|^$/u.test(first) || (settingNames as readonly string[]).includes(first);
  const known = new Set(
    meant.flatMap(({ options, audience }) => [...Object.keys(options), ...(audience ? [] : [privateOption])]),
  );
  const options = [...rest.matchAll(/[<[]([a-z]+)[>\]]|(?<=^|\s)([a-z]+):(?=\s|$)/gu)].map(([, a, b]) => a ?? b ?? '');
  return [...(isSetting ? [] : [code]), ...options.filter((one) => !known.has(one)).map((one) => `/${name} ${one}:`)];
}

/** An option by itself, as Discord writes it: `private: True`. */
function unknownOption(code: string): string[] {
  const name = /^([a-z]+):(?: True)?$/u.exec(code)?.[1];
  const isKnown = name === undefined || name === privateOption || listed.some(({ options }) => name in options);
  return isKnown ? [] : [`${name}:`];
}

/** Whether the command line takes a task and its switches, whatever is given along. */
function isTask(line: string): boolean {
  const [word = ''] = line.trim().split(/\s+/u);
  const switches = line.match(/--[a-z-]+/gu) ?? [];
  const complaints = [[word], ...switches.map((one) => [word, one])].map((argv) => {
    const task = readTask(argv);
    return task.kind === 'usage' ? task.message : '';
  });
  return !complaints.some((message) => /^There is no command|Unknown option/u.test(message));
}

/** A path as it is written, `{a,b}` taken apart and cut before what stands for many names. */
function alternatives(written: string): string[] {
  const path = written.replace(/[.,]+$/u, '');
  const [, before, inner, after] = /^([^{]*)\{([^}]*)\}(.*)$/u.exec(path) ?? [];
  if (inner !== undefined) return inner.split(',').flatMap((one) => alternatives(`${before}${one}${after}`));
  return [/^[^*<]*$/u.test(path) ? path : path.replace(/[^/]*[*<].*$/u, '')];
}

function nodesIn(file: string): Nodes[] {
  const tree = fromMarkdown(read(file), { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  return flat(tree);
}

const flat = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(flat) : [])];
const textOf = (node: Nodes): string =>
  flat(node)
    .map((one) => ('value' in one ? one.value : ''))
    .join('');
