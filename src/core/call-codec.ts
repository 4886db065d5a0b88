import type { Call } from './answer.ts';
import type { Command } from './command.ts';

/** Discord's limit on a component's `custom_id`, in characters. */
export const discordCustomIdLimit = 100;
/** Telegram's limits on `callback_data` and on the payload of a `?start=` link, in bytes. */
export const telegramDataLimit = 64;

/**
 * Writes a call as `name[.name][-page][_argument]*`, arguments by position, so that it works after a restart and on old
 * messages. A page is written where there is one, the first too: a call with a page turns pages in place. Ids stay as they are; anything else is percent-encoded. Options may therefore be added, not reordered.
 * Throws a RangeError past `limit` bytes: answers name short calls, and a test packs every one of them.
 */
export function packCall(command: Command, call: Call, limit: number): string {
  const fields = Object.entries(command.options).map(([name, option]) => {
    const value = call.args[name] ?? '';
    if (value === '' || option.kind === 'text' || option.kind === 'file') return value;
    const codes = new Map(option.choices().map((one) => [one.value, one.code ?? one.value]));
    return value
      .split(',')
      .map((one) => codes.get(one) ?? one)
      .join(',');
  });
  while (fields.at(-1) === '') fields.pop();
  const page = call.page === undefined ? '' : `-${call.page}`;
  const packed = [call.command.replace(' ', '.') + page, ...fields.map(escapeField)].join('_');
  if (Buffer.byteLength(packed) > limit) throw new RangeError(`The call ${packed} is longer than ${limit} bytes.`);
  return packed;
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
const escapeField = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(
    /[_.!~*'()]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
