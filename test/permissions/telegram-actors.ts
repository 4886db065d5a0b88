import type { User } from 'grammy/types';
import { packCall, telegramDataLimit } from '../../src/core/call-codec.ts';
import type { Command } from '../../src/core/command.ts';
import { type ChatHandle, createTelegramFake, type StoredMessage } from '../../src/loopback/telegram/index.ts';
import { plainBlocks } from '../../src/loopback/telegram/rich-blocks.ts';
import { packAction } from '../../src/platforms/telegram/dialogue/actions.ts';
import type { DialogueState } from '../../src/platforms/telegram/dialogue/state.ts';
import { startPayload } from '../../src/platforms/telegram/keyboard.ts';
import type { Deed, Things } from './deeds.ts';
import type { Actor, Said, Town, Way } from './town.ts';

interface Standing {
  /** Who presses; nobody where all they can do is write. */
  user: User | undefined;
  handle: ChatHandle;
  /** How they write. */
  options?: { anonymous?: boolean; asChannel?: ChatHandle['chat'] };
  /** What stands before the data of a button: channels take only those that go on in private. */
  mark?: string;
  /** Where the things are that they act on: the group, unless told. */
  about?: ChatHandle;
}

/** A group, another one and a channel, and everybody of the table who is on Telegram. */
export async function telegramActors(town: Town, commands: readonly Command[]) {
  const telegram = await createTelegramFake();
  const user = (first_name: string, more: Partial<User> = {}) =>
    telegram.user({ first_name, language_code: 'en', ...more });
  const [member, stranger, moderator, operator, anonymous] = ['Mia', 'Eli', 'Max', 'Op', 'Ann'].map((name) =>
    user(name),
  ) as Five;
  const [wasModerator, inPrivate, alone, editor, bot] = [
    user('Pia'),
    user('Ron'),
    user('Ora'),
    user('Ed'),
    user('Robo', { is_bot: true }),
  ];
  const home = telegram.supergroup({
    title: 'Talks',
    members: [member, operator, stranger, wasModerator, bot],
    admins: [moderator, inPrivate],
  });
  home.setMember(anonymous, 'administrator', { isAnonymous: true });
  const elsewhere = telegram.supergroup({ title: 'Elsewhere', admins: [stranger] });
  const channel = telegram.channel({ title: 'News', admins: [editor], members: [member] });
  const foreign = telegram.channel({ title: 'Foreign news' });

  const chatOf = ({ id, state }: ChatHandle) => ({ platform: 'telegram', id: String(id), title: state.title }) as const;
  const communityId = await town.settle(chatOf(home));
  await town.settle(chatOf(channel));
  await town.settle(chatOf(elsewhere));
  await town.settle(undefined);
  for (const one of [wasModerator, inPrivate])
    await town.store.people.choose({ platform: 'telegram', id: String(one.id) }, { worksFor: communityId });
  const program = town.boot({
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    OPERATORS: `telegram:${operator.id}, telegram:${alone.id}`,
  });
  await program.logged('Telegram is ready');
  const people = [member, stranger, moderator, operator, anonymous, editor, wasModerator, inPrivate, alone];
  const chats = [home, elsewhere, channel, ...people.map((one) => telegram.privateChat(one))];
  for (const one of people) await telegram.privateChat(one).say(one, 'nato');
  home.post(member, 'When does the ferry leave');
  channel.post(undefined, 'When does the ferry leave');
  for (const one of people.slice(0, 5)) await home.say(one, '/about');
  await channel.say(undefined, '/about');
  await telegram.settled();

  /** What everybody in the groups and channels has seen, as far as it was taken down. */
  const shown: string[] = [];
  /** Keeps what the fake looks through at every step short. */
  function tidy(): void {
    (telegram.calls as unknown[]).length = 0;
    (telegram.updates as unknown[]).length = 0;
    for (const chat of chats) {
      const { posted } = chat.state;
      if (chat.chat.type !== 'private') shown.push(...posted.filter(isPublic).map(({ message }) => textOf(message)));
      const asked = posted.find(({ byBot, message: { text } }) => !byBot && text && !text.startsWith('/'));
      const last = posted.findLast(isPublic);
      posted.splice(0, posted.length, ...[asked, last].filter((one) => one !== undefined));
    }
  }

  function actor({ user: who, handle, options = {}, mark = '', about = home }: Standing): Actor {
    const isReader = handle.chat.type === 'channel' && who === member;
    const { id, first_name: name } = who ?? { id: foreign.id, first_name: 'Foreign news' };
    const person = { platform: 'telegram', id: String(id), name } as const;

    /** What the bot says anywhere because of that. */
    async function hear(act: () => void): Promise<Said> {
      tidy();
      const fresh = freshIn(chats);
      act();
      await telegram.settled();
      return { texts: fresh(), isLed: false };
    }

    async function press(data: string, where: ChatHandle = handle): Promise<Said> {
      tidy();
      const seen = where.botMessages.at(-1);
      const post = where.state.posted.find(({ message }) => message.message_id === seen?.message.message_id);
      if (!post || !seen || !who) throw new Error('There is no message to forge a button on.');
      post.message.reply_markup = { inline_keyboard: [[{ text: 'forged', callback_data: data }]] };
      post.richButtons = [];
      const fresh = freshIn(chats);
      const { toast, isChanged } = await seen.press(who, 'forged');
      return { texts: [toast.text, ...fresh()].filter(Boolean), isLed: toast.url !== undefined || isChanged };
    }

    /** A form that was opened while there was the right to it, every question answered. */
    function sending(deed: Deed, things: Things): Omit<Way, 'name'> {
      if (!who || !deed.opens || !deed.values) throw new Error('There is no form to send.');
      const isHere = deed.opens(things).command === 'report' && handle.chat.type !== 'channel';
      const where = isHere ? handle : telegram.privateChat(who);
      const isKeptFrom = who === wasModerator ? chatOf(home) : undefined;
      const { command, args } = deed.opens(things);
      const fields = Object.keys(deed.values);
      const state: DialogueState = {
        id: 'f0f0f0f0',
        call: { command, args },
        title: 'A form',
        community: things.community,
        about: handle.chat.type === 'private' ? isKeptFrom : chatOf(handle),
        fields,
        values: deed.values,
        isTouched: true,
        step: fields.length,
        prompt: { messageId: where.botMessages.at(-1)?.message.message_id ?? 0, hasButtons: true },
        answered: 0,
      };
      const data = packAction({ owner: who.id, dialogue: state.id, step: state.step, action: { kind: 'send' } });
      const seat = { chat: { platform: 'telegram', id: String(where.id) } as const, person: String(who.id) };
      return {
        prepare: () => town.store.dialogues.put({ ...seat, state, changedAt: Date.now() }),
        attempt: () => press(data, where),
        clear: () => town.store.dialogues.remove(seat.chat, seat.person),
      };
    }

    function ways(deed: Deed, things: Things): Way[] {
      const call = deed.call(things);
      const command = commands.find(({ name }) => name === call.command) as Command;
      const writes = (text: string, more: object = {}) =>
        hear(() => handle.post(handle.chat.type === 'channel' ? undefined : who, text, { ...options, ...more }));
      if (deed.suggests) return [];
      if (deed.onMessage) {
        if (isReader) return [];
        const asked = handle.state.posted.find(
          ({ byBot, message: { text } }) => !byBot && text && !text.startsWith('/'),
        );
        return [{ name: 'reply', attempt: () => writes(`/${call.command}`, { replyTo: asked?.message }) }];
      }
      if (deed.file && isReader) return [];
      if (deed.file) {
        const { name, content } = deed.file;
        const file = { name, content: Buffer.from(content), caption: `/${call.command}` };
        const sender = handle.chat.type === 'channel' ? undefined : who;
        return [{ name: 'file', attempt: () => hear(() => handle.sendFile(sender, file, options)) }];
      }
      const isPerson = who !== undefined && !who.is_bot;
      if (deed.values && isPerson) return [{ name: 'form', ...sending(deed, things) }];
      const words = [`/${call.command}`, ...Object.values(call.args)].join(' ');
      if (!isPerson && (deed.isPressed || (!command.audience && (command.unlisted || deed.values)))) return [];
      const isTypable = !command.unlisted && !deed.values && !deed.isPressed && !isReader;
      const data = mark + packCall(command, call, telegramDataLimit);
      const payload = handle.chat.type === 'private' ? startPayload(call, commands) : undefined;
      return [
        ...(isTypable ? [{ name: 'typed', attempt: () => writes(words) }] : []),
        ...(isPerson && !deed.values ? [{ name: 'button', attempt: () => press(data) }] : []),
        ...(payload && !deed.values ? [{ name: 'link', attempt: () => writes(`/start ${payload}`) }] : []),
        ...(!isPerson && !isTypable
          ? [{ name: 'typed', attempt: () => writes(words.replace(/^\/([a-z]+)/u, `/$1@${telegram.bot.username}`)) }]
          : []),
      ];
    }
    return { person, chat: chatOf(about), ways };
  }

  const inChannel = { user: editor, handle: channel, mark: '>', about: channel };
  const actors: Record<string, Actor[]> = {
    Member: [
      actor({ user: member, handle: home }),
      actor({ user: member, handle: channel, mark: '>', about: channel }),
    ],
    'Moderator elsewhere': [actor({ user: stranger, handle: home })],
    Moderator: [actor({ user: moderator, handle: home })],
    Operator: [actor({ user: operator, handle: home })],
    'Anonymous admin': [actor({ user: anonymous, handle: home, options: { anonymous: true } })],
    'The channel': [actor(inChannel)],
    'Foreign channel': [actor({ user: undefined, handle: home, options: { asChannel: foreign.chat } })],
    'Member, in private': [actor({ user: wasModerator, handle: telegram.privateChat(wasModerator) })],
    'Moderator, in private': [actor({ user: inPrivate, handle: telegram.privateChat(inPrivate) })],
    'Operator, in private': [{ ...actor({ user: alone, handle: telegram.privateChat(alone) }), chat: undefined }],
    Bot: [actor({ user: bot, handle: home })],
  };
  return {
    actors,
    telegram,
    publicTexts() {
      tidy();
      return shown;
    },
    close: () => telegram.close(),
  };
}

type Five = [User, User, User, User, User];

/** Marks what was said so far; then tells what the bot has said since. */
function freshIn(chats: readonly ChatHandle[]): () => string[] {
  const before = chats.map(({ state }) => state.posted.length);
  return () =>
    chats.flatMap(({ state }, i) =>
      state.posted
        .slice(before[i])
        .filter(({ byBot }) => byBot)
        .map(({ message }) => textOf(message)),
    );
}

const isPublic = ({ byBot, receiver, deleted }: { byBot: boolean; receiver?: number; deleted: boolean }): boolean =>
  byBot && receiver === undefined && !deleted;

const textOf = ({ text, rich_message: rich }: StoredMessage): string => text ?? (rich ? plainBlocks(rich.blocks) : '');
