import type { Language } from './language.ts';
import type { FieldName } from './written-values.ts';

/** A stretch of two texts laid side by side. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** One field in which two writings differ, word by word. */
export interface FieldDifference {
  field: FieldName;
  /** Of a field that every language has of its own. */
  language: Language | undefined;
  stretches: Stretch[];
}
