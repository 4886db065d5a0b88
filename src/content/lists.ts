import type * as z from 'zod';
import type { Report } from './problem.ts';
import { validate } from './validate.ts';
import type { Written } from './written.ts';
import { readYaml } from './yaml.ts';

/** A list's sound items, and the ids of the others; nothing where it is no list at all. */
export function readList<T>(
  item: z.ZodType<T>,
  content: string,
  report: Report,
): { items: Written<T>[]; unread: string[] } | undefined {
  const yaml = readYaml(content, 1, report);
  if (!yaml) return undefined;
  if (!Array.isArray(yaml.value)) {
    report.error(yaml.line([]), 'The file is not a list.', 'Begin each item with “- id: …”.');
    return undefined;
  }
  const items: Written<T>[] = [];
  const unread: string[] = [];
  for (const [i, raw] of yaml.value.entries()) {
    const says = validate(item, yaml, [i], report);
    if (says !== undefined)
      items.push({ says, at: (...path) => ({ file: report.file, line: yaml.line([i, ...path]) }) });
    else if (typeof raw?.id === 'string') unread.push(raw.id);
  }
  return { items, unread };
}
