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

// biome-ignore lint/suspicious/noExplicitAny: the peers are imported only if they are installed.
export const peer = (name: string): Promise<any> => import(name);

/** Every row under each id once, first place kept. */
export const unique = (ids: Iterable<unknown>, limit: number): string[] =>
  [...new Set([...ids].map(String))].slice(0, limit);
