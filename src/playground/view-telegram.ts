import type { ChatHandle } from '../loopback/telegram/index.ts';
import { visibleTo } from '../loopback/telegram/seen.ts';
import { telegramFileUrl } from './files.ts';
import type { Looking, TelegramMessage, View } from './protocol.ts';
import type { TelegramStage } from './scene.ts';
import { createUnread } from './unread.ts';

/** The latest of a place are shown. */
const most = 100;

type Posted = ReturnType<typeof visibleTo>[number];

/** Shows what a person sees of Telegram now, where they look. */
export function createTelegramView({ fake, person, chat, chatIds }: TelegramStage) {
  const unread = createUnread();

  return (looking: Looking): View['telegram'] => {
    const who = person(looking.person);
    const seenIn = (handle: ChatHandle | undefined): Posted[] => (handle ? visibleTo(handle.state, who.id) : []);
    const seenAt = (id: number) => seenIn(chat(looking.person, id));
    const newestAt = (id: number) =>
      BigInt(seenAt(id).findLast(({ message }) => message.from?.id !== who.id)?.sent ?? 0);
    const where = chat(looking.person, looking.telegram);
    unread.look(looking.person, String(looking.telegram), newestAt(looking.telegram));
    // The menu goes by the language of the app, which is the visitor's.
    const speaking = { ...who, language_code: looking.language };
    return {
      messages: seenAt(looking.telegram)
        .slice(-most)
        .map((post) => shown(post, who.id)),
      menu: where ? fake.menu(where, speaking).map(({ command, description }) => ({ command, description })) : [],
      unread: chatIds.filter((id) => unread.isNews(looking.person, String(id), newestAt(id))),
    };
  };
}

function shown({ message, byBot, receiver, isSilent, otherMarkup }: Posted, viewer: number): TelegramMessage {
  const asksReply = otherMarkup?.force_reply === true ? String(otherMarkup.input_field_placeholder ?? '') : undefined;
  const file = fileOf(message);
  return {
    raw: message as unknown as Record<string, unknown>,
    byBot,
    mine: !byBot && message.from?.id === viewer,
    ephemeral: receiver !== undefined,
    silent: isSilent === true,
    ...(asksReply !== undefined && { asksReply }),
    ...(file && { file }),
  };
}

/** What is attached: a picture in its largest size, or a document. */
function fileOf({ photo, document }: Posted['message']): TelegramMessage['file'] {
  const picture = (photo as { file_id: string }[] | undefined)?.at(-1);
  if (picture) return { name: 'picture.png', url: telegramFileUrl(picture.file_id), isPicture: true };
  const attached = document as { file_id: string; file_name: string } | undefined;
  return attached && { name: attached.file_name, url: telegramFileUrl(attached.file_id), isPicture: false };
}
