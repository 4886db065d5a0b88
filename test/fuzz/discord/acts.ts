import type { Act } from '../../../src/loopback/discord/calling.ts';
import type { CommandState } from '../../../src/loopback/discord/commands.ts';
import type { SeenField, SeenModal } from '../../../src/loopback/discord/modals.ts';
import type { Json, OptionBody } from '../../../src/loopback/discord/payloads.ts';
import { seen } from '../../../src/loopback/discord/seen.ts';
import { channelJson } from '../../../src/loopback/discord/wire.ts';
import type { ChannelState, MessageState, UserState } from '../../../src/loopback/discord/world.ts';
import type { Deed } from './plan.ts';

type Entered = (Deed & { kind: 'slash' })['entered'];

/** Where an act takes place, and what there is to be used. */
export interface Scene {
  user: UserState;
  channel: ChannelState;
  commands: readonly CommandState[];
  /** What the bot said lately that is still there. */
  said: readonly MessageState[];
  /** Forms that it opened lately. */
  forms: readonly SeenModal[];
  filesUrl: string;
}

export type Interaction = Omit<Act, 'sourceJson'>;

const pick = <T>(all: readonly T[], number: number): T | undefined => all[number % all.length];
const cut = (text: string, most: number): string => [...text].slice(0, most).join('');
const isNesting = ({ type }: OptionBody) => type === 1 || type === 2;

/** What Discord would send for a deed; undefined where it is no interaction, or there is nothing to do it on. */
export function actOf(deed: Deed, scene: Scene): Interaction | undefined {
  const { user, channel } = scene;
  const here = { user, channel };
  switch (deed.kind) {
    case 'slash':
    case 'typing':
      return commandAct(deed, scene);
    case 'message menu': {
      const command = pick(
        scene.commands.filter(({ type }) => type === 3),
        deed.command,
      );
      return command && { ...here, type: 2, data: menuData(command, deed.content, scene) };
    }
    case 'press': {
      const source = pick(
        scene.said.filter((one) => seen(one).buttons.length > 0),
        deed.message,
      );
      const button =
        source &&
        pick(
          seen(source).buttons.flatMap(({ customId }) => customId ?? []),
          deed.button,
        );
      const custom_id = cut(deed.code ?? button ?? 'help', 100);
      return source && { ...on(source, scene), type: 3, data: { component_type: 2, custom_id } };
    }
    case 'choose': {
      const source = scene.said.filter((one) => seen(one).selects.length > 0);
      const message = pick(source, deed.message);
      const menu = message && pick(seen(message).selects, deed.menu);
      const offered = menu?.options ?? [];
      const values = offered.length > 0 ? deed.picks.map((one) => pick(offered, one)?.value) : deed.values;
      const data = { component_type: 3, custom_id: menu?.customId ?? 'menu', values };
      return message && { ...on(message, scene), type: 3, data };
    }
    case 'submit': {
      const form = pick(scene.forms, deed.form);
      return form && submitAct(deed, form);
    }
    case 'foreign': {
      const data = { type: deed.inner, component_type: deed.inner, custom_id: deed.code, name: deed.code, id: '1' };
      return { ...here, type: deed.type as 2, data: { ...data, values: [deed.code], resolved: {}, target_id: '5' } };
    }
    default:
      return undefined;
  }
}

/** Only who sees a message can use it. */
const on = (source: MessageState, { user }: Scene) => ({
  source,
  channel: source.channel,
  user: source.onlyFor ?? user,
});

