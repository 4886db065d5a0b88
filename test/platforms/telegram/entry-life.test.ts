import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { chatEvents } from '../../../src/chat-events.ts';
import { createKnowledge } from '../../../src/core/knowledge.ts';
import { createParley } from '../../../src/parley.ts';
import { createFinder } from '../../../src/search/finder.ts';
import { texts } from '../../builders/dispatcher.ts';
import { smallKnowledge } from '../../builders/knowledge.ts';
import { testStore } from '../../builders/store.ts';
import { createBot } from './bot.ts';

/** Everything as it runs, over a database in memory, in a group with two moderators and a member. */
async function startParley() {
  const store = await testStore();
  const knowledge = createKnowledge(smallKnowledge());
  const base = { knowledge, finder: createFinder(knowledge), updates: [] };
  const now = () => Date.parse('2026-03-01T12:00:00Z');
  const parley = createParley({
    store,
    library: { current: () => base, reload: async () => [] },
    texts,
    log: pino({ level: 'silent' }),
    operators: [],
    now,
    version: '0',
    homepage: undefined,
  });
  const chats = chatEvents(store, parley.registry, now);
  const { dispatcher, reception } = parley;
  const parts = { dispatcher, reception, dialogues: store.dialogues, workFor: chats.workFor, chats, now };
  const { bot, telegram } = await createBot({ parts });
  parley.deliverers.set('telegram', bot);
  await bot.start();
  const [mod, other, ann] = ['Mod', 'Other', 'Ann'].map((first_name) =>
    telegram.user({ first_name, language_code: 'en' }),
  ) as [User, User, User];
  const group = telegram.supergroup({ title: 'Talks', members: [ann], admins: [mod, other] });
  return { store, telegram, group, mod, other, ann };
}
type User = ReturnType<Awaited<ReturnType<typeof createBot>>['telegram']['user']>;

describe('one entry’s life on Telegram', () => {
  it('is written from a message, approved by another, found, corrected and restored', async () => {
    const { telegram, group, mod, other, ann } = await startParley();
    const chat = telegram.privateChat(mod);
    expect((await group.say(mod, '/settings approvals 1')).isEphemeral).toBe(true);

    const asked = group.post(ann, 'When was the Black Sea corridor opened?');
    const told = await group.say(mod, '/entry add', { replyTo: asked.message });
    expect(told.text).toBe('I have written to you in private.');
    expect((await chat.hear()).text).toContain('For Talks.');
    expect((await chat.hear()).text).toContain('question 1 of 5');
    await chat.say(mod, 'keep');
    const sources = await chat.say(mod, 'In July 2022, in Istanbul.', {
      entities: [{ type: 'bold', offset: 17, length: 8 }],
    });
    expect(sources.text).toContain('Sources');
    await chat.say(mod, 'lavrov-speech');
    expect((await chat.say(mod, 'someday')).text).toContain('⚠');
    await chat.say(mod, '2022-07-22');
    const preview = await chat.say(mod, 'done');
    expect(preview.text).toContain('In July 2022, in Istanbul.');
    const sent = await preview.press(mod, /Send for review/u);
    expect(sent).toMatchObject({ text: expect.stringContaining('waits for another moderator now') });
    expect(sent.message.message_id).toBe(preview.message.message_id);

    const approve = async () => {
      const shown = await (await group.say(other, '/review')).press(other, '1');
      expect(shown.isEphemeral).toBe(true);
      return await shown.press(other, /Approve/u);
    };
    expect((await approve()).text).toContain('is published. Members find it now.');
    await telegram.settled();
    expect(chat.botMessages.at(-1)?.text).toContain('was approved and published in Talks.');
    const found = await group.say(ann, '/faq black sea corridor');
    expect(found).toMatchObject({ isEphemeral: false, text: expect.stringContaining('in Istanbul.') });

    await group.say(mod, '/entry edit black sea corridor');
    await telegram.settled();
    for (const text of ['keep', 'In July 2022.', 'keep', 'keep']) await chat.say(mod, text);
    await (await chat.say(mod, 'done')).press(mod, /Send for review/u);
    await approve();
    expect((await group.say(ann, '/faq black sea corridor')).text).not.toContain('Istanbul');

    const older = await (await group.say(mod, '/history black sea corridor')).press(mod, '2');
    await older.press(mod, /Restore revision 1/u);
    await approve();
    expect((await group.say(ann, '/faq black sea corridor')).text).toContain('Istanbul');
    const seenByMembers = group.messages.map(({ text }) => text).join();
    for (const secret of ['Preview', 'For review', 'History']) expect(seenByMembers).not.toContain(secret);
  });

  it('a member’s report is written in replies in the group, and reaches the moderators', async () => {
    const { telegram, group, mod, ann } = await startParley();
    telegram.privateChat(ann);
    const found = await group.say(ann, '/faq nato-membership');
    const asked = await found.press(ann, /Report/u);
    expect(asked.text).toMatch(/^Ann\n/u);
    const thanks = await group.say(ann, 'It has been agreed since.', { replyTo: asked });
    expect(thanks.isEphemeral).toBe(true);
    const open = await (await (await group.say(mod, '/review')).press(mod, 'Reports: 1')).press(mod, '1');
    expect(open).toMatchObject({ isEphemeral: true, text: expect.stringContaining('It has been agreed since.') });
  });
});
