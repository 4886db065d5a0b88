import { stringify } from 'yaml';
import type { Source } from '../core/knowledge.ts';
import { type Language, languages } from '../core/language.ts';
import type { EntryWriting, PositionWriting, Writing } from '../core/writing.ts';
import type { CarriedItem } from './item.ts';

/** A text file of an archive, by its path within it. */
export interface TextFile {
  path: string;
  text: string;
}

/** Items as the files of a content folder: Markdown in `faq/` and `positions/`, and a list of their own sources. */
export function filesOf(items: readonly CarriedItem[]): TextFile[] {
  const cited = new Map(items.flatMap(({ writing }) => writing.cites.map((source) => [source.id, source] as const)));
  return [
    ...items.flatMap(({ key, writing }) => markdownFiles(key, writing)),
    ...(cited.size > 0 ? [{ path: 'sources.yaml', text: yaml([...cited.values()].map(sourceItem)) }] : []),
  ];
}

function markdownFiles(key: string, writing: Writing): TextFile[] {
  const folder = writing.kind === 'entry' ? 'faq' : 'positions';
  return languages.flatMap((language) => {
    const parts = writing.kind === 'entry' ? entryParts(key, writing, language) : positionParts(key, writing, language);
    if (!parts) return [];
    const name = language === writing.original ? `${key}.md` : `${key}.${language}.md`;
    return [{ path: `${folder}/${name}`, text: `---\n${yaml(parts.front)}---\n${parts.body}\n` }];
  });
}

interface Parts {
  front: object;
  body: string;
}

function entryParts(key: string, writing: EntryWriting, language: Language): Parts | undefined {
  const text = writing.text[language];
  if (!text) return undefined;
  const { question, aliases, body, follows } = text;
  if (language !== writing.original) return { front: { translates: follows, question, aliases }, body };
  const { topics, parties, related } = writing;
  return { front: { id: key, question, aliases, topics, parties, related, ...sourcing(writing, follows) }, body };
}

/** What would be taken for the heading of a section when the file is read. */
const headingWithin = /^##( +(?:wants|reasons|red-lines)[ \t]*)$/gmu;

function positionParts(key: string, writing: PositionWriting, language: Language): Parts | undefined {
  const text = writing.text[language];
  if (!text) return undefined;
  const { stance, follows } = text;
  const sections = { wants: text.wants, reasons: text.reasons, 'red-lines': text.redLines };
  const body = Object.entries(sections)
    .filter(([, section]) => section !== '')
    .map(([title, section]) => `## ${title}\n${section.replace(headingWithin, '## $1')}`)
    .join('\n\n');
  if (language !== writing.original) return { front: { translates: follows, stance }, body };
  const [party, topic] = key.split('/');
  return { front: { party, topic, stance, ...sourcing(writing, follows) }, body };
}

/** The original's language is said only where it is not English, which it is in every content folder. */
const sourcing = ({ original, sources, asOf, reviewBy }: Writing, revision: number) => ({
  revision,
  sources,
  'as-of': asOf,
  'review-by': reviewBy,
  ...(original === 'en' ? {} : { language: original }),
});

const sourceItem = ({ id, title, publisher, author, kind, url, published, collected, note }: Source) => ({
  id,
  title,
  publisher,
  author,
  kind,
  ...(url === undefined ? {} : { url }),
  published,
  collected,
  ...(note === undefined ? {} : { note }),
});

const yaml = (value: unknown): string => stringify(value, { lineWidth: 0 });
