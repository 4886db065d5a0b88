import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { Community, Settings } from '../community.ts';
import { type Block, heading, list, menu, note, paragraph, spans, strong } from '../document.ts';
import { settingTexts } from '../setting-texts.ts';
import { languageChoices, longestCooldown, longestUndo, type SettingName, settingsOf } from '../setting-values.ts';
import { communityName } from './community-name.ts';

/** In `values`, what leads to a form in which the value is typed. */
export const typed = '?';

/** What can be pressed instead of being typed. */
const offered: Record<SettingName, readonly string[]> = {
  language: ['own', ...languageChoices.map(({ value }) => value)],
  timezone: ['UTC', 'Europe/Kyiv', 'Europe/Warsaw', 'Europe/Berlin', 'Europe/London', typed],
  roles: [typed, 'none'],
  approvals: ['0', '1'],
  answers: ['shared', 'private'],
  questions: ['on', 'off'],
  cooldown: ['0', '10', '30', '60', '300', typed],
  log: ['here', 'none', typed],
  undo: ['0', '30', '60', '120', '300', typed],
  uncertain: ['on', 'off'],
};

/** All settings with what they mean, each to be chosen. */
export function settingsAnswer(community: Community, caller: Caller, first: Block[] = []): Answer {
  const { t } = caller;
  const names = settingsOf(community);
  return {
    document: [
      ...first,
      heading(2, t('settings-of', { community: communityName(community, t) })),
      list(
        names.map((name) =>
          spans(
            strong(`${t(settingTexts[name].name)}: `, settingInWords(name, community.settings, caller)),
            ` — ${t(settingTexts[name].means)}`,
          ),
        ),
      ),
      note(t('settings-choose')),
      menu(names.map((name) => ({ label: t(settingTexts[name].name), call: settingCall(name) }))),
    ],
    call: { command: 'settings', args: {} },
    confidential: true,
  };
}

/** One setting: what it is now, what it means, and what it may become. */
export function settingAnswer(name: SettingName, community: Community, caller: Caller, first: Block[] = []): Answer {
  const { t } = caller;
  const values = offered[name].filter((value) => value !== 'here' || isChannel(caller));
  return {
    document: [
      ...first,
      heading(2, t(settingTexts[name].name)),
      paragraph(t('setting-now'), ' ', strong(settingInWords(name, community.settings, caller))),
      note(t(settingTexts[name].means)),
    ],
    buttons: [
      ...values.map((value): Button => ({ label: valueInWords(name, value, caller), call: settingCall(name, value) })),
      { label: t('all-settings'), call: { command: 'settings', args: {} } },
    ],
    confidential: true,
  };
}

export const settingCall = (setting: SettingName, value?: string) => ({
  command: 'settings',
  args: { setting, ...(value === undefined ? {} : { value }) },
});

/** The value that a setting has. */
export function settingInWords(name: SettingName, settings: Settings, caller: Caller): string {
  switch (name) {
    case 'language':
      return valueInWords(name, settings.language, caller);
    case 'timezone':
      return settings.timeZone;
    case 'roles':
      return settings.moderatorRoles.join(', ') || valueInWords(name, 'none', caller);
    case 'approvals':
      return valueInWords(name, String(settings.approvals), caller);
    case 'answers':
      return valueInWords(name, settings.answers, caller);
    case 'questions':
      return valueInWords(name, settings.keepsQuestions ? 'on' : 'off', caller);
    case 'cooldown':
      return valueInWords(name, String(settings.cooldownSeconds), caller);
    case 'log':
      return settings.logChat
        ? `${platformName(settings.logChat.platform)} ${settings.logChat.id}`
        : valueInWords(name, 'none', caller);
    case 'undo':
      return valueInWords(name, String(settings.undoSeconds), caller);
    case 'uncertain':
      return valueInWords(name, settings.resendsUncertain ? 'on' : 'off', caller);
  }
}

function valueInWords(name: SettingName, value: string, { t }: Caller): string {
  if (value === typed) return t('setting-type');
  const key = settingTexts[name].values[value];
  if (key !== undefined) return t(key);
  if (name === 'cooldown' || name === 'undo') return t('setting-cooldown-seconds', { seconds: Number(value) });
  return languageChoices.find((one) => one.value === value)?.name.en ?? value;
}

export const platformName = (platform: string): string => platform.charAt(0).toUpperCase() + platform.slice(1);

const isChannel = ({ chat }: Caller): boolean => chat !== undefined && chat.platform !== 'discord';

/** How a value is typed, for the form's hint. */
export const settingHint = (name: SettingName, { t }: Caller): string =>
  t(settingTexts[name].hint, { most: name === 'undo' ? longestUndo : longestCooldown });
