import type { Answer } from '../../core/answer.ts';
import { documentText } from '../../core/document.ts';
import type { Compose } from './compose.ts';
import type { LiveMessages } from './live-messages.ts';
import type { Occasion } from './occasions.ts';
import type { PrivateWay } from './private-way.ts';
import type { Sender } from './send.ts';
import { alert, type Toast } from './toast.ts';

/** Says an answer where it belongs; the toast is for whoever pressed. */
export type Respond = (answer: Answer, occasion: Occasion) => Promise<Toast>;

export interface ResponderParts {
  compose: Compose;
  sender: Sender;
  privateWay: PrivateWay;
  live: LiveMessages;
  /** Begins to ask what a form asks. */
  startForm: Respond;
}

export function createResponder({ compose, sender, privateWay, live, startForm }: ResponderParts): Respond {
  return async (answer, occasion) => {
    const { caller, call, chat, pressed, replaces } = occasion;
    if (pressed && answer.failed) return alert(documentText(answer.document));
    if (answer.form) return await startForm(answer, occasion);
    if (answer.confidential && chat.type !== 'private') return await privateWay.send(answer, occasion);

    const composed = compose(answer, caller, call.page);
    const isReplaced =
      pressed?.ephemeral_message_id === undefined && (replaces === 'any' || (replaces && answer.confidential));
    // Telegram makes no photo of a text, nor a text of a photo.
    const isPhoto = composed.photo !== undefined || pressed?.photo !== undefined;
    if (pressed && isReplaced && !isPhoto) {
      live.leave(pressed);
      const target = { chat_id: chat.id, message_id: pressed.message_id };
      if (await sender.edit(target, composed, pressed.rich_message !== undefined)) {
        live.shown(pressed, answer, occasion);
        return {};
      }
    }
    const keepsPrivate = caller.place === 'shared' && caller.community.settings.answers === 'private';
    const to = answer.private || keepsPrivate ? occasion.alone : occasion.open;
    live.shown(await sender.send(to, composed), answer, occasion);
    await sender.sendFiles(to, answer.files ?? []);
    return {};
  };
}
