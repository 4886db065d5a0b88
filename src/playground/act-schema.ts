import * as z from 'zod';
import type { Act, Looking } from './protocol.ts';

const looking = {
  person: z.enum(['member', 'moderator', 'foreign', 'operator']),
  language: z.enum(['en', 'uk', 'ru']),
  discord: z.string().max(30),
};

/** Who looks at what, as a query says it. */
export const lookingInQuery: z.ZodType<Looking> = z.object({ ...looking, telegram: z.coerce.number().int() });

const text = z.string().max(10_000);
const name = z.string().max(200);
const options = z.record(name, text);
const file = z.object({ name, base64: z.base64() });
const inBody = { ...looking, telegram: z.int() };
const act = <K extends Act['kind'], S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ ...inBody, kind: z.literal(kind), ...shape });

/** The body of `POST /api/act`. */
export const actInBody = z.discriminatedUnion('kind', [
  act('discord-slash', { command: name, options, file: file.exactOptional() }),
  act('discord-suggest', { command: name, option: name, typed: text, options }),
  act('discord-menu', { command: name, message: name }),
  act('discord-press', { message: name, customId: name }),
  act('discord-select', { message: name, customId: name, values: z.array(text).max(25) }),
  act('discord-submit', { modal: name, fields: z.record(name, z.union([text, z.array(text), z.boolean()])) }),
  act('discord-say', { text: z.string().min(1).max(2000) }),
  act('telegram-say', { text: z.string().min(1).max(4096), replyTo: z.int().exactOptional() }),
  act('telegram-press', { message: z.int(), ephemeral: z.boolean(), text }),
  act('telegram-file', { file }),
  act('telegram-inline', { query: z.string().max(256) }),
  act('telegram-choose', { query: z.string().max(256), result: name }),
  act('clock-forward', {
    ms: z
      .int()
      .min(0)
      .max(366 * 86_400_000),
  }),
]) satisfies z.ZodType<Looking & Act>;
