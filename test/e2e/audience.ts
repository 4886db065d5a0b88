import { discordFolk, telegramFolk } from './folk.ts';
import type { Newsroom } from './newsroom.ts';
import { discordPlace, type Place, telegramPlace } from './places.ts';
import { joinTo } from './posting.ts';
import type { Story } from './story.ts';

/** A community’s moderators on both platforms and one of its members, the operator, and moderators elsewhere. */
export interface People {
  max: ReturnType<typeof discordFolk>;
  olha: ReturnType<typeof telegramFolk>;
  eve: ReturnType<typeof discordFolk>;
  petro: ReturnType<typeof telegramFolk>;
  orest: ReturnType<typeof telegramFolk>;
  bo: ReturnType<typeof discordFolk>;
  /** Somebody who has subscribed to nothing. */
  ivan: ReturnType<typeof discordFolk>;
}

/**
 * A Discord server and Telegram chats with everything that updates can be sent to, another server, and everybody's private
 * chats. The program has yet to be started.
 */
export function createAudience({ discord, telegram, appoint }: Newsroom, story: Story) {
  const home = discord.guild({ name: 'Peace watchers' });
  const elsewhere = discord.guild({ name: 'Elsewhere' });
  for (const guild of [home, elsewhere]) guild.openCommands();
  const stewards = home.role('Stewards', ['ManageGuild']);
  const news = home.channel('news');
  const announcements = home.announcement('announcements');
  const thread = home.channel('general').thread('peace talks');
  const other = elsewhere.channel('general');
  const forum = telegram.supergroup({ title: 'Talks', isForum: true });
  const topic = forum.addTopic('News');

  const max = discordFolk(discord, news, 'Max', story);
  home.member(max.one, { roles: [stewards] });
  const bo = discordFolk(discord, other, 'Bo', story);
  elsewhere.member(bo.one, { permissions: ['ManageGuild'] });
  const olha = telegramFolk(telegram, forum, 'Olha', story, true, { topic });
  const family = telegram.group({ title: 'Family', admins: [olha.user] });
  const channel = telegram.channel({ title: 'Peace news', admins: [olha.user] });
  const people: People = {
    max,
    bo,
    olha,
    ivan: discordFolk(discord, other, 'Ivan', story),
    eve: discordFolk(discord, news, 'Eve', story),
    petro: telegramFolk(telegram, forum, 'Petro', story, false),
    orest: telegramFolk(telegram, telegram.group({ title: 'Operators' }), 'Orest', story, false),
  };
  appoint('telegram', people.orest.user);
  const inFamily = telegramFolk(telegram, family, 'Olha', story, true, { user: olha.user });

  const discordIs = (name: string, place: Parameters<typeof discordPlace>[2]) => discordPlace({ discord }, name, place);
  const places = {
    news: discordIs('#news on Discord', news),
    announcements: discordIs('#announcements on Discord', announcements),
    thread: discordIs('a thread on Discord', thread),
    eve: discordIs('to Eve, in private on Discord', discord.dm(people.eve.one)),
    topic: telegramPlace('a topic on Telegram', forum, topic),
    family: telegramPlace('a group on Telegram', family),
    channel: telegramPlace('a channel on Telegram', channel),
    petro: telegramPlace('to Petro, in private on Telegram', people.petro.chat),
    elsewhere: discordIs('another server', other),
  };

  return {
    people,
    places,
    all: Object.values(places) as Place[],
    home,
    stewards,
    chats: { news, announcements, thread, forum, family, channel, other },

    /** Each moderator subscribes their places, each member their private chat; in several languages unless told. */
    async subscribe(uk = 'uk', ru = 'ru'): Promise<void> {
      await max.call('subscribe');
      await max.call('subscribe', { where: announcements.mention, crosspost: 'on' });
      await max.call('subscribe', { where: thread.mention, language: uk });
      await people.eve.ask('subscribe');
      await bo.call('subscribe');
      await olha.call('subscribe', { line: uk });
      await inFamily.call('subscribe', { line: ru });
      channel.post(undefined, `/subscribe ${ru}`);
      await telegram.until('an answer in the channel', () => channel.botMessages[0]);
      await people.petro.ask('subscribe', { line: uk });
      for (const place of Object.values(places)) place.clear();
    },

    /** Makes one community of the server, the forum and the group. */
    async link(): Promise<void> {
      for (const folk of [olha, inFamily]) await joinTo(max, folk);
    },
  };
}
