import fc from 'fast-check';
import { nasty } from './words.ts';

/** One change to a JSON value: what becomes of the part that `at`, taken modulo, points to. */
export interface Mutation {
  at: number;
  how: 'drop' | 'null' | 'number' | 'text' | 'list' | 'object' | 'flag' | 'twice' | 'swap';
  number: number;
  text: string;
}

type Path = (string | number)[];

const hows = ['drop', 'drop', 'null', 'number', 'text', 'list', 'object', 'flag', 'twice', 'swap'] as const;
const oddNumbers = [0, -1, 1, 2, 3, 4, 5, 99, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 0.5, 2 ** 64];

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom(...hows),
  number: fc.constantFrom(...oddNumbers),
  text: nasty,
});

/** Every part of a JSON value but the whole, the outer ones first. */
function paths(value: unknown, here: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: Path = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const own = keys.map((key) => [...here, key]);
  const inner = keys.map((key) => paths((value as Record<string, unknown>)[key], [...here, key]));
  return [...own, ...inner.flat()];
}

const parentOf = (whole: object, path: Path): Record<string | number, unknown> =>
  path.slice(0, -1).reduce<never>((node, key) => node[key] as never, whole as never);

/** A changed copy, and the paths of what was changed. */
export function mutated<T extends object>(whole: T, mutations: readonly Mutation[]): { value: T; touched: string[] } {
  const value = structuredClone(whole);
  const touched: string[] = [];
  for (const { at, how, number, text } of mutations) {
    const all = paths(value);
    const path = all[at % all.length];
    const key = path?.at(-1);
    if (!path || key === undefined) continue;
    touched.push(`${how} ${path.join('.')}`);
    const parent = parentOf(value, path);
    const others = all.filter((other) => !other.join('.').startsWith(path.join('.')));
    const other = others[number % others.length];
    if (how === 'drop' && Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (how === 'drop') delete parent[key];
    else if (how === 'twice' && Array.isArray(parent)) parent.push(structuredClone(parent[key as never]));
    else if (how === 'swap' && other) parent[key] = structuredClone(parentOf(value, other)[other.at(-1) as string]);
    else
      parent[key] = { null: null, number, text, list: [parent[key]], object: { id: text }, flag: true }[how as 'null'];
  }
  return { value, touched };
}
