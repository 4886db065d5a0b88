import { expect } from 'vitest';
import type { FormValues } from '../../src/core/form.ts';
import type { GuildPlace } from '../../src/loopback/discord/index.ts';
import { discordFolk, type Folk } from './folk.ts';
import type { Newsroom } from './newsroom.ts';
import type { Story } from './story.ts';

/** What somebody types for an update by that title. */
export const typedUpdate = (title: string, more: FormValues = {}): FormValues => ({
  Title: title,
  Text: `The mediators say so: ${title.toLowerCase()}.`,
  Sources: 'https://example.org/talks | Talks to resume | Example Times | 2026-11-22',
  ...more,
});

/** Writes and publishes an update; it is sent when its undo window ends. */
export async function post(who: Folk, title: string, more: FormValues = {}): Promise<void> {
  await who.call('update post');
  expect(await who.fill(typedUpdate(title, more))).toContain('Preview');
  await who.press('✅ Publish');
}

/** The same by an operator in private: everybody has it. */
export async function postForAll(operator: Folk, title: string, more: FormValues = {}): Promise<void> {
  await operator.ask('update post');
  expect(await operator.fill(typedUpdate(title, more))).toContain('It comes from Shared knowledge.');
  await operator.press('✅ Publish');
}

/** Has somebody’s chat join the community of another’s. */
export async function joinTo(host: Folk, guest: Folk): Promise<void> {
  const code = /\/link ([A-Z0-9-]+)/u.exec(await host.call('link'))?.[1] ?? '';
  await guest.call('link', { code });
  await guest.press('Join');
}

/** A Discord server whose commands everybody may use, with one channel and its moderator Max. */
export function createServer({ discord }: Newsroom, story: Story, name = 'Peace watchers') {
  const guild = discord.guild({ name });
  guild.openCommands();
  const stewards = guild.role('Stewards', ['ManageGuild']);
  const channel = guild.channel('news');
  const moderator = (username: string, where: GuildPlace = channel) => {
    const folk = discordFolk(discord, where, username, story);
    guild.member(folk.one, { roles: [stewards] });
    return folk;
  };
  return { guild, stewards, channel, moderator, max: moderator('Max') };
}
