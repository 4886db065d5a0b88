import { parseArgs } from 'node:util';

export const usage = `usage: npm run bench [-- --only answers,store] [--data DIR …] [--json]
  prints every table of the README, one program after the other; some of them take minutes
    --only      these alone: search, scale, answers, store, fresh, broadcast, pictures, floor
    --data DIR  collections in the BEIR layout for the search, which is left out without one`;

/** One run of a program of `npm run`. */
export interface Bench {
  name: string;
  args: string[];
  /** Why it can't be run. */
  missing?: string;
}

/** What is to be run, in the order of the README. Throws an Error for options that are none. */
export function benchesFor(argv: readonly string[]): Bench[] {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: 'string' },
      data: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  });
  const collections = values.data.flatMap((folder) => ['--data', folder]);
  const all: Bench[] = [
    { name: 'answers', args: ['bench/search/questions.jsonl'] },
    {
      name: 'search',
      args: collections,
      ...(collections.length === 0 && { missing: 'it needs collections in the BEIR layout: --data DIR' }),
    },
    { name: 'scale', args: [] },
    { name: 'store', args: [] },
    { name: 'fresh', args: [] },
    { name: 'broadcast', args: [] },
    { name: 'broadcast', args: ['--enqueue'] },
    { name: 'pictures', args: [] },
    { name: 'floor', args: [] },
    { name: 'floor', args: ['--communities', '100000'] },
  ];
  const chosen = values.only?.split(',');
  const unknown = chosen?.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) throw new Error(`--only takes ${[...new Set(all.map(({ name }) => name))].join(', ')}`);
  return all
    .filter(({ name }) => chosen?.includes(name) ?? true)
    .map((one) => ({ ...one, args: [...one.args, ...(values.json ? ['--json'] : [])] }));
}
