import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Rolls the webhook with a docker that writes down what it is told, knows two containers, and may fail to start one. */
function roll({ failing = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'parley-roll-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told = join(folder, 'told');
  const docker = `#!/bin/sh
echo "$*" >> '${told}'
case "$*" in
  *' ps --quiet '*) printf 'one\\ntwo\\n' ;;
  *' up '*) ${failing ? 'exit 1' : 'true'} ;;
esac
`;
  writeFileSync(join(folder, 'docker'), docker, { mode: 0o755 });
  // Only where programs are found is set, for the script to find this docker before any other.
  const { status } = spawnSync('sh', ['-c', `PATH='${folder}${delimiter}'"$PATH" exec ops/roll.sh webhook`], {
    cwd: root,
  });
  return { status, told: readFileSync(told, 'utf8').trim().split('\n') };
}

const compose = 'compose --profile scale';
const start = `${compose} up --detach --no-deps --no-recreate --wait webhook`;

it('containers are replaced one at a time, the next when the one before is ready', () => {
  expect(roll()).toEqual({
    status: 0,
    told: [
      `${compose} build webhook`,
      `${compose} ps --quiet webhook`,
      ...['stop one', 'rm one', start],
      ...['stop two', 'rm two', start],
    ],
  });
});

it('where the new version does not become ready, the other old ones are left running', () => {
  const { status, told } = roll({ failing: true });
  expect(status).not.toBe(0);
  expect(told.at(-1)).toBe(start);
  expect(told).not.toContain('stop two');
});
