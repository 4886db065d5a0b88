import * as z from 'zod';
import { languages } from '../core/language.ts';
import { sourceShape } from '../store/shapes.ts';
import type { CarriedItem } from './item.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)
  .max(40);
const list = z.array(z.string());
const base = {
  original: z.enum(languages),
  sources: list.min(1),
  cites: z.array(sourceShape.extend({ id })),
  asOf: z.string(),
  reviewBy: z.string(),
};
const follows = z.int().positive().max(999_999);
const inLanguages = <T extends z.ZodType>(text: T) => z.partialRecord(z.enum(languages), text);
const entry = z.strictObject({
  kind: z.literal('entry'),
  key: id,
  ...base,
  topics: list,
  parties: list,
  related: list,
  text: inLanguages(z.strictObject({ question: z.string(), aliases: list, body: z.string(), follows })),
});
const position = z.strictObject({
  kind: z.literal('position'),
  key: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/u),
  ...base,
  text: inLanguages(
    z.strictObject({ stance: z.string(), wants: z.string(), reasons: z.string(), redLines: z.string(), follows }),
  ),
});
const whole = z.strictObject({
  parley: z.literal(1),
  items: z.array(z.discriminatedUnion('kind', [entry, position])).max(5000),
});

/** Items as one JSON document, for programs. */
export function toJson(items: readonly CarriedItem[]): string {
  const written = items.map(({ key, writing }) => ({ key, ...writing }));
  return `${JSON.stringify({ parley: 1, items: written }, null, 2)}\n`;
}

/** Reads what `toJson` wrote; otherwise says what is wrong, and where. */
export function fromJson(text: string): { items: CarriedItem[] } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: (error as Error).message };
  }
  const read = whole.safeParse(value);
  if (!read.success) return { problem: z.prettifyError(read.error).slice(0, 800) };
  const items = read.data.items.map(({ key, ...writing }) => ({ kind: writing.kind, key, writing }) as CarriedItem);
  const untold = items.find(({ writing }) => writing.text[writing.original] === undefined);
  return untold ? { problem: `${untold.key} has no text in its original language.` } : { items };
}
