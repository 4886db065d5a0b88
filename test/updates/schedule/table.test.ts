import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

describe('the table in docs/schedules.md', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const tests = readdirSync(join(root, 'test/updates'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(root, 'test/updates', name), 'utf8'));
  const rows = readFileSync(join(root, 'docs/schedules.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 5 && !/^(Case$|-)/u.test(cells[1] as string));

  it('names a test in every row, and each of them is there', () => {
    const named = rows.flatMap(([, , , cell = '']) =>
      [...cell.matchAll(/“(.+?)”/gu)].map(([, name]) => name as string),
    );
    expect(rows.filter(([, , , cell]) => !/“|`digests\.test\.ts`/u.test(cell ?? ''))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !tests.some((test) => test.includes(`it('${name}'`)))).toEqual([]);
  });
});
