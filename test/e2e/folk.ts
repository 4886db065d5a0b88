import type { User } from 'grammy/types';
import type { FormValues } from '../../src/core/form.ts';
import type {
  DiscordFake,
  Person as DiscordPerson,
  GuildPlace,
  Heard,
  Place,
} from '../../src/loopback/discord/index.ts';
import type { ChatHandle, Pressed, Seen, TelegramFake } from '../../src/loopback/telegram/index.ts';
import type { Story } from './story.ts';

/** Somebody in a community’s chat, on whichever platform; what they do ends with what they see then. */
export interface Folk {
  readonly name: string;
  /** Calls a command with its arguments by name, in the chat. */
  call(command: string, args?: Record<string, string>): Promise<string>;
  /** The same in their private chat. */
  ask(command: string, args?: Record<string, string>): Promise<string>;
  /** Presses a button, or chooses from a menu, of what they last saw. */
  press(label: string | RegExp): Promise<string>;
  /** Fills in the form that is open, by the labels of its fields; what is not named is left as it is. */
  fill(values: FormValues): Promise<string>;
  /** What they last saw, as it reads now. */
  sees(): string;
  /** What the bot last wrote to them in private. */
  told(): Promise<string>;
  readonly labels: string[];
}

const matches = (label: string | RegExp, text: string): boolean =>
  typeof label === 'string' ? text === label || text.includes(label) : label.test(text);

export function discordFolk(
  discord: DiscordFake,
  channel: GuildPlace,
  name: string,
  story: Story,
  one = discord.user({ username: name }),
): Folk & { one: DiscordPerson } {
  let last: Heard | undefined;

  function now(heard: Heard): string {
    last = heard;
    const { modal } = heard;
    const values = modal?.fields.map(({ label, value }) => `${label}: ${value}`).join('\n');
    const where = modal ? 'a form' : heard.ephemeral ? 'seen by them alone' : 'seen by everybody';
    const text = modal ? `${modal.title}\n${values}` : heard.text;
    story.heard(text, where, modal ? ['Submit'] : heard.buttons.map(({ label }) => label));
    return text;
  }

  async function calls(place: Place, where: string, command: string, args: Record<string, string>): Promise<string> {
    const typed = Object.entries(args).map(([option, value]) => ` ${option}: ${value}`);
    story.did(name, `${where}/${command}${typed.join('')}`);
    return now(await one.slash(place, `/${command}`, args));
  }

  return {
    name,
    one,
    call: (command, args = {}) => calls(channel, '', command, args),
    ask: (command, args = {}) => calls(discord.dm(one), 'in private: ', command, args),
    async press(label) {
      if (!last) throw new Error('There is nothing to press yet.');
      const button = last.buttons.find((all) => matches(label, all.label) && all.customId);
      if (button) {
        story.did(name, `presses “${button.label}”`);
        return now(await one.press(last, button.customId as string));
      }
      for (const menu of last.selects) {
        const option = menu.options.find((all) => matches(label, all.label));
        if (!option) continue;
        story.did(name, `chooses “${option.label}”`);
        return now(await one.select(last, menu.customId, [option.value]));
      }
      throw new Error(`No “${label}” among ${this.labels.join(', ')}`);
    },
    async fill(values) {
      if (!last?.modal) throw new Error(`No form is open: ${last?.text}`);
      story.did(
        name,
        `submits ${Object.entries(values)
          .map(([label, value]) => `${label}: ${value}`)
          .join(' · ')}`,
      );
      return now(await one.submit(last.modal, values));
    },
    sees: () => last?.message?.text ?? '',
    async told() {
      const found = await discord.until(`something in private for ${name}`, () => discord.dm(one).messages().at(-1));
      story.heard(found.text, `to ${name}, in private`);
      return found.text;
    },
    get labels() {
      return [
        ...(last?.buttons.map(({ label }) => label) ?? []),
        ...(last?.selects.flatMap(({ options }) => options.map(({ label }) => label)) ?? []),
      ];
    },
  };
}

