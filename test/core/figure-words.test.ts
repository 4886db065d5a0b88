import { describe, expect, it } from 'vitest';
import { figureInWords, fitLines } from '../../src/core/figure-words.ts';

const foot = { notes: [], sources: [] };

describe('a figure in words', () => {
  it('names every party on every topic, those without a sourced position together', () => {
    const cell = (text: string) => ({ text, isMissing: false });
    const missing = { text: 'no sourced position', isMissing: true };
    const words = figureInWords({
      kind: 'matrix',
      title: 'Where the parties stand',
      parties: ['Russia', 'Ukraine', 'United States'],
      rows: [
        { topic: 'NATO', cells: [cell('Neutrality'), cell('Wants to join'), missing] },
        { topic: 'Strikes', cells: [missing, missing, missing] },
      ],
      ...foot,
    });
    expect(words.split('\n')).toEqual([
      'NATO: Russia — Neutrality; Ukraine — Wants to join; no sourced position: United States.',
      'Strikes: no sourced position: Russia, Ukraine, United States.',
    ]);
  });

  it('says of an update what the picture shows by its shape', () => {
    const item = {
      date: '23 Nov',
      title: 'They met',
      mark: 'retracted' as const,
      markText: 'RETRACTED',
      topics: 'NATO',
    };
    const words = figureInWords({ kind: 'timeline', title: 'Latest', items: [item], ...foot });
    expect(words).toBe('23 Nov, RETRACTED: They met (NATO)');
  });

  it('gives each number with its label and series', () => {
    const series = [
      { name: 'answered', values: [3, 0] },
      { name: 'none', values: [1, 2] },
    ];
    const words = figureInWords({
      kind: 'chart',
      shape: 'bars',
      title: 'Days',
      labels: ['Mon', 'Tue'],
      series,
      ...foot,
    });
    expect(words).toBe('Mon: answered 3, none 1\nTue: answered 0, none 2');
  });
});

describe('lines that are too long for their place', () => {
  const more = (count: number) => `…and ${count} more`;

  it('are cut between lines, and say how many are missing', () => {
    expect(fitLines('one\ntwo\nthree\nfour', 17, more)).toBe('one\n…and 3 more');
    expect(fitLines('one\ntwo', 7, more)).toBe('one\ntwo');
  });

  it('are cut within a line only where not even the first fits', () => {
    expect(fitLines('a long first line\ntwo', 8, more)).toBe('a long …');
  });
});
