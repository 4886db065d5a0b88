import type { Answer, Button } from '../src/core/answer.ts';
import { type Caller, choice, command, optional, text } from '../src/core/command.ts';
import { code, note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { type Localized, languages } from '../src/core/language.ts';
import { settingTexts } from '../src/core/setting-texts.ts';
import { readSetting, type SettingName, settingNames, settingsOf } from '../src/core/setting-values.ts';
import type { CommunitySettings } from '../src/core/settings.ts';
import type { Texts } from '../src/core/texts.ts';
import { zonesLike } from '../src/core/time-zones.ts';
import { settingAnswer, settingCall, settingHint, settingsAnswer, typed } from '../src/core/views/settings.ts';

/** In `questions`, turns the log off once the moderator knows that its questions are removed. */
const offAndCleared = 'clear';
const longestValue = 300;

/** What a community's moderators have chosen, and how to choose otherwise. */
export function settings(desk: CommunitySettings, texts: Texts) {
  const names = settingNames.map((value) => ({ value, name: named(value, texts), aliases: [] }));

  async function change(name: SettingName, value: string, caller: Caller): Promise<Answer> {
    const community = await desk.current(caller);
    if (!settingsOf(community).includes(name)) throw new UserError('error-setting-shared');
    const isCleared = name === 'questions' && value === offAndCleared;
    const wanted = isCleared ? { keepsQuestions: false } : readSetting(name, value, caller);
    if (wanted.keepsQuestions === false && community.settings.keepsQuestions && !isCleared) return offWarning(caller);
    if (wanted.logChat) {
      const log = await desk.openLog(community, wanted.logChat);
      if (log !== 'open')
        throw new UserError(log === 'foreign' ? 'error-setting-log-foreign' : 'error-setting-log-closed');
    }
    const { stale, community: now } = await desk.change(caller, community, wanted);
    return stale
      ? { ...settingsAnswer(now, caller, [paragraph(caller.t('settings-stale'))]), failed: true }
      : settingAnswer(name, now, caller, [paragraph(caller.t('settings-saved'))]);
  }

  /** A value that won't do is said to be so beside the ways to give another. */
  async function attempt(name: SettingName, value: string, caller: Caller): Promise<Answer> {
    try {
      return await change(name, value, caller);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return {
        document: [paragraph(caller.t(error.key, error.values)), ...(value ? [note(code(value))] : [])],
        buttons: waysOn(name, value, caller),
        confidential: true,
        failed: true,
      };
    }
  }

  return command({
    name: 'settings',
    audience: 'moderators',
    options: {
      setting: optional(choice(() => names)),
      value: optional(
        text({
          maxLength: longestValue,
          suggest: (begun) => zonesLike(begun, 25).map((zone) => ({ name: zone, value: zone })),
        }),
      ),
    },
    async run({ setting, value }, caller): Promise<Answer> {
      const name = setting as SettingName | undefined;
      if (name !== undefined && value?.startsWith(typed)) return typingForm(name, value.slice(typed.length), caller);
      if (name !== undefined && value !== undefined) return await attempt(name, value, caller);
      const community = await desk.current(caller);
      if (name === undefined) return settingsAnswer(community, caller);
      if (!settingsOf(community).includes(name)) throw new UserError('error-setting-shared');
      return settingAnswer(name, community, caller);
    },
    async submit({ setting }, values, caller): Promise<Answer> {
      if (setting === undefined) throw new UserError('error-old-button');
      return await attempt(setting as SettingName, (values.value ?? '').trim().slice(0, longestValue), caller);
    },
  });
}

const named = (setting: SettingName, texts: Texts): Localized<string> => {
  const [en, uk, ru] = languages.map((language) => texts.in(language)(settingTexts[setting].name));
  return { en: en ?? setting, uk, ru };
};

function typingForm(name: SettingName, value: string, caller: Caller): Answer {
  const label = caller.t(settingTexts[name].name);
  return {
    document: [paragraph(caller.t(settingTexts[name].means))],
    form: {
      title: label,
      fields: [
        {
          kind: 'text',
          lines: 'one',
          name: 'value',
          label,
          hint: settingHint(name, caller),
          required: true,
          value,
          maxLength: longestValue,
          check: (typed) => problemWith(name, typed, caller),
        },
      ],
      submit: settingCall(name),
    },
    confidential: true,
  };
}

/** What is wrong with a value as it is typed; what only the platform knows is seen when it is sent. */
function problemWith(name: SettingName, value: string, caller: Caller): string | undefined {
  try {
    readSetting(name, value.trim(), caller);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return caller.t(error.key, error.values);
    throw error;
  }
}

function offWarning({ t }: Caller): Answer {
  return {
    document: [paragraph(t('settings-questions-off'))],
    buttons: [
      { label: t('settings-questions-clear'), call: settingCall('questions', offAndCleared) },
      { label: t('all-settings'), call: { command: 'settings', args: {} } },
    ],
    confidential: true,
  };
}

/** In characters: more than this does not go into a button, and is typed again. */
const longestAgain = 40;

function waysOn(name: SettingName, value: string, { t }: Caller): Button[] {
  const again = encodeURIComponent(value).length > longestAgain ? typed : typed + value;
  const zones = name === 'timezone' ? zonesLike(value, 4) : [];
  return [
    ...zones.map((zone) => ({ label: zone, call: settingCall(name, zone) })),
    ...(isTyped.has(name) ? [{ label: t('setting-type'), call: settingCall(name, again) }] : []),
    { label: t('all-settings'), call: { command: 'settings', args: {} } },
  ];
}

const isTyped: ReadonlySet<SettingName> = new Set(['timezone', 'roles', 'cooldown', 'log', 'undo']);
