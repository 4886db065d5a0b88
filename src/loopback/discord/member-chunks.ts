import type { SessionState } from './gateway-sessions.ts';
import type { Json } from './payloads.ts';
import { shardOf } from './snowflakes.ts';
import { memberJson } from './wire.ts';
import type { World } from './world.ts';

/** `d` of a Request Guild Members (op 8), as far as it is answered here: people by their ids. */
export interface RequestMembers {
  guild_id?: string;
  user_ids?: string | string[];
  nonce?: string;
}

/**
 * What is told of the members that are asked for by id, for which no intent is needed
 * (discord.com/developers/docs/events/gateway-events#request-guild-members).
 */
export function membersChunk(world: World, session: SessionState, asked: RequestMembers): Json | undefined {
  const [id, count] = session.shard;
  const guild = world.guilds.get(asked.guild_id ?? '');
  if (!guild?.botInside || shardOf(guild.id, count) !== id) return undefined;
  const ids = [asked.user_ids ?? []].flat();
  const members = ids.flatMap((one) => guild.members.get(one) ?? []);
  return {
    guild_id: guild.id,
    members: members.map(memberJson),
    not_found: ids.filter((one) => !guild.members.has(one)),
    chunk_index: 0,
    chunk_count: 1,
    ...(asked.nonce !== undefined && { nonce: asked.nonce }),
  };
}
