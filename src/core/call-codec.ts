import type { Call } from './answer.ts';
import type { Command, Option } from './command.ts';

/** Discord's limit on a component's `custom_id`, in characters. */
export const discordCustomIdLimit = 100;
/** Telegram's limits on `callback_data` and on the payload of a `?start=` link, in bytes. */
export const telegramDataLimit = 64;

/**
 * Writes a call as `name[.name][-page][_argument]*`, arguments by position, so that it works after a restart and on old
 * messages. A page is written where there is one, the first too: a call with a page turns pages in place. Ids stay as they are; anything else is percent-encoded. Options may therefore be added, not reordered.
 * Undefined past `limit` bytes, as of a call with words that somebody typed.
 */
export function packIfShort(command: Command, call: Call, limit: number): string | undefined {
  const fields: string[] = [];
  for (const name in command.options) fields.push(fieldOf(command.options[name] as Option, call.args[name] ?? ''));
  while (fields.at(-1) === '') fields.pop();
  let packed = call.command.replace(' ', '.');
  if (call.page !== undefined) packed += `-${call.page}`;
  for (const field of fields) packed += `_${escapeField(field)}`;
  return Buffer.byteLength(packed) > limit ? undefined : packed;
}

/** The same for calls that are known to be short. Throws a RangeError past `limit` bytes. */
export function packCall(command: Command, call: Call, limit: number): string {
  const packed = packIfShort(command, call, limit);
  if (packed === undefined) throw new RangeError(`A call of ${call.command} is longer than ${limit} bytes.`);
  return packed;
}

/** Choices are written by their codes. */
function fieldOf(option: Option, value: string): string {
  if (value === '' || option.kind === 'text' || option.kind === 'file') return value;
  const choices = option.choices();
  const codeOf = (one: string) => choices.find((choice) => choice.value === one)?.code ?? one;
  return value.includes(',') ? value.split(',').map(codeOf).join(',') : codeOf(value);
}

/**
 * Reads what `packCall` wrote, also with `--` for the dot, which links can't hold; undefined for anything else, which
 * may come from anybody.
 */
export function unpackCall(commands: readonly Command[], packed: string): Call | undefined {
  const [head = '', ...fields] = packed.split('_');
  const [, name, page] = /^([a-z]+(?:(?:\.|--)[a-z]+)?)(?:-(\d{1,3}))?$/u.exec(head) ?? [];
  const command = commands.find((one) => one.name === name?.replace(/\.|--/u, ' '));
  const names = Object.keys(command?.options ?? {});
  if (!command || fields.length > names.length) return undefined;
  try {
    const args = Object.fromEntries(
      fields.map((field, i) => [names[i] as string, decodeURIComponent(field)] as const).filter(([, value]) => value),
    );
    return { command: command.name, args, ...(page ? { page: Number(page) } : {}) };
  } catch {
    return undefined;
  }
}

/** Half of a surrogate pair, which can't be encoded, becomes the sign for what can't be shown. */
const escapeField = (value: string): string => (/^[A-Za-z0-9-]*$/u.test(value) ? value : escaped(value));

const escaped = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(
    /[_.!~*'()]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
