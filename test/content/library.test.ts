import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../src/content/library.ts';
import { loadContent } from '../../src/content/load.ts';
import { errorAt, type Problem, warningAt } from '../../src/content/problem.ts';
import { type Catalogue, nothingMentioned } from '../../src/core/catalogue.ts';
import { createKnowledge, type Records } from '../../src/core/knowledge.ts';
import { changed, contentFolder, served } from './content-folder.ts';

const place = { file: 'content/faq/x.md', line: 3 };
const error = errorAt(place, 'It is wrong.', 'Mend it.');
const warning = warningAt(place, 'It is late.', 'Hurry.');

const build = ({ records }: { records: Records }): Catalogue => ({
  knowledge: createKnowledge(records),
  finder: {
    find: () => ({ outcome: 'none', answer: null, alternatives: [], mentions: nothingMentioned }),
    complete: () => [],
  },
});

/** A library that loads what is in `next`, and tells what was heard of problems. */
async function shelf() {
  const heard: Problem[][] = [];
  const next = { records: await served(), problems: [] as Problem[] };
  const library = createLibrary({
    load: async () => ({ ...next }),
    build,
    onProblems: (problems) => heard.push(problems),
  });
  const revision = () => library.current().knowledge.entry('borders')?.revision;
  const write = (number: number, problems: Problem[] = []) => {
    next.problems = problems;
    next.records = { ...next.records, entries: next.records.entries.map((entry) => ({ ...entry, revision: number })) };
  };
  return { library, next, heard, revision, write };
}

describe('the library', () => {
  it('serves what has been loaded, and nothing before', async () => {
    const { library, revision, heard } = await shelf();
    expect(() => library.current()).toThrow('The content has not been loaded yet.');
    expect(await library.reload()).toEqual([]);
    expect(revision()).toBe(2);
    expect(heard).toEqual([]);
  });

  it('serves the new content after a reload, warnings or not', async () => {
    const { library, revision, write, heard } = await shelf();
    await library.reload();
    write(3, [warning]);
    expect(await library.reload()).toEqual([warning]);
    expect(revision()).toBe(3);
    expect(heard).toEqual([[warning]]);
  });

  it('keeps the old content while the new has an error, and takes the next that has none', async () => {
    const { library, revision, write, heard } = await shelf();
    await library.reload();
    write(3, [error]);
    expect(await library.reload()).toEqual([error]);
    expect(revision()).toBe(2);
    expect(heard).toEqual([[error]]);
    write(4);
    await library.reload();
    expect(revision()).toBe(4);
  });

  it('serves what is sound the first time, even if there are errors', async () => {
    const heard: Problem[] = [];
    const folder = contentFolder(changed('faq/front.md', 'id: front', 'id: Front'));
    const library = createLibrary({
      load: () => loadContent(folder),
      build,
      onProblems: (problems) => heard.push(...problems),
    });
    await library.reload();
    expect(library.current().knowledge.entries.map(({ id }) => id)).toEqual(['borders']);
    expect(heard).toMatchObject([
      { file: 'content/faq/front.md', line: 2 },
      { file: 'content/faq/front.md', line: 2 },
    ]);
  });

  it('refuses to begin with nothing, and says why', async () => {
    const { library, next, heard } = await shelf();
    const records = next.records;
    Object.assign(next, { records: { ...records, entries: [] }, problems: [warning, error] });
    await expect(library.reload()).rejects.toThrow(
      'There is no entry to serve. The first error: content/faq/x.md:3 It is wrong. Mend it.',
    );
    expect(heard).toEqual([[warning, error]]);
    Object.assign(next, { records, problems: [error] });
    await library.reload();
    expect(library.current().knowledge.entries).toHaveLength(2);
  });

  it('never gives up its entries for none', async () => {
    const { library, next, revision } = await shelf();
    await library.reload();
    next.records = { ...next.records, entries: [] };
    await expect(library.reload()).rejects.toThrow('There is no entry to serve.');
    expect(revision()).toBe(2);
  });

  it('keeps the old content when loading or building fails, and goes on from there', async () => {
    const { next, write } = await shelf();
    let fault: 'load' | 'build' | undefined;
    const library = createLibrary({
      load: async () => (fault === 'load' ? Promise.reject(new Error('The disk is gone.')) : { ...next }),
      build(records) {
        if (fault === 'build') throw new Error('The index is odd.');
        return build(records);
      },
      onProblems: () => {},
    });
    await library.reload();
    const before = library.current();
    write(3);
    fault = 'load';
    await expect(library.reload()).rejects.toThrow('The disk is gone.');
    fault = 'build';
    await expect(library.reload()).rejects.toThrow('The index is odd.');
    expect(library.current()).toBe(before);
    fault = undefined;
    await library.reload();
    expect(library.current().knowledge.entry('borders')?.revision).toBe(3);
  });

  it('reloads one after the other, so that the last one asked for is what stays', async () => {
    const { next } = await shelf();
    const loads: (() => void)[] = [];
    let number = 10;
    const library = createLibrary({
      load: () =>
        new Promise<{ records: Records; problems: Problem[] }>((resolve) => {
          const revision = number++;
          const entries = next.records.entries.map((entry) => ({ ...entry, revision }));
          loads.push(() => resolve({ records: { ...next.records, entries }, problems: [] }));
        }),
      build,
      onProblems: () => {},
    });
    const both = [library.reload(), library.reload()];
    await Promise.resolve();
    expect(loads).toHaveLength(1);
    loads[0]?.();
    await both[0];
    await Promise.resolve();
    expect(loads).toHaveLength(2);
    expect(library.current().knowledge.entry('borders')?.revision).toBe(10);
    loads[1]?.();
    await both[1];
    expect(library.current().knowledge.entry('borders')?.revision).toBe(11);
  });
});