export function telegramFolk(
  telegram: TelegramFake,
  group: ChatHandle,
  name: string,
  story: Story,
  isAdmin: boolean,
  { user = telegram.user({ first_name: name, language_code: 'en' }), topic }: { user?: User; topic?: number } = {},
): Folk & { chat: ChatHandle; user: User } {
  group.setMember(user, isAdmin ? 'administrator' : 'member');
  const chat = telegram.privateChat(user);
  let last: Seen | undefined;
  const labelsOf = (seen: Seen | undefined) => seen?.buttons.flat().map(({ text }) => text) ?? [];

  const freshIn = (place: ChatHandle, since: number) =>
    place.state.posted.filter(
      ({ byBot, touched, receiver, deleted }) =>
        byBot && !deleted && touched > since && (receiver === undefined || receiver === user.id),
    );

  /** The newest thing that they can see after it: in private, or else in the group. An answer is awaited in `place`. */
  async function after(place: ChatHandle, act: () => Promise<Pressed> | undefined): Promise<string> {
    const since = Math.max(...[chat, group].flatMap(({ state }) => state.posted.map(({ touched }) => touched)), 0);
    const pressed = await act();
    if (!pressed) await telegram.until(`an answer to ${name}`, () => freshIn(place, since)[0]);
    await telegram.settled();
    const where = freshIn(chat, since).length > 0 ? chat : group;
    const newest = freshIn(where, since).at(-1)?.message;
    const isNewest = ({ message }: Seen) =>
      message.message_id === newest?.message_id && message.ephemeral_message_id === newest.ephemeral_message_id;
    const seen = where.seenBy(user).findLast(isNewest);
    if (seen) last = seen;
    const text = seen?.text ?? pressed?.toast.text ?? '';
    const alone = seen?.isEphemeral ? 'in the group, seen by them alone' : 'in the group';
    story.heard(text, !seen ? 'an alert' : where === chat ? 'in private' : alone, seen ? labelsOf(seen) : []);
    return text;
  }

  const say = (text: string) => {
    const place = last && last.message.chat.id === group.id ? group : chat;
    story.did(name, place === group ? `replies: ${text}` : `in private: ${text}`);
    return after(place, () => {
      place.post(user, text, place === group && last ? { replyTo: last } : {});
      return undefined;
    });
  };

  return {
    name,
    chat,
    user,
    async call(command, args = {}) {
      const text = [`/${command}`, ...Object.values(args)].join(' ');
      story.did(name, `in the group: ${text}`);
      return await after(group, () => {
        group.post(user, text, topic === undefined ? {} : { topic });
        return undefined;
      });
    },
    async ask(command, args = {}) {
      const text = [`/${command}`, ...Object.values(args)].join(' ');
      story.did(name, `in private: ${text}`);
      return await after(chat, () => {
        chat.post(user, text);
        return undefined;
      });
    },
    async press(label) {
      if (!last) throw new Error('There is nothing to press yet.');
      const shown = last;
      const own = labelsOf(shown).find((text) => matches(label, text));
      const items = [...shown.text.matchAll(/^(\d+)[.)] (.*)$/gmu)];
      const number = items.find(([, , text = '']) => matches(label, text))?.[1];
      const pressed = own ?? number;
      if (pressed === undefined)
        throw new Error(`No “${label}” among ${labelsOf(shown).join(', ')} under ${shown.text}`);
      story.did(name, `presses “${pressed}”`);
      return await after(chat, () => shown.press(user, pressed));
    },
    async fill(values) {
      const left = new Map(Object.entries(values));
      let text = last?.text ?? '';
      for (let turn = 0; /question \d+ of \d+/u.test(text); turn++) {
        if (turn > 20) throw new Error(`The form does not end: ${text}`);
        const label = [...left.keys()].find((one) =>
          new RegExp(`(^|\\n)${one.replace(/[()]/gu, '\\$&')}( |\\n|$)`, 'u').test(text),
        );
        const typed = label === undefined ? undefined : left.get(label);
        if (typed === undefined && text.includes('⚠')) return text;
        if (label !== undefined) left.delete(label);
        const words = [...labelsOf(last), ...text.split('\n').slice(-1)].join(' ');
        text = await say(typed ?? (/keep/iu.test(words) ? 'keep' : /skip/iu.test(words) ? 'skip' : 'done'));
      }
      return text;
    },
    sees: () => last?.now().text ?? '',
    async told() {
      await telegram.settled();
      const found = chat.botMessages.at(-1)?.text ?? '';
      story.heard(found, `to ${name}, in private`);
      return found;
    },
    get labels() {
      return labelsOf(last);
    },
  };
}
