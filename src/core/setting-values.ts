import { findChoice } from './choices.ts';
import type { Caller, Choice } from './command.ts';
import { type Chat, type Community, isShared, type Settings } from './community.ts';
import { UserError } from './errors.ts';
import type { Language } from './language.ts';
import { zoneNamed } from './time-zones.ts';

export const settingNames = [
  'language',
  'timezone',
  'roles',
  'approvals',
  'answers',
  'questions',
  'cooldown',
  'log',
  'undo',
  'uncertain',
] as const;
export type SettingName = (typeof settingNames)[number];

/** What each of them is in the settings. */
export const settingFields: Record<SettingName, keyof Settings> = {
  language: 'language',
  timezone: 'timeZone',
  roles: 'moderatorRoles',
  approvals: 'approvals',
  answers: 'answers',
  questions: 'keepsQuestions',
  cooldown: 'cooldownSeconds',
  log: 'logChat',
  undo: 'undoSeconds',
  uncertain: 'resendsUncertain',
};

/** For what all communities share there are no roles, chats or members of its own to set anything for. */
const settingsOfShared: readonly SettingName[] = [
  'timezone',
  'approvals',
  'questions',
  'cooldown',
  'undo',
  'uncertain',
];

export const settingsOf = (community: Community): readonly SettingName[] =>
  isShared(community) ? settingsOfShared : settingNames;

/** In seconds. */
export const longestCooldown = 3600;
/** In seconds. */
export const longestUndo = 600;
const mostRoles = 25;

const choice = (value: string, names: Partial<Record<Language, string>>, ...aliases: string[]): Choice => ({
  value,
  name: { en: value, ...names },
  aliases,
});

export const ownLanguage = choice(
  'own',
  { en: 'My app’s own', uk: 'Мова застосунку', ru: 'Язык приложения' },
  'auto',
  'app',
);
export const languageChoices: Choice[] = [
  choice('en', { en: 'English', uk: 'English', ru: 'English' }, 'англійська', 'английский'),
  choice('uk', { en: 'Українська', uk: 'Українська', ru: 'Українська' }, 'ukrainian', 'ua', 'украинский'),
  choice('ru', { en: 'Русский', uk: 'Русский', ru: 'Русский' }, 'russian', 'російська'),
];
const answers = [
  choice('shared', { uk: 'для всіх', ru: 'для всех' }, 'public', 'all'),
  choice('private', { uk: 'особисто', ru: 'лично' }),
];
/** On or off. */
export const switches = [
  choice('on', { uk: 'увімкнено', ru: 'включено' }, 'yes', 'так', 'да', 'true'),
  choice('off', { uk: 'вимкнено', ru: 'выключено' }, 'no', 'ні', 'нет', 'false'),
];
const nowhere = choice('none', { uk: 'ніде', ru: 'нигде' }, 'nobody', 'nowhere', 'off', '-', 'нікого', 'никого');
const here = choice('here', { uk: 'тут', ru: 'здесь' }, 'this', 'this chat', 'цей чат', 'этот чат');

/** What a typed value changes; throws `UserError` that says what would do. */
export function readSetting(
  name: SettingName,
  typed: string,
  caller: Pick<Caller, 'chat' | 'person'>,
): Partial<Settings> {
  const oneOf = (choices: Choice[], key: string): string => {
    const found = findChoice(choices, typed);
    if (!found) throw new UserError(key);
    return found.value;
  };
  switch (name) {
    case 'language':
      return { language: oneOf([ownLanguage, ...languageChoices], 'error-setting-language') as Settings['language'] };
    case 'timezone': {
      const timeZone = zoneNamed(typed);
      if (!timeZone) throw new UserError('error-setting-timezone', { typed: typed.slice(0, 80) });
      return { timeZone };
    }
    case 'roles':
      return { moderatorRoles: readRoles(typed) };
    case 'approvals':
      if (typed !== '0' && typed !== '1') throw new UserError('error-setting-approvals');
      return { approvals: typed === '1' ? 1 : 0 };
    case 'answers':
      return { answers: oneOf(answers, 'error-setting-answers') as Settings['answers'] };
    case 'questions':
      return { keepsQuestions: oneOf(switches, 'error-setting-questions') === 'on' };
    case 'cooldown':
      return { cooldownSeconds: readSeconds(typed, longestCooldown) };
    case 'log':
      return { logChat: readChannel(typed, caller) };
    case 'undo':
      return { undoSeconds: readSeconds(typed, longestUndo) };
    case 'uncertain':
      return { resendsUncertain: oneOf(switches, 'error-setting-questions') === 'on' };
  }
}

function readSeconds(typed: string, most: number): number {
  const seconds = /^\d{1,4}$/u.test(typed) ? Number(typed) : Number.POSITIVE_INFINITY;
  if (seconds > most) throw new UserError('error-setting-cooldown', { most });
  return seconds;
}

/** Ids, or mentions, which are ids in brackets. */
function readRoles(typed: string): string[] {
  if (findChoice([nowhere], typed)) return [];
  const ids = typed.split(/[\s,;]+/u).filter(Boolean);
  const roles = ids.map((one) => /^(?:<@&)?(\d{17,20})>?$/u.exec(one)?.[1] ?? '');
  if (roles.length === 0 || roles.includes('')) throw new UserError('error-setting-roles');
  if (roles.length > mostRoles) throw new UserError('error-setting-roles-many', { most: mostRoles });
  return [...new Set(roles)];
}

function readChannel(typed: string, { chat, person }: Pick<Caller, 'chat' | 'person'>): Chat | undefined {
  if (findChoice([nowhere], typed)) return undefined;
  // A guild is no channel: on Discord the channel has to be named.
  if (findChoice([here], typed)) {
    if (!chat || chat.platform === 'discord') throw new UserError('error-setting-log');
    return { platform: chat.platform, id: chat.id };
  }
  const [, id] = /^(?:<#)?(-?\d{1,20})>?$/u.exec(typed) ?? [];
  if (id === undefined) throw new UserError('error-setting-log');
  return { platform: person.platform, id };
}
