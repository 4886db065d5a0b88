import type { Chat } from '../../../src/core/community.ts';
import type { Dialogues, KeptDialogue } from '../../../src/core/dialogues.ts';
import type { TelegramParts } from '../../../src/platforms/telegram/index.ts';

/** Dialogues kept as JSON, as a store keeps them. */
export function memoryDialogues(): Dialogues & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const keyOf = (chat: Chat, person: string) => `${chat.platform}:${chat.id}:${person}`;
  return {
    kept,
    async get(chat, person) {
      const found = kept.get(keyOf(chat, person));
      return found === undefined ? undefined : (JSON.parse(found) as KeptDialogue);
    },
    async put(dialogue) {
      const json = JSON.stringify(dialogue);
      if (Buffer.byteLength(json) > 65_536) throw new RangeError('A dialogue is too large to be kept.');
      kept.set(keyOf(dialogue.chat, dialogue.person), json);
    },
    async remove(chat, person) {
      kept.delete(keyOf(chat, person));
    },
  };
}

/** What a store would do, for a bot without one. */
export const withoutStore = (): Pick<TelegramParts, 'dialogues' | 'workFor' | 'chats'> => ({
  dialogues: memoryDialogues(),
  workFor: async () => {},
  chats: { onJoined: async () => {}, onRenamed: async () => {}, onMoved: async () => {} },
});
