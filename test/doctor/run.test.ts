import { describe, expect, it } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { type Check, ok, problem, Unasked } from '../../src/doctor/finding.ts';
import { runChecks } from '../../src/doctor/run.ts';

const check = (name: string, examine: Check['examine'], limitMs = 10_000): Check => ({ name, limitMs, examine });
const fine = check('fine', async () => [ok('fine', 'All is well.')]);

describe('the doctor’s checks', () => {
  it('go on where one fails, and that one says so', async () => {
    const broken = check('broken', () => Promise.reject(new Error('the wire is cut')));
    expect(await runChecks([broken, fine])).toEqual([
      problem('broken', 'It could not be looked at: the wire is cut'),
      ok('fine', 'All is well.'),
    ]);
  });

  it('end one that takes longer than it may', async () => {
    let wasEnded = false;
    const slow = check(
      'slow',
      (signal) =>
        new Promise(() => {
          signal.addEventListener('abort', () => {
            wasEnded = true;
          });
        }),
      20,
    );
    const found = await runChecks([slow, fine]);
    expect(found.map(({ check: name, state }) => [name, state])).toEqual([
      ['slow', 'problem'],
      ['fine', 'ok'],
    ]);
    expect(found[0]?.message).toBe('There was no answer within 0.02 s.');
    expect(wasEnded).toBe(true);
  });

  it('are all carried out at once', async () => {
    let arrived = 0;
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const meeting = async () => {
      if (++arrived === 2) meet();
      await met;
      return [];
    };
    expect(await runChecks([check('a', meeting), check('b', meeting)])).toEqual([]);
  });

  it('say what is not looked at, and what an operator can mend', async () => {
    const unasked = check('unasked', () => Promise.reject(new Unasked('There is no database yet.')));
    const mended = check('mended', () =>
      Promise.reject(
        new OperatorError('The database localhost:5432/x can’t be reached: check the address: both parts.'),
      ),
    );
    expect(await runChecks([unasked, mended])).toEqual([
      { check: 'unasked', state: 'skipped', message: 'There is no database yet.' },
      {
        check: 'mended',
        state: 'problem',
        message: 'The database localhost:5432/x can’t be reached.',
        mend: 'Check the address: both parts.',
      },
    ]);
  });

  it('never tell a secret, whatever other programs say in their errors', async () => {
    const leaking = check('leaking', () => Promise.reject(new Error('GET https://api/bot123:hush-hush/getMe failed')));
    const found = await runChecks(
      [leaking, check('b', async () => [problem('b', 'x', 'not hush-hush')])],
      ['hush', 'hush-hush', '123:hush-hush', 'x'],
    );
    expect(found.map(({ message, mend }) => [message, mend])).toEqual([
      ['It could not be looked at: GET https://api/bot[secret]/getMe failed', undefined],
      ['x', 'not [secret]'],
    ]);
  });
});
