import type { APIInteraction, BaseInteraction } from 'discord.js';

/** What Discord calls the place of an interaction; empty where it has no name. */
export interface Told {
  guild: string;
  channel: string;
}

/** Of each interaction, as long as discord.js' own object of it lives, which holds no names. */
const told = new WeakMap<BaseInteraction, Told>();

/** Remembers the names for an interaction that has just been read from `data`. */
export function tell(interaction: BaseInteraction, { channel }: APIInteraction, guild: string): void {
  const name: unknown = channel && 'name' in channel ? channel.name : '';
  told.set(interaction, { guild, channel: typeof name === 'string' ? name : '' });
}

export const toldOf = (interaction: BaseInteraction): Told => told.get(interaction) ?? { guild: '', channel: '' };
