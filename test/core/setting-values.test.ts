import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.ts';
import { languages } from '../../src/core/language.ts';
import { settingTexts } from '../../src/core/setting-texts.ts';
import { readSetting, type SettingName, settingNames } from '../../src/core/setting-values.ts';
import { zoneNamed, zonesLike } from '../../src/core/time-zones.ts';
import { settingHint } from '../../src/core/views/settings.ts';
import { testCaller } from '../builders/callers.ts';
import { texts } from '../builders/dispatcher.ts';

const group = testCaller({
  person: { platform: 'telegram', id: '1', name: 'Olena' },
  chat: { platform: 'telegram', id: '-100123', title: 'A group' },
});
const guild = testCaller({
  person: { platform: 'discord', id: '2', name: 'Olena' },
  chat: { platform: 'discord', id: '112233445566778899', title: 'A server' },
});

describe('the value of a setting', () => {
  it.each([
    ['language', 'UK', { language: 'uk' }],
    ['language', 'Русский', { language: 'ru' }],
    ['language', 'own', { language: 'own' }],
    ['timezone', 'europe/kyiv', { timeZone: 'Europe/Kyiv' }],
    ['timezone', 'Warsaw', { timeZone: 'Europe/Warsaw' }],
    ['timezone', 'utc', { timeZone: 'UTC' }],
    [
      'roles',
      '<@&112233445566778899>, 998877665544332211',
      { moderatorRoles: ['112233445566778899', '998877665544332211'] },
    ],
    ['roles', 'нікого', { moderatorRoles: [] }],
    ['approvals', '1', { approvals: 1 }],
    ['answers', 'лично', { answers: 'private' }],
    ['questions', 'off', { keepsQuestions: false }],
    ['cooldown', '3600', { cooldownSeconds: 3600 }],
    ['log', 'тут', { logChat: { platform: 'telegram', id: '-100123' } }],
    ['log', 'none', { logChat: undefined }],
    ['undo', '0', { undoSeconds: 0 }],
    ['undo', '600', { undoSeconds: 600 }],
    ['uncertain', 'так', { resendsUncertain: true }],
  ] as [SettingName, string, object][])('of %s is understood as it is typed: %s', (name, typed, change) => {
    expect(readSetting(name, typed, group)).toEqual(change);
  });

  it('of a Discord log is a channel, never the server itself', () => {
    expect(readSetting('log', '<#998877665544332211>', guild)).toEqual({
      logChat: { platform: 'discord', id: '998877665544332211' },
    });
    expect(() => readSetting('log', 'here', guild)).toThrow(UserError);
  });

  it.each([
    ['language', 'klingon'],
    ['timezone', '+02:00'],
    ['timezone', 'Europe/Atlantis'],
    ['timezone', ''],
    ['roles', '@Moderators'],
    ['roles', '<@112233445566778899>'],
    ['roles', Array.from({ length: 26 }, (_, i) => `1122334455667788${10 + i}`).join(' ')],
    ['approvals', '2'],
    ['answers', 'everywhere'],
    ['questions', 'maybe'],
    ['cooldown', '3601'],
    ['cooldown', '-1'],
    ['cooldown', '1e3'],
    ['log', '#general'],
    ['undo', '601'],
    ['undo', ''],
    ['uncertain', 'maybe'],
  ] as [SettingName, string][])('of %s is refused where it makes no sense: %s', (name, typed) => {
    expect(() => readSetting(name, typed, group)).toThrow(UserError);
  });

  it('has texts that fit a form in every language', () => {
    for (const language of languages) {
      for (const name of settingNames) {
        const caller = { ...group, language, t: texts.in(language) };
        expect(caller.t(settingTexts[name].name).length).toBeLessThanOrEqual(45);
        expect(settingHint(name, caller).length).toBeLessThanOrEqual(100);
      }
    }
  });
});

describe('a time zone', () => {
  it('is offered while it is typed', () => {
    expect(zonesLike('kyiv', 5)).toEqual(['Europe/Kyiv']);
    expect(zonesLike('europe', 100).length).toBeGreaterThan(30);
    expect(zonesLike('zzz', 5)).toEqual([]);
  });

  it('is known by its older name too, and keeps the newer', () => {
    expect(zoneNamed('Europe/Kiev')).toBe('Europe/Kyiv');
    expect(zoneNamed('Kyiv')).toBe('Europe/Kyiv');
    for (const typed of ['Київ', 'киев']) expect(zoneNamed(typed)).toBe('Europe/Kyiv');
    expect(zonesLike('нью', 5)).toEqual(['America/New_York']);
    for (const zone of ['Варшава', 'Кишинёв', 'Тбілісі']) expect(zonesLike(zone, 5)).toEqual([zoneNamed(zone)]);
  });
});
