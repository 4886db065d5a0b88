import * as z from 'zod';
import { sourceKinds } from '../core/knowledge.ts';
import { importances } from '../core/update.ts';

/** A test whose failure says what is wrong (put after the key's name) and how to mend it. */
const must = (says: (value: string) => string, mend: string) => ({
  error: ({ input }: { input?: unknown }) => says(String(input)),
  params: { mend },
  abort: true,
});

/** An object with exactly these keys. Its message for any other key lists them, for `validate` to choose from. */
export const keyed = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });

/** One line of text; line ends and repeated spaces within it do not count. */
const text = z
  .string()
  .transform((value) => value.replace(/\s+/gu, ' ').trim())
  .refine(
    (value) => !/^(~|null)?$/iu.test(value),
    must(() => 'is empty.', 'Write it, or take the key away where it may be absent.'),
  );

const id = z.string().refine(
  (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(value) && value.length <= 40,
  must(
    (value) => `is “${value}”, which is not an id.`,
    'Use small Latin letters, digits and single hyphens, at most 40 characters.',
  ),
);

const code = z.string().refine(
  (value) => /^[a-z]{2}$/u.test(value),
  must((value) => `is “${value}”, which is not a code.`, 'Use two small Latin letters.'),
);

const revision = z
  .string()
  .refine(
    (value) => /^[1-9]\d{0,5}$/u.test(value),
    must((value) => `is “${value}”, which is not a revision.`, 'Write a whole number: 1 for a new text.'),
  )
  .transform(Number);

const day = z.string().refine(
  isDay,
  must((value) => `is “${value}”, which is not a day.`, 'Write it as year, month and day: 2027-02-28.'),
);

const knownDate = z.string().refine(
  (value) => value === 'undated' || isDay(value.padEnd(10, '-01')),
  must((value) => `is “${value}”, which is not a date.`, 'Write 2027-02-28, 2027-02, 2027 or undated.'),
);

function isDay(value: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/u.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

const oneEmoji = /^\p{RGI_Emoji}$/v;

const emoji = z.string().refine(
  (value) => oneEmoji.test(value),
  must((value) => `is “${value}”, which is not one emoji.`, 'Write a single emoji: 🕊️'),
);

const url = z.string().refine(
  (value) => /^https?:\/\/\S+$/u.test(value) && URL.canParse(value),
  must((value) => `is “${value}”, which is not a link.`, 'Write the whole address, beginning with https://.'),
);

const inLanguages = <T extends z.ZodType>(schema: T) =>
  keyed({ en: schema, uk: schema.optional(), ru: schema.optional() });

const texts = z.array(text);

const named = { id, code, name: inLanguages(text), aliases: inLanguages(texts) };

export const partySchema = keyed(named);
export const topicSchema = keyed({ ...named, emoji, description: inLanguages(text) });
export const sourceSchema = keyed({
  id,
  title: text,
  publisher: text,
  author: text,
  kind: z.enum(sourceKinds),
  url: url.optional(),
  published: knownDate,
  collected: day,
  note: text.optional(),
});

const sources = texts.refine(
  (all) => all.length > 0,
  must(() => 'names no source.', 'Name at least one from sources.yaml.'),
);
const sourced = {
  revision,
  sources,
  'as-of': knownDate,
  'review-by': day,
};
const translated = { translates: revision };

const entryTexts = { question: text, aliases: texts };
export const entrySchema = keyed({ id, ...entryTexts, topics: texts, parties: texts, related: texts, ...sourced });
export const entryTranslationSchema = keyed({ ...translated, ...entryTexts });

const positionTexts = { stance: text };
export const positionSchema = keyed({ party: text, topic: text, ...positionTexts, ...sourced });
export const positionTranslationSchema = keyed({ ...translated, ...positionTexts });

const attitudes = z.array(keyed({ party: text, why: text }));
const planTexts = { name: text, aliases: texts, 'backed-by': attitudes, 'rejected-by': attitudes };
export const planSchema = keyed({ id, ...planTexts, ...sourced });
export const planTranslationSchema = keyed({ ...translated, ...planTexts });

const updateTexts = { title: text };
export const updateSchema = keyed({
  id,
  revision,
  date: day,
  ...updateTexts,
  importance: z.enum(importances),
  topics: texts,
  parties: texts,
  sources,
  outdates: texts.optional(),
  corrected: text.optional(),
  retracted: text.optional(),
});
export const updateTranslationSchema = keyed({ ...translated, ...updateTexts });
