import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { deserialize, serialize } from 'node:v8';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { type Prepared, readPrepared } from '../src/prepared.ts';
import { createFinder } from '../src/search/finder.ts';
import { openLibrary, prepareContent } from '../src/served-content.ts';

const shipped = resolve(import.meta.dirname, '../content');
const today = '2026-11-23';

describe('what the build prepares of the content', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-prepared-'));
  const content = join(folder, 'content');
  const file = join(folder, 'prepared.bin');
  let written: string;
  const log = createLog(
    'warn',
    new PassThrough().on('data', (line) => (written += line)),
  );

  beforeAll(async () => {
    cpSync(shipped, content, { recursive: true });
    writeFileSync(file, await prepareContent(content, today));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const served = async (prepared?: string) => {
    written = '';
    const library = openLibrary(content, () => today, log, prepared);
    const problems = await library.reload();
    return { ...library.current(), problems };
  };
  const questions = ['What does Ukraine want?', 'Хто посередник на переговорах?', 'цена нефти', 'Istanbul?', 'hello'];

  it('is served like what is read anew', async () => {
    const [known, read] = [await served(file), await served()];
    expect(JSON.stringify(known.knowledge)).toBe(JSON.stringify(read.knowledge));
    expect(known.updates).toEqual(read.updates);
    expect(known.problems).toEqual(read.problems);
    for (const question of questions) {
      expect(known.finder.explain(question, 'en')).toEqual(read.finder.explain(question, 'en'));
      expect(known.finder.complete(question.slice(0, 6), 'uk', 5)).toEqual(
        read.finder.complete(question.slice(0, 6), 'uk', 5),
      );
    }
  });

  it('goes on learning as if it had learnt everything itself', async () => {
    const [known, read] = [await served(file), await served()];
    const [first, second] = read.knowledge.entries as [
      (typeof read.knowledge.entries)[0],
      (typeof read.knowledge.entries)[0],
    ];
    const own = {
      ...first,
      id: 'harbour',
      text: { en: { ...first.text.en, question: 'What is the harbour fee?', aliases: [] } },
    };
    for (const { finder } of [known, read]) {
      finder.remove(second.id);
      finder.add(own as typeof first);
    }
    for (const question of [...questions, 'harbour fee', 'harbuor', second.text.en?.question ?? ''])
      expect(known.finder.explain(question, 'en')).toEqual(read.finder.explain(question, 'en'));
    expect(known.finder.find('harbour fee', 'en').answer?.id).toBe('harbour');
  });

  it('is passed over once a file has changed, or another has come', async () => {
    expect(readPrepared(file, content)).toBeDefined();
    const more = join(content, 'NOTES.md');
    writeFileSync(more, '');
    expect(readPrepared(file, content)).toBeUndefined();
    rmSync(more);
    const elsewhere = join(folder, 'elsewhere.md');
    writeFileSync(elsewhere, '');
    symlinkSync(elsewhere, more);
    expect(readPrepared(file, content)).toBeUndefined();
    rmSync(more);
    expect(readPrepared(file, content)).toBeDefined();
    expect(readPrepared(join(folder, 'nothing.bin'), content)).toBeUndefined();
  });

  it('is passed over with a warning where it can’t be read, and the content is read anew', async () => {
    const broken = join(folder, 'broken.bin');
    const bytes = await prepareContent(content, today);
    writeFileSync(broken, bytes.subarray(0, bytes.length / 2));
    const { knowledge } = await served(broken);
    expect(knowledge.entries.length).toBeGreaterThan(10);
    expect(written).toContain('could not be used');
  });

  it('is plain data', async () => {
    const { knowledge, finder } = await served();
    const state = deserialize(serialize(finder.state())) as Prepared['learnt'];
    const again = createFinder(knowledge, undefined, state);
    expect(again.find(knowledge.entries[0]?.text.en?.question ?? '', 'en').outcome).toBe('answer');
  });
});
