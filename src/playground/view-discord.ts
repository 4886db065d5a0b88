import type { SeenMessage } from '../loopback/discord/index.ts';
import { discordFileUrl } from './files.ts';
import type { DiscordMessage, Looking, View } from './protocol.ts';
import type { DiscordStage } from './scene.ts';
import { createUnread } from './unread.ts';

/** A flag of Discord's: the answer is still awaited. */
const loading = 1 << 7;
/** The latest of a place are shown. */
const most = 100;

/** Shows what a person sees of Discord now, where they look. */
export function createDiscordView({ fake, person, place, placeIds }: DiscordStage) {
  const unread = createUnread();

  return (looking: Looking): View['discord'] => {
    const who = person(looking.person);
    const seenAt = (id: string): SeenMessage[] => {
      const where = place(looking.person, id);
      return where ? who.sees(where) : [];
    };
    const newestAt = (id: string) => BigInt(seenAt(id).findLast(({ authorId }) => authorId !== who.id)?.id ?? 0);
    const where = place(looking.person, looking.discord);
    unread.look(looking.person, looking.discord, newestAt(looking.discord));
    return {
      messages: seenAt(looking.discord)
        .slice(-most)
        .map((message) => shown(message, fake.messageJson(message))),
      commands: where ? who.commandsIn(where) : [],
      unread: placeIds.filter((id) => unread.isNews(looking.person, id, newestAt(id))),
    };
  };
}

function shown({ state, ephemeral, edited }: SeenMessage, json: Record<string, unknown>): DiscordMessage {
  const used = usedCommand(state.interaction);
  return {
    raw: withOwnFiles(json, new Map(state.attachments.map(({ id, filename }) => [filename, id]))),
    ...(used && { used }),
    ephemeral,
    loading: (state.flags & loading) !== 0,
    edited,
  };
}

/** Discord's app says of the answer to a command who called which; of other answers it does not. */
function usedCommand(interaction: SeenMessage['state']['interaction']): DiscordMessage['used'] {
  if (interaction?.type !== 2) return undefined;
  const { name, type, options } = interaction.payload.data as CommandData;
  return {
    by: interaction.user.globalName,
    command: type === 1 ? ['/', [name, ...nested(options)].join(' ')].join('') : name,
  };
}

interface CommandData {
  name: string;
  type: number;
  options?: CommandData[];
}

/** The names of the group and subcommand that were called. */
const nested = (options: CommandData[] = []): string[] =>
  options.flatMap(({ name, type, options: inner }) => (type === 1 || type === 2 ? [name, ...nested(inner)] : []));

/** With the playground's own addresses for what is attached, wherever the message names it. */
function withOwnFiles<T>(json: T, files: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(json, (key, value: unknown) => {
    if (key === 'proxy_url') return undefined;
    if (key === 'attachments' && Array.isArray(value))
      return value.map((file: { id: string }) => ({ ...file, url: discordFileUrl(file.id) }));
    const name = key === 'url' && typeof value === 'string' ? /^attachment:\/\/(.+)$/u.exec(value)?.[1] : undefined;
    const id = name === undefined ? undefined : files.get(name);
    return id === undefined ? value : discordFileUrl(id);
  });
  return JSON.parse(text) as T;
}