function commandAct(deed: Deed & { kind: 'slash' | 'typing' }, scene: Scene): Interaction | undefined {
  const { user, channel, commands } = scene;
  const isTyping = deed.kind === 'typing';
  const offered = commands.filter((one) => one.type === 1 && (!isTyping || canSuggest(one.options ?? [])));
  const command = pick(offered, deed.command);
  if (!command) return undefined;
  const path: OptionBody[] = [];
  let options = command.options ?? [];
  while (options.some(isNesting)) {
    const next = pick(
      options.filter((one) => !isTyping || canSuggest(one.options ?? [])),
      deed.action,
    ) as OptionBody;
    path.push(next);
    options = next.options ?? [];
  }
  const resolved: Json = {};
  const focused = isTyping ? options.find(({ autocomplete }) => autocomplete) : undefined;
  const filled = options.flatMap((option, i): Json[] => {
    const entered = pick(deed.entered, i) as Entered[number];
    if (option === focused) return [{ name: option.name, type: 3, value: cut(entered.text, 100), focused: true }];
    if (!option.required && entered.isLeftOut) return [];
    return [{ name: option.name, type: option.type, value: enteredValue(option, entered, scene, resolved) }];
  });
  const nested = path.reduceRight<Json[]>((inner, { name, type }) => [{ name, type, options: inner }], filled);
  const { id, name, type } = command;
  const data = { id, name, type, options: nested, ...(Object.keys(resolved).length > 0 && { resolved }) };
  return { user, channel, type: isTyping ? 4 : 2, data };
}

const canSuggest = (options: readonly OptionBody[]): boolean =>
  options.some((one) => one.autocomplete || canSuggest(one.options ?? []));

function enteredValue(
  option: OptionBody,
  { text, pick: number }: Entered[number],
  scene: Scene,
  resolved: Json,
): unknown {
  const { type, choices, min_length, max_length } = option;
  if (choices?.length) return pick(choices, number)?.value;
  if (type === 4 || type === 10) return number;
  if (type === 5) return number % 2 === 0;
  if (type === 7) {
    resolved.channels = { [scene.channel.id]: { ...channelJson(scene.channel), permissions: '0' } };
    return scene.channel.id;
  }
  if (type === 11) {
    const url = pick([`${scene.filesUrl}/1/a.json`, 'https://evil.example/a.json', 'nonsense'], number);
    const file = {
      id: '1',
      filename: text || 'a',
      size: number * 10_000,
      url,
      proxy_url: url,
      content_type: 'text/plain',
    };
    resolved.attachments = { 1: file };
    return '1';
  }
  const value = cut(text, max_length ?? 6000);
  return value.trim() === '' || [...value].length < (min_length ?? 0) ? 'nato' : value;
}

function menuData({ id, name, type }: CommandState, content: string, { user, channel }: Scene): Json {
  const author = { id: user.id, username: user.username, discriminator: '0', avatar: null, global_name: null };
  const empty = { attachments: [], embeds: [], mentions: [], mention_roles: [], components: [] };
  const times = { timestamp: '2026-11-23T00:00:00.000Z', edited_timestamp: null };
  const flags = { type: 0, flags: 0, tts: false, pinned: false, mention_everyone: false };
  const message = { id: '77', channel_id: channel.id, author, content, ...times, ...flags, ...empty };
  return { id, name, type, target_id: '77', resolved: { messages: { 77: message } } };
}

function submitAct(deed: Deed & { kind: 'submit' }, { interaction, customId, fields }: SeenModal): Interaction {
  const entered = (field: SeenField, i: number): Json => {
    const { text, pick: number, isLeftOut } = pick(deed.entered, i) as Entered[number];
    const common = { type: field.type, custom_id: field.customId, id: 10 + i };
    if (field.type !== 4) {
      const chosen = isLeftOut && !field.required ? undefined : pick(field.options, number)?.value;
      return { ...common, values: chosen === undefined ? [] : [chosen] };
    }
    return { ...common, value: isLeftOut && (!field.required || field.value) ? field.value : cut(text, 4000) || 'x' };
  };
  const components = fields.map((field, i) => ({ type: 18, id: i + 1, component: entered(field, i) }));
  const { user, channel, source } = interaction;
  const data = { custom_id: cut(deed.code ?? customId, 100), components };
  return { user, channel, type: 5, data, ...(source && { source }) };
}
