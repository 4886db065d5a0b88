import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Attribute, type Message, parse } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';
import { textKey } from '../src/core/command.ts';
import { sourceKinds } from '../src/core/knowledge.ts';
import { languages } from '../src/core/language.ts';
import { testDispatcher } from './builders/dispatcher.ts';

const root = resolve(import.meta.dirname, '..');

/** Every key of a language's file with the variables that its text names. */
function keysOf(language: string): Map<string, string[]> {
  const { body } = parse(readFileSync(join(root, `src/locales/${language}.ftl`), 'utf8'), {});
  const broken = body.filter((entry) => entry.type === 'Junk');
  expect(broken).toEqual([]);
  const messages = body.filter((entry) => entry.type === 'Message') as Message[];
  const variables = (node: Message | Attribute) =>
    [
      ...new Set(JSON.stringify(node.value).match(/"VariableReference","id":\{"type":"Identifier","name":"(\w+)"/gu)),
    ].sort();
  return new Map(
    messages.flatMap((message) => [
      ...(message.value ? [[message.id.name, variables(message)] as const] : []),
      ...message.attributes.map((one) => [`${message.id.name}.${one.id.name}`, variables(one)] as const),
    ]),
  );
}

const english = keysOf('en');

/** Keys as the program writes them, those of commands and their options included. */
function usedKeys(): Set<string> {
  const sources = ['src', 'commands'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  );
  const quoted = sources.flatMap((source) =>
    [...source.matchAll(/'([a-z]+(?:-[a-z]+)*)'/gu)].map(([, key]) => key as string),
  );
  // What is reached by buttons only is never described.
  const listed = testDispatcher().dispatcher.commands.filter(({ unlisted }) => !unlisted);
  const ofCommands = listed.flatMap((one) => [
    `${one.name.split(' ')[0]}.description`,
    `${textKey(one)}.description`,
    `${textKey(one)}.usage`,
    ...(one.messageMenu ? [`${textKey(one)}.menu`] : []),
    ...Object.keys(one.options).flatMap((option) => [`${textKey(one)}.${option}`, `option-${option}`]),
  ]);
  return new Set(['option-private', ...quoted, ...ofCommands, ...sourceKinds.map((kind) => `source-kind-${kind}`)]);
}

describe('the interface’s texts', () => {
  it.each(languages.filter((language) => language !== 'en'))(
    'in %s are complete, with the same variables',
    (language) => {
      expect(Object.fromEntries(keysOf(language))).toEqual(Object.fromEntries(english));
    },
  );

  it('name the variables that the program gives them', () => {
    expect(english.get('page')).toHaveLength(2);
  });

  it('are all used', () => {
    const used = usedKeys();
    expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
  });

  it('are there for every command and option', () => {
    const missing = [...usedKeys()].filter((key) => key.includes('.') && !english.has(key));
    expect(missing).toEqual([]);
  });
});
