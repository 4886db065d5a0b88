import type { Text } from '../beir.ts';

export type Language = 'en' | 'ru';

/** Ids, best first. */
export type Search = (query: string, limit: number) => string[];

/** A way of setting a search engine up. `tuned` is the best that its documentation offers, `default` what it does untold. */
export interface Setup {
  engine: string;
  config: 'default' | 'tuned';
  build(documents: readonly Text[], language: Language): Promise<Search>;
}

/** A peer, which is imported only if it is wanted; `T` says what is used of it. */
export const peer = async <T>(name: string): Promise<T> => (await import(name)) as T;

/** Every row under each id once, first place kept. */
export const unique = (ids: Iterable<unknown>, limit: number): string[] =>
  [...new Set([...ids].map(String))].slice(0, limit);
