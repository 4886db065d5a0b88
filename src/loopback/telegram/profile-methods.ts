import { badRequest } from './api-error.ts';
import { array, object, type Payload, string } from './payload.ts';
import type { Methods, World } from './world.ts';

interface Command {
  command: string;
  description: string;
  is_ephemeral?: boolean;
}

const plainScopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const chatScopes = ['chat', 'chat_administrators', 'chat_member'];

/** Command menus by scope and language, and the bot's name and descriptions by language. */
export function profileMethods(world: World): Methods {
  const commands = new Map<string, Command[]>();
  return {
    getMe: () => world.bot,
    logOut: () => true,
    close: () => true,
    setMyCommands: (payload) => {
      const list = array(payload, 'commands') ?? [];
      if (list.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
      commands.set(scopeKey(payload), list.map(readCommand));
      return true;
    },
    getMyCommands: (payload) => commands.get(scopeKey(payload)) ?? [],
    deleteMyCommands: (payload) => {
      commands.delete(scopeKey(payload));
      return true;
    },
    ...textMethods('setMyDescription', 'getMyDescription', 'description', 512),
    ...textMethods('setMyShortDescription', 'getMyShortDescription', 'short_description', 120),
    ...textMethods('setMyName', 'getMyName', 'name', 64),
  };
}

function textMethods(setter: string, getter: string, field: string, limit: number): Methods {
  const texts = new Map<string, string>();
  return {
    [setter]: (payload) => {
      const text = string(payload, field) ?? '';
      if (text.length > limit) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
      texts.set(languageOf(payload), text);
      return true;
    },
    [getter]: (payload) => ({ [field]: texts.get(languageOf(payload)) || texts.get('') || '' }),
  };
}

function readCommand(value: unknown): Command {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Payload;
  const command = (string(given, 'command') ?? '').replace(/^\//, '');
  const description = string(given, 'description') ?? '';
  if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
  if (description.length < 1 || description.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command, description, ...(given.is_ephemeral === true && { is_ephemeral: true }) };
}

function languageOf(payload: Payload): string {
  const language = string(payload, 'language_code') ?? '';
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest('LANG_CODE_INVALID');
  return language;
}

function scopeKey(payload: Payload): string {
  const scope = object(payload, 'scope') ?? { type: 'default' };
  const type = string(scope, 'type') ?? '';
  const language = languageOf(payload);
  if (plainScopes.includes(type)) return `${type}|${language}`;
  if (!chatScopes.includes(type)) throw badRequest("can't parse BotCommandScope: unsupported type specified");
  const chat = string(scope, 'chat_id');
  const user = string(scope, 'user_id');
  if (chat === undefined || (type === 'chat_member' && user === undefined)) throw badRequest('chat not found');
  return `${type}:${chat}:${user ?? ''}|${language}`;
}
