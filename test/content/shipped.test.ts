import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkContent } from '../../src/content/check.ts';
import { loadContent } from '../../src/content/load.ts';
import { countContent, describeProblems } from '../../src/content/report.ts';

describe('the content that comes with Parley', async () => {
  const loaded = await loadContent(resolve(import.meta.dirname, '../../content'));

  it('has no errors', () => {
    const errors = checkContent(loaded, { today: '2026-11-23' }).filter(({ severity }) => severity === 'error');
    expect(errors, describeProblems(errors, countContent(loaded))).toEqual([]);
  });

  it('is all there', () => {
    const { entries, positions, plans } = countContent(loaded);
    expect(entries).toBeGreaterThanOrEqual(20);
    expect(positions).toBeGreaterThanOrEqual(10);
    expect(plans).toBeGreaterThanOrEqual(2);
  });
});
