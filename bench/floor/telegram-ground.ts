import { createTelegramFake } from '../../src/loopback/telegram/index.ts';
import { type Body, type Ground, people } from './ground.ts';

/** A Telegram where people write `/faq` to the bot in private, by turns. */
export async function telegramGround(): Promise<Ground> {
  const telegram = await createTelegramFake({ lean: true });
  const chats: { id: number }[] = [];
  const waiting = new Map<number, (body: Body) => void>();
  /** Those that the bot has not fetched yet, oldest first. */
  let unfetched: { index: number; onAsked: () => void }[] = [];
  telegram.disrupt(({ method, chat, payload }) => {
    if (!method.startsWith('send') || chat === undefined) return undefined;
    waiting.get(chat)?.(payload);
    waiting.delete(chat);
    return undefined;
  });
  telegram.watch(() => {
    if (unfetched.length === 0) return;
    const fetched = unfetched.findIndex(({ index }) => telegram.updates[index]?.state === 'waiting');
    const gone = fetched === -1 ? unfetched : unfetched.slice(0, fetched);
    if (gone.length === 0) return;
    unfetched = unfetched.slice(gone.length);
    for (const { onAsked } of gone) onAsked();
  });
  return {
    connection: { token: telegram.token, apiUrl: telegram.apiRoot },
    connected: () =>
      new Promise((resolve) => {
        const before = telegram.callsOf('getUpdates').at(-1);
        const stop = telegram.watch(() => {
          const last = telegram.callsOf('getUpdates').at(-1);
          // The last poll of a bot that stops only confirms.
          if (last === before || last === undefined) return;
          stop();
          resolve(Date.now());
        });
      }),
    populate(commands) {
      for (let i = 0; i < Math.min(people, commands); i++) {
        const user = telegram.user({ first_name: `Person ${i}`, language_code: 'en' });
        telegram.privateChat(user);
        chats.push(user);
      }
    },
    ask(i, question, onAsked, onAnswer) {
      const from = chats[i % chats.length];
      if (!from) throw new Error('There is nobody to ask.');
      waiting.set(from.id, onAnswer);
      unfetched.push({ index: telegram.updates.length, onAsked });
      telegram.push({
        message: {
          message_id: 1_000_000 + i,
          date: Math.floor(Date.now() / 1000),
          from,
          chat: { id: from.id, type: 'private', first_name: `Person ${i % people}` },
          text: `/faq ${question}`,
          entities: [{ type: 'bot_command', offset: 0, length: 4 }],
        },
      });
    },
    close: telegram.close,
  };
}
