import type { SettingName } from './setting-values.ts';

/** The keys of a setting's texts. */
interface SettingTexts {
  name: string;
  /** What it means, in one sentence. */
  means: string;
  /** How a value is typed. */
  hint: string;
  /** Of the values that have a name. */
  values: Record<string, string>;
}

export const settingTexts: Record<SettingName, SettingTexts> = {
  language: {
    name: 'setting-language',
    means: 'setting-language-means',
    hint: 'error-setting-language',
    values: { own: 'setting-language-own' },
  },
  timezone: {
    name: 'setting-timezone',
    means: 'setting-timezone-means',
    hint: 'setting-timezone-hint',
    values: {},
  },
  roles: {
    name: 'setting-roles',
    means: 'setting-roles-means',
    hint: 'setting-roles-hint',
    values: { none: 'setting-roles-none' },
  },
  approvals: {
    name: 'setting-approvals',
    means: 'setting-approvals-means',
    hint: 'error-setting-approvals',
    values: { 0: 'setting-approvals-none', 1: 'setting-approvals-one' },
  },
  answers: {
    name: 'setting-answers',
    means: 'setting-answers-means',
    hint: 'error-setting-answers',
    values: { shared: 'setting-answers-shared', private: 'setting-answers-private' },
  },
  questions: {
    name: 'setting-questions',
    means: 'setting-questions-means',
    hint: 'error-setting-questions',
    values: { on: 'setting-questions-on', off: 'setting-questions-off' },
  },
  cooldown: {
    name: 'setting-cooldown',
    means: 'setting-cooldown-means',
    hint: 'setting-cooldown-hint',
    values: { 0: 'setting-cooldown-none' },
  },
  log: {
    name: 'setting-log',
    means: 'setting-log-means',
    hint: 'setting-log-hint',
    values: { here: 'setting-log-here', none: 'setting-log-none' },
  },
  undo: {
    name: 'setting-undo',
    means: 'setting-undo-means',
    hint: 'setting-cooldown-hint',
    values: { 0: 'setting-undo-none' },
  },
  uncertain: {
    name: 'setting-uncertain',
    means: 'setting-uncertain-means',
    hint: 'error-setting-questions',
    values: { on: 'setting-uncertain-on', off: 'setting-uncertain-off' },
  },
};
