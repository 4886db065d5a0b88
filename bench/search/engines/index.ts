import { bm25Setups } from './bm25.ts';
import type { Setup } from './engine.ts';
import { flexsearchSetups } from './flexsearch.ts';
import { fuseSetups } from './fuse.ts';
import { lunrSetups } from './lunr.ts';
import { minisearchSetups } from './minisearch.ts';
import { oramaSetups } from './orama.ts';
import { parley } from './parley.ts';

export const setups: Setup[] = [
  parley,
  ...bm25Setups,
  ...minisearchSetups,
  ...lunrSetups,
  ...oramaSetups,
  ...flexsearchSetups,
  ...fuseSetups,
];
