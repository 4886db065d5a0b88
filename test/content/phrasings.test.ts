import { describe, expect, it } from 'vitest';
import { loadPhrasings } from '../../src/content/phrasings.ts';
import { contentFolder } from './content-folder.ts';

const entries = [{ id: 'borders' }];
const loaded = (files: Record<string, string>) => {
  const named = Object.entries(files).map(([name, text]) => [`phrasings/${name}`, text] as const);
  return loadPhrasings(contentFolder(Object.fromEntries(named)), entries);
};
const complaints = async (files: Record<string, string>) =>
  (await loaded(files)).problems.map(
    ({ file, line, severity, message }) => `${file.replace(/^.*?\//u, '')}:${line} ${severity} ${message}`,
  );

describe('how people ask', () => {
  it('is read by entry, with what nobody answers and what words mean', async () => {
    const { asking, problems } = await loaded({
      'borders.yaml': 'en:\n  - where does it end\nuk:\n  - де межа\n',
      '_none.yaml': 'en:\n  - hello\n',
      '_words.yaml': 'border: border*, frontier, line of contact\n',
    });
    expect(problems).toEqual([]);
    expect([...asking.phrasings]).toEqual([['borders', ['where does it end', 'де межа']]]);
    expect(asking.unanswered).toEqual(['hello']);
    expect(asking.meanings.map(({ id, patterns }) => [id, patterns.map((one) => one.trim())])).toEqual([
      ['border', ['border*', 'frontier', 'line of contact']],
    ]);
  });

  it('need not be written at all', async () => {
    expect((await loadPhrasings('/nowhere/at/all', entries)).asking.phrasings.size).toBe(0);
  });

  it('is reported by file and line where it is amiss, and the rest still read', async () => {
    const files = {
      'border.yaml': 'en: [where]\n',
      'borders.yaml': 'en:\n  - where\nfr:\n  - où\n',
      'notes.txt': 'hello\n',
      '_none.yaml': 'en: hello\n',
    };
    expect(await complaints(files)).toEqual([
      'phrasings/_none.yaml:1 error “en” must be a list.',
      'phrasings/border.yaml:1 warning There is no entry “border”.',
      'phrasings/borders.yaml:3 error There is no key “fr”.',
      'phrasings/notes.txt:1 warning Parley does not read this file.',
    ]);
  });
});
