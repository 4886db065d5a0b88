import type { Json, OptionBody } from './payloads.ts';
import { channelPermissions } from './permissions.ts';
import { refuse } from './refusal.ts';
import { channelJson, memberJson, roleJson, userJson } from './wire.ts';
import type { ChannelState, UserState, World } from './world.ts';

/** What a person may enter into an option: text as typed, or a person, channel, role or file. */
export type OptionValue = string | number | boolean | { id: string } | NewFile;

/** A file attached to a command. */
export interface NewFile {
  filename: string;
  content: string | Buffer;
  contentType?: string;
  /** Where it is said to be, if not where it is. */
  url?: string;
  /** What its size is said to be, in bytes, if not what it is. */
  claimedSize?: number;
}

export interface FilledOption {
  name: string;
  type: number;
  value: string | number | boolean;
  focused?: boolean;
}

/** The objects an interaction carries for the ids in it. */
export type Resolved = Record<'users' | 'members' | 'roles' | 'channels' | 'attachments' | 'messages', Json>;

export interface FillingPlace {
  world: World;
  channel: ChannelState;
  user: UserState;
  attach: (file: NewFile) => Json;
}

/** Fills in one option as Discord's app would, refusing a value the option doesn't take. */
export function fillOption(
  option: OptionBody,
  entered: OptionValue,
  place: FillingPlace,
  resolved: Resolved,
): FilledOption {
  const value = enteredValue(option, entered, place, resolved);
  return { name: option.name, type: option.type, value };
}

function enteredValue(
  option: OptionBody,
  entered: OptionValue,
  place: FillingPlace,
  resolved: Resolved,
): string | number | boolean {
  const { type, name } = option;
  if (option.choices?.length) return chosen(option, String(entered), place.user.locale);
  if (type === 3) return textValue(option, String(entered));
  if (type === 4 || type === 10) return numberValue(option, Number(entered));
  if (type === 5) {
    if (!['true', 'false'].includes(String(entered))) refuse(`${name} is true or false, not “${String(entered)}”`);
    return String(entered) === 'true';
  }
  if (type === 11) {
    if (typeof entered !== 'object' || !('filename' in entered)) return refuse(`${name} takes a file`);
    const attachment = place.attach(entered);
    resolved.attachments[String(attachment.id)] = attachment;
    return String(attachment.id);
  }
  return idValue(option, entered, place, resolved);
}

function chosen({ name, choices }: OptionBody, entered: string, locale: string): string | number {
  const all = choices ?? [];
  const found =
    all.find(({ value }) => String(value) === entered) ??
    all.find((choice) => choice.name === entered || choice.name_localizations?.[locale] === entered);
  return found
    ? found.value
    : refuse(`${name} offers ${all.map((choice) => choice.name).join(', ')}, not “${entered}”`);
}

function textValue({ name, min_length, max_length }: OptionBody, text: string): string {
  const length = [...text].length;
  const least = Math.max(min_length ?? 0, 1);
  const most = max_length ?? 6000;
  if (length < least || length > most) refuse(`${name} takes ${least} to ${most} characters, not ${length}`);
  return text;
}

function numberValue({ name, type, min_value, max_value }: OptionBody, number: number): number {
  const least = min_value ?? -(2 ** 53);
  const most = max_value ?? 2 ** 53;
  if (Number.isNaN(number) || (type === 4 && !Number.isInteger(number)))
    refuse(`${name} takes ${type === 4 ? 'a whole number' : 'a number'}`);
  if (number < least || number > most) refuse(`${name} takes ${least} to ${most}, not ${number}`);
  return number;
}

function idValue(
  option: OptionBody,
  entered: OptionValue,
  { world, channel, user }: FillingPlace,
  resolved: Resolved,
): string {
  const { type, name, channel_types } = option;
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const text = typeof entered === 'object' && 'id' in entered ? entered.id : String(entered);
  const id = text.replace(/^<(@&|@!?|#)(\d+)>$/, '$2');
  const bare = text.replace(/^[@#]/, '');
  const person = [...world.users.values()].find((known) => known.id === id || known.username === bare);
  const role = [...(guild?.roles.values() ?? [])].find((known) => known.id === id || known.name === bare);
  const place = [...(guild?.channels.values() ?? [])].find((known) => known.id === id || known.name === bare);
  if (person && (type === 6 || type === 9)) {
    addUser(person, resolved, world, channel);
    return person.id;
  }
  if (role && (type === 8 || type === 9)) {
    resolved.roles[role.id] = roleJson(role);
    return role.id;
  }
  if (place && type === 7) {
    if (channel_types?.length && !channel_types.includes(place.type))
      refuse(`${name} takes no channel of type ${place.type}`);
    resolved.channels[place.id] = {
      ...channelJson(place),
      permissions: String(channelPermissions(world, place, user)),
    };
    return place.id;
  }
  return refuse(
    `${name} takes ${{ 6: 'a person', 7: 'a channel', 8: 'a role' }[type] ?? 'a person or role'}; “${text}” is none here`,
  );
}

/** Puts a person into the resolved objects, with their membership where the channel has a guild. */
export function addUser(person: UserState, resolved: Resolved, world: World, channel: ChannelState): void {
  resolved.users[person.id] = userJson(person);
  const member = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId)?.members.get(person.id);
  if (!member) return;
  const { user: _user, deaf: _deaf, mute: _mute, ...partial } = memberJson(member);
  resolved.members[person.id] = { ...partial, permissions: String(channelPermissions(world, channel, person)) };
}

export function emptyResolved(): Resolved {
  return { users: {}, members: {}, roles: {}, channels: {}, attachments: {}, messages: {} };
}

/** Without the kinds that have nothing in them; undefined if none has. */
export function trimResolved(resolved: Resolved): Partial<Resolved> | undefined {
  const filled = Object.entries(resolved).filter(([, objects]) => Object.keys(objects).length > 0);
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}
