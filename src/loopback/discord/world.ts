import { ChannelType } from 'discord-api-types/v10';
import type { CallbackBody, Json, MessageBody } from './payloads.ts';
import { createSnowflakes } from './snowflakes.ts';

/** Someone with an account, as the fake knows them. */
export interface UserState {
  id: string;
  username: string;
  globalName: string;
  locale: string;
  bot: boolean;
  /** Whether they added the app to their account (user install). */
  installed: boolean;
  /** Whether the bot may send them direct messages. */
  acceptsMessages: boolean;
}

export interface RoleState {
  id: string;
  name: string;
  permissions: bigint;
}

export interface MemberState {
  user: UserState;
  roles: string[];
  /** Permissions granted to this one member in the whole guild, besides those of the roles. */
  permissions: bigint;
  /** Milliseconds since 1970; they are in a timeout until then. */
  timedOutUntil?: number | undefined;
}

export interface Overwrite {
  allow: bigint;
  deny: bigint;
}

export interface ChannelState {
  id: string;
  type: ChannelType;
  name: string;
  guildId?: string;
  parentId?: string;
  recipients: UserState[];
  /** By user or role id. */
  overwrites: Map<string, Overwrite>;
  /** Whether the bot takes part: it doesn't in private chats that a user-installed app is called from. */
  botInside: boolean;
  archived: boolean;
  locked: boolean;
  messages: Map<string, MessageState>;
}

export interface GuildState {
  id: string;
  name: string;
  locale: string;
  ownerId: string;
  roles: Map<string, RoleState>;
  members: Map<string, MemberState>;
  channels: Map<string, ChannelState>;
  /** Whether the app is installed in the guild, with its bot. */
  botInside: boolean;
  /** Whether the guild's own settings let everybody use every command (Server Settings, Integrations). */
  opensCommands: boolean;
  available: boolean;
}

export interface AttachmentState {
  id: string;
  filename: string;
  description?: string;
  contentType: string;
  bytes: Buffer;
}

/** Who a message notified, or would have if nobody had muted anything. */
export interface Pings {
  everyone: boolean;
  users: string[];
  roles: string[];
}

export interface MessageState {
  id: string;
  type: number;
  channel: ChannelState;
  author: UserState;
  body: MessageBody;
  attachments: AttachmentState[];
  flags: number;
  at: number;
  editedAt?: number;
  deleted: boolean;
  /** The only person who sees it, if it is ephemeral. */
  onlyFor?: UserState;
  interaction?: InteractionState;
  pings: Pings;
  nonce?: string | number;
}

export interface InteractionState {
  id: string;
  token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  type: number;
  payload: Json;
  user: UserState;
  channel: ChannelState;
  /** Milliseconds of the fake's clock. */
  at: number;
  acknowledgedAt?: number;
  callback?: CallbackBody;
  /** The answer's first message, or for a component the message it belongs to, once it is acknowledged so. */
  original?: MessageState;
  /** The message whose component was used, or which the modal came from. */
  source?: MessageState;
  /** Whether the bot has answered with something to see (a deferral is no answer). */
  answered: boolean;
  /** The first message that the answer showed or changed. */
  answer?: MessageState;
  followUps: MessageState[];
  /** Error codes of this interaction's refused requests. */
  refusals: number[];
}

export type World = ReturnType<typeof createWorld>;

/** Everything the fake Discord holds; who may see or do what is decided elsewhere. */
export function createWorld(now: () => number) {
  const snowflake = createSnowflakes(now);
  const bot: UserState = {
    id: snowflake(),
    username: 'parley',
    globalName: 'Parley',
    locale: 'en-US',
    bot: true,
    installed: false,
    acceptsMessages: false,
  };
  const users = new Map([[bot.id, bot]]);
  const guilds = new Map<string, GuildState>();
  const channels = new Map<string, ChannelState>();
  const interactions: InteractionState[] = [];
  const privateChannels = new Map<UserState, ChannelState>();

  function addChannel(made: Pick<ChannelState, 'name' | 'type'> & Partial<ChannelState>): ChannelState {
    const channel: ChannelState = {
      id: snowflake(),
      recipients: [],
      overwrites: new Map(),
      botInside: true,
      archived: false,
      locked: false,
      messages: new Map(),
      ...made,
    };
    channels.set(channel.id, channel);
    if (channel.guildId) guilds.get(channel.guildId)?.channels.set(channel.id, channel);
    return channel;
  }

  /** The one direct-message channel of the bot and a person. */
  function directMessages(user: UserState): ChannelState {
    const channel = privateChannels.get(user) ?? addChannel({ name: '', type: ChannelType.DM, recipients: [user] });
    privateChannels.set(user, channel);
    return channel;
  }

  return { now, snowflake, bot, users, guilds, channels, interactions, addChannel, directMessages };
}
