import { documentText } from '../core/document.ts';
import type { Entry, Knowledge } from '../core/knowledge.ts';
import { type Language, languages } from '../core/language.ts';
import type { CompletableName } from './completion.ts';
import type { Searchable } from './index.ts';

/** What an entry can be found by: its texts in all languages, and how people have asked it. */
export function searchable(
  entry: Entry,
  about: Pick<Knowledge, 'topic' | 'party'>,
  phrasings: readonly string[],
): Searchable {
  const texts = Object.values(entry.text).flatMap((text) => text ?? []);
  const named = [...entry.topics.map(about.topic), ...entry.parties.map(about.party)];
  return {
    id: entry.id,
    names: texts.flatMap((text) => [text.question, ...text.aliases]).filter((name) => name !== ''),
    phrasings,
    tags: named.flatMap((one) => Object.values(one?.name ?? {})).filter((name) => name !== undefined),
    lead: texts.map((text) => documentText(text.lead)).join('\n'),
    detail: texts.map((text) => documentText(text.detail)).join('\n'),
  };
}

/** The names that autocomplete offers an entry by. */
export function completable(entry: Entry): CompletableName[] {
  const inLanguage = (language: Language) => {
    const text = entry.text[language];
    return text ? [text.question, ...text.aliases].map((name) => ({ name, language })) : [];
  };
  return [...languages.flatMap(inLanguage), { name: entry.id, language: undefined }];
}
