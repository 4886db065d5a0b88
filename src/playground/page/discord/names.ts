import type { DiscordMessage, Scene } from '../../protocol.ts';
import { rawOf } from './message.ts';
import { shownName } from './payloads.ts';

/** What mentions in a text are called here. */
export interface Names {
  user: (id: string) => string | undefined;
  channel: (id: string) => string | undefined;
  locale: string;
  nowMs: number;
}

/** The names that a client knows: of the channels, and of whoever wrote or is mentioned in these messages. */
export function namesIn(
  messages: readonly DiscordMessage[],
  { discord }: Scene,
  { locale, nowMs }: Pick<Names, 'locale' | 'nowMs'>,
): Names {
  const users = messages.flatMap((one) => [rawOf(one).author, ...(rawOf(one).mentions ?? [])]);
  const byId = new Map(users.map((user) => [user.id, shownName(user)]));
  const channels = discord.guilds.flatMap((guild) => guild.channels);
  return {
    user: (id) => byId.get(id),
    channel: (id) => channels.find((channel) => channel.id === id)?.name,
    locale,
    nowMs,
  };
}
