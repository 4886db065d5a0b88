import { badRequest } from './api-error.ts';
import { detectEntities } from './detected-entities.ts';
import { array, type Payload, string } from './payload.ts';
import { type ParsedText, parseTextHtml, type TextEntity } from './text-html.ts';

/** The longest text of one message, in UTF-16 units after entity parsing (core.telegram.org/bots/api#sendmessage). */
export const maxTextLength = 4096;

export interface ReadText extends ParsedText {
  /** The markup as the bot sent it, where it sent any. */
  html?: string;
}

/** Reads `text`, `parse_mode` and `entities` (or the names given for them) into what Telegram would store. */
export function readText(payload: Payload, textName = 'text', limit = maxTextLength): ReadText {
  const source = string(payload, textName) ?? '';
  if (source === '') throw badRequest('message text is empty');
  const mode = (string(payload, 'parse_mode') ?? '').toLowerCase();
  if (mode !== '' && mode !== 'html') throw badRequest('unsupported parse_mode');
  const parsed = mode === 'html' ? parseTextHtml(source) : { text: source, entities: givenEntities(payload) };
  const trimmed = trim(parsed);
  if (trimmed.text === '') throw badRequest('message text is empty');
  if (trimmed.text.length > limit) throw badRequest('message is too long');
  return { ...withDetected(trimmed), ...(mode === 'html' && { html: source }) };
}

/** Adds to a text what Telegram recognises by itself, keeping at most 100 entities as Telegram does. */
export function withDetected({ text, entities }: ParsedText): ParsedText {
  const all = [...entities, ...detectEntities(text, entities)];
  return { text, entities: all.sort((a, b) => a.offset - b.offset || b.length - a.length).slice(0, 100) };
}

function givenEntities(payload: Payload): TextEntity[] {
  return (array(payload, 'entities') ?? []).map((value) => {
    const { type, offset, length } = (value ?? {}) as Partial<TextEntity>;
    if (typeof type !== 'string' || !Number.isInteger(offset) || !Number.isInteger(length)) {
      throw badRequest("can't parse MessageEntity: expected type, offset and length");
    }
    return value as TextEntity;
  });
}

function trim({ text, entities }: ParsedText): ParsedText {
  const end = text.trimEnd().length;
  const firstEntity = Math.min(...entities.map((entity) => entity.offset), end);
  const start = Math.min(text.length - text.trimStart().length, firstEntity);
  const kept = entities
    .map((entity) => {
      const offset = Math.max(entity.offset, start);
      return { ...entity, offset: offset - start, length: Math.min(entity.offset + entity.length, end) - offset };
    })
    .filter((entity) => entity.length > 0);
  return { text: text.slice(start, end), entities: kept };
}
