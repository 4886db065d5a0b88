import type { Language } from './language.ts';

export type TextValues = Record<string, string | number>;

/**
 * The interface's text under `key` (a Fluent message, or `message.attribute`), in one language.
 * The result is plain text: renderers escape it, so values may come from anybody.
 */
export type Translate = (key: string, values?: TextValues) => string;

/** The interface's texts in every language. */
export interface Texts {
  in(language: Language): Translate;
  /** Whether `language` itself has the key, without falling back to English. */
  has(language: Language, key: string): boolean;
}
