import { describe, expect, it } from 'vitest';
import { startEditing } from '../platforms/telegram/editing.ts';

describe('a reader of a channel', () => {
  it.each(['>tell', '>faq_nato-membership', '>about', '>help'])(
    'cannot have the bot post there with a forged %s',
    async (data) => {
      const { telegram, ann } = await startEditing();
      const channel = telegram.channel({ title: 'News', members: [ann] });
      await channel.say(undefined, '/topics');
      const board = channel.state.posted.at(-1);
      if (!board) throw new Error('Nothing stands in the channel.');
      board.message.reply_markup = { inline_keyboard: [[{ text: 'forged', callback_data: data }]] };
      board.richButtons = [];
      const before = channel.botMessages.length;
      await channel.botMessages.at(-1)?.press(ann, 'forged');
      await telegram.settled();
      expect(channel.botMessages).toHaveLength(before);
    },
  );

  it.each(['group', 'channel'] as const)('cannot put another answer in the place of one in a %s', async (kind) => {
    const { telegram, ann } = await startEditing();
    const place = telegram[kind]({ title: 'News', members: [ann] });
    const shown = await place.say(kind === 'channel' ? undefined : ann, '/topics');
    telegram.push({
      callback_query: {
        id: '1',
        from: ann,
        chat_instance: '1',
        data: 'en:faq-1_nato-membership',
        message: structuredClone(shown.message),
      },
    });
    await telegram.settled();
    expect(shown.now().text).toBe(shown.text);
  });
});
