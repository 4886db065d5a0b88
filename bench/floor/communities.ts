import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kind, kinds, startBot } from './bots.ts';
import { openRemoteGround } from './remote-ground.ts';

/** What a Discord bot needs for communities in which nobody asks anything. */
export interface CommunitiesSeen {
  emptyMb: number;
  fullMb: number;
  /** Of all communities together, over none; objects and buffers, and the whole process. */
  heapKbEach: number;
  rssKbEach: number;
}

const settleMs = 5000;

/** Starts each kind of bot in no guild, then in that many, and compares what they use. */
export async function measureCommunities(communities: number): Promise<Record<Kind, CommunitiesSeen>> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-floor-'));
  const constant = join(folder, 'constant.json');
  writeFileSync(constant, '{}');
  const seen = {} as Record<Kind, CommunitiesSeen>;
  try {
    for (const kind of kinds) {
      const empty = await usageIn(kind, 0, constant);
      const full = await usageIn(kind, communities, constant);
      seen[kind] = {
        emptyMb: empty.rssMb,
        fullMb: full.rssMb,
        heapKbEach: ((full.heapMb - empty.heapMb) * 1000) / communities,
        rssKbEach: ((full.rssMb - empty.rssMb) * 1000) / communities,
      };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return seen;
}

/** Once the gateway has told of all guilds, and the bot has come to rest. */
async function usageIn(kind: Kind, communities: number, constant: string) {
  const ground = await openRemoteGround('discord');
  await ground.settle(communities);
  const bot = await startBot(kind, 'discord', ground, constant);
  try {
    for (let last = -1; ; ) {
      await sleep(settleMs);
      const now = await bot.cpuMs();
      // The bot rests once it hardly uses the CPU.
      if (last >= 0 && now - last < settleMs / 4) return await bot.memory();
      last = now;
    }
  } finally {
    await Promise.all([bot.stop(), ground.close()]);
  }
}
