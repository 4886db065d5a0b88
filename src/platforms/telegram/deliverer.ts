import type { Deliverer } from '../../core/messenger.ts';
import type { Compose } from './compose.ts';
import { refusalOf } from './refusals.ts';
import type { Sender } from './send.ts';

/** Says what nobody asked for just then. Who acts in a chat's name can't be written to alone: that would be read by all. */
export function createDeliverer(sender: Sender, compose: Compose): Deliverer {
  return {
    async deliver(to, answer, reader) {
      const chatId = Number('person' in to ? to.person : to.chat);
      if (!Number.isSafeInteger(chatId) || chatId === 0) return false;
      if ('person' in to && chatId < 0) return false;
      if ('chat' in to && chatId > 0) return false;
      try {
        await sender.send({ chatId }, compose(answer, reader));
        await sender.sendFiles({ chatId }, answer.files ?? []);
        return true;
      } catch (error) {
        if (refusalOf(error) === 'gone') return false;
        throw error;
      }
    },
  };
}
