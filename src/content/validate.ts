import type * as z from 'zod';
import { nearest, suggestion } from './nearest.ts';
import type { Report } from './problem.ts';
import type { Step, Yaml } from './yaml.ts';

/** What the YAML says at `path`, checked against the schema; nothing where it does not keep to it. */
export function validate<T extends z.ZodType>(
  schema: T,
  yaml: Yaml,
  path: readonly Step[],
  report: Report,
): z.output<T> | undefined {
  const value = valueAt(yaml.value, path);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const misspelt = new Set(issues.flatMap((issue) => meantKeys(issue).map((key) => [...issue.path, key].join(' '))));
  for (const issue of issues) {
    const within = issue.path as Step[];
    const line = yaml.line([...path, ...within]);
    if (issue.code === 'unrecognized_keys') {
      const known = issue.message.split(' ');
      for (const key of issue.keys) {
        const keyLine = yaml.line([...path, ...within, key]);
        report.error(keyLine, `There is no key “${key}”.`, suggestion(key, known, 'Take it away.'));
      }
    } else if (valueAt(value, within) === undefined && within.length > 0) {
      if (misspelt.has(within.join(' '))) continue;
      const key = within.at(-1);
      report.error(line, `The key “${key}” is missing.`, `Add a line “${key}: …”.`);
    } else {
      const { what, mend } = describe(issue, valueAt(value, within), within);
      report.error(line, `${label([...path, ...within])} ${what}`, mend);
    }
  }
  return undefined;
}

/** The known keys that misspelt ones stand for: they are not missing as well. */
function meantKeys(issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const known = issue.message.split(' ');
  return issue.keys.flatMap((key) => nearest(key, known) ?? []);
}

function describe(issue: z.core.$ZodIssue, value: unknown, path: readonly Step[]): { what: string; mend: string } {
  const key = path.findLast((step) => typeof step === 'string');
  if (issue.code === 'custom') return { what: issue.message, mend: String(issue.params?.mend) };
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return { what: `is “${value}”.`, mend: suggestion(String(value), allowed, '') };
  }
  switch (issue.code === 'invalid_type' ? issue.expected : '') {
    case 'array':
      return { what: 'must be a list.', mend: `Write it as “${key}: [one, two]”, or each on a line after “- ”.` };
    case 'object':
      return {
        what: 'must have keys of its own.',
        mend: key ? `Write it as “${key}:” with the keys indented below.` : 'Write them as “id: …”, each on a line.',
      };
    default:
      return { what: 'must be a text.', mend: 'Put the text in double quotes, without brackets or a dash before it.' };
  }
}

/** A key, or an item by its place, as one would say it. */
function label(path: readonly Step[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'The front matter';
  if (typeof last === 'string') return `“${last}”`;
  const list = path.at(-2);
  return list === undefined ? `Item ${last + 1}` : `Item ${last + 1} of “${list}”`;
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<Step, unknown>)[step]
        : undefined,
    value,
  );
}
