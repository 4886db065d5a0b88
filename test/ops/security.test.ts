import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const rows = text.split('\n').flatMap((line) => {
  const cells = line.split('|').map((cell) => cell.trim());
  return line.startsWith('| ') && cells.length === 6 ? [cells.slice(1, 5)] : [];
});
const threats = rows.filter(([, could]) => could !== 'Could try');
const pathsIn = (cell = '') =>
  [...cell.matchAll(/`((?:src|test|ops)\/[^`]+|[\w.-]+\.yml|Dockerfile)`/gu)].map(([, path]) => path as string);

describe('SECURITY.md', () => {
  it('names files that are there', () => {
    expect(pathsIn(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/gu)].map(([, path]) => path as string);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('says of each threat what stops it, and which test shows that or that none does', () => {
    expect(threats.length).toBeGreaterThan(15);
    for (const [, could, stops, shown] of threats) {
      expect(stops, could).not.toBe('');
      const tests = pathsIn(shown);
      if (shown !== '–') expect(tests.length, could).toBeGreaterThan(0);
      expect(
        tests.every((path) => path.endsWith('.test.ts')),
        could,
      ).toBe(true);
    }
  });
});
