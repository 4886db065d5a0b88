const discordEpoch = 1_420_070_400_000n;

/** Makes ids that carry the time and never repeat (discord.com/developers/docs/reference#snowflakes). */
export function createSnowflakes(now: () => number): () => string {
  let count = 0n;
  return () => {
    count += 1n;
    return (((BigInt(Math.floor(now())) - discordEpoch) << 22n) | (count & 0x3fffffn)).toString();
  };
}

/** The shard that receives a guild's events; direct messages go to shard 0. */
export function shardOf(guildId: string | undefined, shards: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}
