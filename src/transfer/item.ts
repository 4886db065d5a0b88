import type { Writing } from '../core/writing.ts';
import type { ItemKey } from '../store/store.ts';

/** An entry or position as it is carried from one place to another. */
export interface CarriedItem extends ItemKey {
  writing: Writing;
}
