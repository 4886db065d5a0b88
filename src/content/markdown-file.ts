import type * as z from 'zod';
import { bodyPassage, type Passage } from './body.ts';
import type { ContentFile } from './folder.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';
import { validate } from './validate.ts';
import type { Translation, Written } from './written.ts';
import { readYaml, type Step, type Yaml } from './yaml.ts';

/** A kind of content that is written as one Markdown file each, with translations beside it. */
export interface MarkdownKind<R, T, Front extends TextFront, TextFront> {
  original: z.ZodType<Front>;
  translation: z.ZodType<TextFront & { translates: number }>;
  /** The keys that repeat what the file's place says. */
  placedBy: string[];
  /** The texts of an original or a translation. */
  readText(front: TextFront, body: Passage, report: Report): { text: T; lines: Lines };
  record(front: Front, text: T): R;
}

/** Lines of the body by name: `text`, and `## title` for each section. */
export type Lines = Map<string, number>;

/** Reads an original or a translation of it; nothing where it has errors, which are reported. */
export function readMarkdownFile<R, T, Front extends TextFront, TextFront>(
  kind: MarkdownKind<R, T, Front, TextFront>,
  file: ContentFile,
  content: string,
  report: Report,
): { original: Written<R> } | { translation: Translation<T> } | undefined {
  const parts = splitFrontMatter(content, report);
  const yaml = parts && readYaml(parts.yaml, 2, report);
  if (!parts || !yaml) return undefined;
  const body = bodyPassage(parts.body, parts.bodyLine);

  if (file.language === 'en') {
    const front = validate(kind.original, yaml, [], report);
    checkPlace(kind.placedBy, file, yaml, report);
    if (front === undefined) return undefined;
    const { text, lines } = kind.readText(front, body, report);
    if (report.failed()) return undefined;
    return { original: { says: kind.record(front, text), at: placesIn(yaml, lines, report.file) } };
  }

  const front = validate(kind.translation, yaml, [], report);
  if (front === undefined) return undefined;
  const { text, lines } = kind.readText(front, body, report);
  if (report.failed()) return undefined;
  return {
    translation: {
      says: text,
      at: placesIn(yaml, lines, report.file),
      language: file.language,
      of: file.name.join('/'),
      translates: front.translates,
    },
  };
}

function placesIn(yaml: Yaml, lines: Lines, file: string): Written<unknown>['at'] {
  return (...path: Step[]) => ({ file, line: lines.get(path.join(' ')) ?? yaml.line(path) });
}

function checkPlace(keys: string[], { name }: ContentFile, yaml: Yaml, report: Report): void {
  for (const [i, key] of keys.entries()) {
    const said = (yaml.value as Record<string, unknown> | null)?.[key];
    if (typeof said !== 'string' || said === '' || said === name[i]) continue;
    report.error(
      yaml.line([key]),
      `“${key}” is “${said}”, but the file is ${report.file}.`,
      `Write “${key}: ${name[i]}”, or move or rename the file.`,
    );
  }
}
