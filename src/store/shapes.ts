import * as z from 'zod';
import { type Chat, defaultSettings, type Person, platforms, type Settings } from '../core/community.ts';
import { sourceKinds } from '../core/knowledge.ts';
import { languages } from '../core/language.ts';
import type { Choices } from '../core/reception.ts';
import type { Writing } from '../core/writing.ts';
import type {
  Draft,
  DraftKind,
  Gap,
  Item,
  ListedImport,
  RecordedAct,
  Report,
  Revision,
  StagedImport,
} from './store.ts';

/**
 * What rows must hold to be served. Strict: a key that is not known here was written by something else, and leaving it
 * out would lose it.
 */
export const platform = z.enum(platforms);
export const language = z.enum(languages);
export const strings = z.array(z.string());
export const orNothing = <T>(shape: z.ZodType<T>) => shape.optional() as z.ZodType<T | undefined>;

export const chatShape: z.ZodType<Chat> = z.strictObject({ platform, id: z.string() });

const person = z.strictObject({ platform, id: z.string(), name: z.string() });

const settingShape = z.strictObject({
  language: z.union([language, z.literal('own')]),
  timeZone: z.string(),
  moderatorRoles: strings,
  approvals: z.union([z.literal(0), z.literal(1)]),
  answers: z.enum(['shared', 'private']),
  keepsQuestions: z.boolean(),
  cooldownSeconds: z.number(),
  logChat: orNothing(chatShape),
  undoSeconds: z.number(),
  resendsUncertain: z.boolean(),
});

/** A setting that came later than the row has its default. */
export const settingsShape: z.ZodType<Settings> = z.preprocess(
  (stored) => ({ ...defaultSettings, ...(stored as Partial<Settings>) }),
  settingShape,
);

export const choicesShape: z.ZodType<Choices> = z.strictObject({
  language: language.optional(),
  worksFor: z.string().optional(),
});

export const sourceShape = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  author: z.string(),
  kind: z.enum(sourceKinds),
  url: z.string().optional(),
  published: z.string(),
  collected: z.string(),
  note: z.string().optional(),
});

export const inLanguages = <T extends z.ZodType>(text: T) =>
  z.strictObject({ en: text.optional(), uk: text.optional(), ru: text.optional() });

const written = {
  original: language,
  sources: strings,
  cites: z.array(sourceShape),
  asOf: z.string(),
  reviewBy: z.string(),
};

export const writingShape: z.ZodType<Writing> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('entry'),
    ...written,
    topics: strings,
    parties: strings,
    related: strings,
    text: inLanguages(
      z.strictObject({ question: z.string(), aliases: strings, body: z.string(), follows: z.number() }),
    ),
  }),
  z.strictObject({
    kind: z.literal('position'),
    ...written,
    text: inLanguages(
      z.strictObject({
        stance: z.string(),
        wants: z.string(),
        reasons: z.string(),
        redLines: z.string(),
        follows: z.number(),
      }),
    ),
  }),
]);

const item = { community: z.string(), kind: z.enum(['entry', 'position']), key: z.string() };
const intent = z.enum(['write', 'retire', 'restore']);
export const somebody = orNothing<Person>(person);
const maybeWriting = orNothing(writingShape);

export const itemShape: z.ZodType<Item> = z.strictObject({
  ...item,
  revision: z.int(),
  state: z.enum(['live', 'retired']),
  writing: maybeWriting,
  changedAt: z.number(),
});

export const revisionShape: z.ZodType<Revision> = z.strictObject({
  ...item,
  number: z.int(),
  intent,
  writing: maybeWriting,
  author: somebody,
  approvedBy: somebody,
  at: z.number(),
  reason: z.string(),
});

export const draftShape: z.ZodType<Draft<DraftKind>> = z.strictObject({
  ...item,
  kind: z.enum(['entry', 'position', 'update']),
  id: z.string(),
  intent,
  base: z.int(),
  values: z.record(z.string(), z.string()),
  state: z.enum(['editing', 'review', 'returned']),
  author: person,
  reason: z.string(),
  comment: z.string(),
  version: z.int(),
  createdAt: z.number(),
  changedAt: z.number(),
});

const staged = {
  id: z.string(),
  community: z.string(),
  by: person,
  file: z.string(),
  unchanged: z.int(),
  state: z.enum(['open', 'review']),
  at: z.number(),
};

export const stagedImportShape: z.ZodType<StagedImport> = z.strictObject({
  ...staged,
  items: z.array(z.strictObject({ kind: item.kind, key: item.key, base: z.int(), writing: writingShape })),
});

export const listedImportShape: z.ZodType<ListedImport> = z.strictObject({ ...staged, count: z.int() });

export const reportShape: z.ZodType<Report> = z.strictObject({
  ...item,
  id: z.string(),
  text: z.string(),
  by: somebody,
  at: z.number(),
  state: z.enum(['open', 'settled']),
  outcome: z.string(),
});

export const gapShape: z.ZodType<Gap> = z.strictObject({
  community: z.string(),
  folded: z.string(),
  question: z.string(),
  language,
  outcome: z.enum(['none', 'unsure', 'unhelpful']),
  nearest: z.string(),
  count: z.int(),
  firstOn: z.string(),
  lastOn: z.string(),
});

export const actShape: z.ZodType<RecordedAct> = z.strictObject({
  id: z.int(),
  community: z.string(),
  by: somebody,
  at: z.number(),
  act: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
}) as z.ZodType<RecordedAct>;
