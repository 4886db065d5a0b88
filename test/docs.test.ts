import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { variableNames } from '../src/config.ts';
import { testDispatcher } from './builders/dispatcher.ts';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const listed = testDispatcher().dispatcher.commands.filter(({ unlisted }) => !unlisted);
const commands = [...new Set(listed.map(({ name }) => name.split(' ')[0]))];

describe('the documents', () => {
  it('show every command in the README, and none that does not exist', () => {
    const shown = [...read('README.md').matchAll(/^\| `\/([a-z]+)/gmu)].map(([, name]) => name);
    expect(shown).toEqual(commands);
  });

  it('explain every variable in .env.example', () => {
    const explained = [...read('.env.example').matchAll(/^([A-Z_]+)=/gmu)].map(([, name]) => name);
    expect(explained.sort()).toEqual([...variableNames].sort());
  });

  it('name every variable in the README', () => {
    const readme = read('README.md');
    expect(variableNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'docs/moderators.md'])('%s links to files that exist', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(0);
    for (const path of links) expect(() => readFileSync(join(root, dirname(file), path))).not.toThrow(/ENOENT/u);
  });
});
