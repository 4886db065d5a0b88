import type { Answer, Call } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import type { Chat, Person } from '../../core/community.ts';
import { documentText, paragraph } from '../../core/document.ts';
import type { Self } from './asked.ts';
import type { Compose, Composed } from './compose.ts';
import { marks, packed, startPayload } from './keyboard.ts';
import type { LiveMessages } from './live-messages.ts';
import type { Occasion } from './occasions.ts';
import { refusalOf } from './refusals.ts';
import type { Sender } from './send.ts';
import { alert, remark, type Toast } from './toast.ts';

export interface PrivateWayParts {
  commands: readonly Command[];
  compose: Compose;
  sender: Sender;
  self: () => Self;
  live: LiveMessages;
  /** From now on the person works for that chat's community in private; asked only of its moderators. */
  workFor(person: Person, chat: Chat & { title: string }): Promise<void>;
}

/** How what others must not see comes to the asker of a group or channel: into their private chat, or as a way there. */
export function createPrivateWay({ commands, compose, sender, self, live, workFor }: PrivateWayParts) {
  /** What was chosen in the community's chat goes on in private in the same community. */
  async function takeAlong({ caller, shared }: Occasion): Promise<void> {
    if (shared && (await caller.role()) === 'moderator') await workFor(caller.person, shared);
  }

  /** Whether `write` could write to the person in private: it can't before they have pressed Start, or once they block us. */
  async function reaches(write: () => Promise<unknown>): Promise<boolean> {
    try {
      await write();
      return true;
    } catch (error) {
      if (refusalOf(error) === 'gone') return false;
      throw error;
    }
  }

  const linkWith = (payload: string | undefined): string =>
    `https://t.me/${self().username}${payload === undefined ? '' : `?start=${payload}`}`;

  /** A link to the private chat, which goes on with the call where the call is short enough for a link. */
  const linkTo = (call: Call): string => linkWith(startPayload(call, commands) ?? 'help');

  /** Says in the chat that it has gone on in private. */
  async function tellSent(occasion: Occasion): Promise<Toast> {
    const { t } = occasion.caller;
    if (occasion.pressed) return remark(t('private-sent'));
    await show(occasion, t('private-sent'), { text: t('private-open'), url: linkWith(undefined) });
    return {};
  }

  /** Opens the private chat for who has pressed; others are shown the way. */
  async function tellWay(occasion: Occasion, url: string): Promise<Toast> {
    const { t } = occasion.caller;
    if (occasion.pressed) return { url };
    await show(occasion, t('private-start'), { text: t('private-go-on'), url });
    return {};
  }

  /**
   * Somebody who writes in a chat's name: whoever then presses the button is a person who can be written to. A text too
   * long for a button is found again in the message that ours replies to.
   */
  async function offerButton(given: Occasion): Promise<Toast> {
    const { caller, call, repliedTo } = given;
    const bare = { command: call.command, args: {} };
    const whole = packed(call, commands, marks.goesPrivate);
    const data = whole ?? packed(bare, commands, marks.goesPrivate);
    const isAboutReply = whole === undefined && repliedTo !== undefined;
    const occasion = isAboutReply ? { ...given, alone: { ...given.alone, replyTo: { message_id: repliedTo } } } : given;
    const text = caller.t('private-go-on');
    await show(
      occasion,
      caller.t('private-button'),
      data === undefined ? { text, url: linkWith(undefined) } : { text, callback_data: data },
    );
    return {};
  }

  async function show(
    { caller, alone }: Occasion,
    said: string,
    button: { text: string } & ({ url: string } | { callback_data: string }),
  ): Promise<void> {
    await sender.send(alone, withKeyboard(compose({ document: [paragraph(said)] }, caller), [[button]]));
  }

  /** Sends a confidential answer where nobody else sees it. */
  async function send(answer: Answer, occasion: Occasion): Promise<Toast> {
    const { caller, call, user } = occasion;
    if (answer.failed && occasion.pressed) return alert(documentText(answer.document));
    const composed = compose(answer, caller, call.page);
    const files = answer.files ?? [];
    if (files.length === 0 && (await sender.sendAlone(occasion.alone, composed))) return {};
    if (!user) return await offerButton(occasion);
    await takeAlong(occasion);
    const isSent = await reaches(async () => {
      live.shown(await sender.send({ chatId: user.id }, composed), answer, occasion);
      await sender.sendFiles({ chatId: user.id }, files);
    });
    return isSent ? await tellSent(occasion) : await tellWay(occasion, linkTo(answer.call ?? call));
  }

  return { send, takeAlong, reaches, linkTo, linkWith, tellSent, tellWay, offerButton };
}

export type PrivateWay = ReturnType<typeof createPrivateWay>;

const withKeyboard = (message: Composed, inline_keyboard: NonNullable<Composed['keyboard']>['inline_keyboard']) => ({
  ...message,
  keyboard: { inline_keyboard },
});
