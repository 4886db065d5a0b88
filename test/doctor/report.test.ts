import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { ok, problem, skipped, warning } from '../../src/doctor/finding.ts';
import { describeFindings, findingsJson } from '../../src/doctor/report.ts';

const findings = [
  ok('version', 'Parley 0.1.0 on Node.js 20.19.0.'),
  problem('database', 'The database localhost:5432/parley can’t be reached.', 'Check the address in DATABASE_URL.'),
  warning(
    'subscriptions',
    '2 paused: Parley is no longer a member there.',
    'Its moderators were told; it goes on by itself.',
  ),
  warning('subscriptions', '1 paused: there is no such topic any more.'),
  skipped('outbox', 'The database can’t be read.'),
];

describe('what the doctor says on a terminal', () => {
  it('stands in columns, with what to do below', () => {
    expect(`\n${describeFindings(findings, { width: 60, colour: false })}`).toBe(`
✓ version        Parley 0.1.0 on Node.js 20.19.0.
✗ database       The database localhost:5432/parley can’t be
                 reached.
                 → Check the address in DATABASE_URL.
! subscriptions  2 paused: Parley is no longer a member
                 there.
                 → Its moderators were told; it goes on by
                   itself.
!                1 paused: there is no such topic any more.
– outbox         The database can’t be read.

1 thing to mend (✗). 2 things worth a look (!).
`);
  });

  it('is no wider than the terminal', () => {
    const lines = describeFindings(findings, { width: 60, colour: true }).split('\n');
    expect(Math.max(...lines.map((line) => stringWidth(stripVTControlCharacters(line))))).toBeLessThanOrEqual(60);
  });

  it('is coloured only where that is wanted', () => {
    expect(describeFindings(findings, { width: 80, colour: true })).toContain('\u001b[31m✗\u001b[0m database');
    expect(describeFindings(findings, { width: 80, colour: false })).not.toContain('\u001b');
  });

  it('says when nothing must be mended', () => {
    expect(describeFindings(findings.slice(0, 1), { width: 80, colour: false })).toContain('Nothing must be mended.\n');
  });
});

it('for scripts is one line of JSON for each finding', () => {
  const lines = findingsJson(findings).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(findings);
  expect(JSON.parse(lines[0] as string)).toEqual({ check: 'version', state: 'ok', message: expect.any(String) });
});
