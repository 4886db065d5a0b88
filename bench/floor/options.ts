import { parseArgs } from 'node:util';

export const usage = `usage: npm run bench:floor [-- options]
  compares Parley with bare discord.js and grammY bots that send a constant, on a fake of each platform
    --platform discord|telegram
    --commands 100000    answered by each bot until its memory is taken again
    --rounds 7           in which the two take turns
    --batch 1000         commands of a round
    --burst 1000         commands at once
    --starts 5           of each bot
    --idle-seconds 12    until the memory of an idle bot is taken: what a start has used is given back by then
  or, with --communities 100000, puts a Discord bot of each kind into that many small guilds
  --json                 one line for each measurement`;

export const chatPlatforms = ['discord', 'telegram'] as const;
export type ChatPlatform = (typeof chatPlatforms)[number];

/** How much is measured. */
export interface Extent {
  commands: number;
  rounds: number;
  batch: number;
  burst: number;
  starts: number;
  idleSeconds: number;
}

export type Asked = { json: boolean } & (
  | { bench: 'floor'; platforms: readonly ChatPlatform[]; extent: Extent }
  | { bench: 'communities'; communities: number }
);

/** What is to be measured. Throws an Error for options that are none. */
export function readOptions(argv: readonly string[]): Asked {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      platform: text,
      commands: text,
      rounds: text,
      batch: text,
      burst: text,
      starts: text,
      'idle-seconds': text,
      communities: text,
      json: { type: 'boolean', default: false },
    },
  });
  const { json, communities, ...others } = values;
  if (communities !== undefined) {
    const [other] = Object.keys(others);
    if (other !== undefined) throw new Error(`--${other} is not for --communities`);
    return { json, bench: 'communities', communities: whole('communities', communities, 1) };
  }
  const extent = {
    commands: whole('commands', values.commands ?? '100000', 1),
    rounds: whole('rounds', values.rounds ?? '7', 1),
    batch: whole('batch', values.batch ?? '1000', 1),
    burst: whole('burst', values.burst ?? '1000', 1),
    starts: whole('starts', values.starts ?? '5', 1),
    idleSeconds: whole('idle-seconds', values['idle-seconds'] ?? '12', 0),
  };
  const { platform } = values;
  const platforms = chatPlatforms.filter((one) => platform === undefined || one === platform);
  if (platforms.length === 0) throw new Error(`--platform takes ${chatPlatforms.join(' or ')}`);
  return { json, bench: 'floor', platforms, extent };
}

function whole(name: string, value: string, least: number): number {
  if (!/^\d{1,7}$/u.test(value) || Number(value) < least) throw new Error(`--${name} takes a whole number`);
  return Number(value);
}
