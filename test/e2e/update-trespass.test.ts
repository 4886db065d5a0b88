import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Heard, Person, Place } from '../../src/loopback/discord/index.ts';
import type { ChatHandle } from '../../src/loopback/telegram/index.ts';
import { telegramFolk } from './folk.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { createServer, joinTo, typedUpdate } from './posting.ts';
import { createStory } from './story.ts';

const story = createStory('Trespassers');
const secret = 'SECRET';
const refused =
  /moderators can do that|There is no such (subscription that you may change|draft here any more)|was taken back already|There are none/u;

/** Everything that is kept of updates, drafts and subscriptions. */
function kept({ store }: Newsroom): string {
  const db = new SqliteDatabase('file' in store ? store.file : '', { readonly: true });
  const tables = ['updates', 'update_revisions', 'drafts', 'subscriptions', 'deliveries'];
  const rows = tables.map((table) => db.prepare(`select * from ${table}`).all());
  db.close();
  return JSON.stringify(rows);
}

/** What somebody is told when they press buttons of their own making. */
async function forgedOnDiscord(who: Person, place: Place, ids: readonly string[], pause: () => void) {
  const said: string[] = [];
  const board = await who.slash(place, '/topics');
  for (const id of ids) {
    pause();
    const body = board.message?.state.body;
    if (body) body.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'forged', custom_id: id }] }];
    const heard = await who.press(board, 'forged');
    said.push(heard.modal ? `a form: ${heard.modal.title}` : heard.text);
  }
  return said;
}

async function forgedOnTelegram(
  { user }: ReturnType<typeof telegramFolk>,
  chat: ChatHandle,
  ids: readonly string[],
  pause: () => void,
) {
  const said: string[] = [];
  const { message } = await chat.say(user, '/topics');
  for (const id of ids) {
    pause();
    const post = chat.state.byId.get(message.message_id);
    if (post) post.message.reply_markup = { inline_keyboard: [[{ text: 'forged', callback_data: id }]] };
    const pressed = await chat.messages
      .find((one) => one.message.message_id === message.message_id)
      ?.press(user, 'forged');
    said.push(pressed?.toast.text || pressed?.text || '');
  }
  return said;
}

const idsOf = ({ buttons }: Heard): string[] => buttons.flatMap(({ customId }) => customId ?? []);

describe('who has no right to it', () => {
  it('sees, changes, sends and takes back nothing of a community’s updates', { timeout: 90_000 }, async () => {
    const room = await createNewsroom();
    const { discord, telegram, clock } = room;
    const { guild, channel, max, moderator } = createServer(room, story);
    const other = createServer(room, story, 'Elsewhere');
    const group = telegram.supergroup({ title: 'Talks', isBotAdmin: true });
    const olha = telegramFolk(telegram, group, 'Olha', story, true);
    const petro = telegramFolk(telegram, group, 'Petro', story, false);
    const elsewhere = telegram.supergroup({ title: 'Elsewhere' });
    const zoya = telegramFolk(telegram, elsewhere, 'Zoya', story, true);
    const nora = moderator('Nora');
    await room.start();
    await joinTo(max, olha);
    await max.call('settings', { setting: 'undo', value: '600' });
    await olha.call('subscribe');

    const preview = async (who: Person, title: string) =>
      await who.submit(await who.slash(channel, '/update post'), typedUpdate(title));
    const card = await max.one.slash(channel, '/subscribe');
    const draft = await preview(max.one, `${secret} one`);
    const pending = await max.one.press(await preview(max.one, `${secret} two`), '✅ Publish');
    const ids = [card, draft, pending].flatMap(idsOf);
    expect(ids.length).toBeGreaterThan(12);
    const own = await preview(nora.one, `${secret} three`);
    const open = await nora.one.slash(channel, '/update post');
    guild.member(nora.one, { roles: [] });
    group.changeMember(olha.user, 'member');
    await telegram.settled();
    const before = kept(room);

    const pause = () => clock.pass(5000);
    const said = [
      await forgedOnDiscord(discord.user({ username: 'eve' }), channel, ids, pause),
      await forgedOnDiscord(other.max.one, other.channel, ids, pause),
      await forgedOnDiscord(nora.one, channel, ids, pause),
      await forgedOnTelegram(petro, group, ids, pause),
      await forgedOnTelegram(zoya, elsewhere, ids, pause),
      await forgedOnTelegram(olha, group, ids, pause),
      [(await nora.one.press(own, '✅ Publish')).text, (await nora.one.submit(open, typedUpdate(secret))).text],
    ].flat();
    expect(said.filter((text) => !refused.test(text))).toEqual([]);
    expect(said.join()).not.toContain(secret);
    expect(kept(room)).toBe(before);

    expect((await max.one.press(pending, '↩ Undo')).text).toContain('Preview');
    expect(room.errors()).toEqual([]);
  });

  it('subscribes no place that is not theirs, from wherever they try', { timeout: 60_000 }, async () => {
    const room = await createNewsroom();
    const { telegram } = room;
    const { guild, channel, max } = createServer(room, story);
    const other = createServer(room, story, 'Elsewhere');
    const group = telegram.supergroup({ title: 'Talks', username: 'peace_talks' });
    const petro = telegramFolk(telegram, group, 'Petro', story, false);
    const elsewhere = telegram.supergroup({ title: 'Elsewhere' });
    const zoya = telegramFolk(telegram, elsewhere, 'Zoya', story, true);
    const eve = room.discord.user({ username: 'eve' });
    await room.start();
    const foreign = 'That is in none of this community’s chats that you moderate.';
    const notYours = 'What is sent here is chosen by the moderators of this chat.';
    const before = kept(room);
    expect((await eve.slash(channel, '/subscribe')).text).toBe(notYours);
    for (const where of [channel.mention, channel.id, `https://discord.com/channels/${guild.id}/${channel.id}`])
      expect((await other.max.one.slash(other.channel, '/subscribe', { where })).text).toContain(foreign);
    expect(await petro.call('subscribe')).toBe(notYours);
    for (const where of ['@peace_talks', String(group.id), 'https://t.me/peace_talks'])
      expect(await zoya.call('subscribe', { where })).toContain(foreign);
    expect(kept(room)).toBe(before);

    await max.call('subscribe');
    expect((await eve.slash(channel, '/unsubscribe')).text).toBe(notYours);
    expect((await other.max.one.slash(other.channel, '/unsubscribe', { where: channel.mention })).text).toContain(
      'No updates are sent there.',
    );
    expect((await other.max.one.slash(other.channel, '/subscriptions')).text).toContain('There are none');
    expect(room.errors()).toEqual([]);
  });
});
