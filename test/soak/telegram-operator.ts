import { setTimeout as delay } from 'node:timers/promises';
import type { FormValues } from '../../src/core/form.ts';
import type { Posted } from '../../src/loopback/telegram/chat-state.ts';
import type { Seen } from '../../src/loopback/telegram/index.ts';
import type { Folk } from '../e2e/folk.ts';
import type { Town } from './town.ts';

/** In simulated ms: the bot sends one message a second to a chat, so that after this long nothing more is to come. */
const quietMs = 2_200;
const lookEveryMs = 300;
const answerWithinMs = 30_000;
const mostQuestions = 20;
const leave = 'Leave it, start the new one';

/**
 * Somebody who works in their private chat on Telegram while others keep the bot busy: what they last saw is what stands there
 * when nothing has come for a while.
 */
export function telegramOperator({ telegram, telegramUser }: Town, name: string) {
  const user = telegramUser(name);
  const chat = telegram.privateChat(user);
  let last: Seen | undefined;

  /** Does it, and waits for what comes of it: a new message or, where one was pressed, that one as it is then. */
  async function after(act: () => unknown, pressed?: Seen): Promise<string> {
    const [before, at] = [chat.state.lastMessageId, pressed && touchedOf(pressed)];
    act();
    const newest = () => {
      const isNew = (post: Posted) => post.byBot && !post.deleted && post.message.message_id > before;
      const post = chat.state.posted.findLast(isNew);
      return post?.message.message_id ?? (pressed && touchedOf(pressed) !== at ? idOf(pressed) : undefined);
    };
    const until = Date.now() + answerWithinMs;
    while (newest() === undefined && Date.now() < until) await delay(lookEveryMs);
    for (let seen = newest(), quiet = 0; quiet < quietMs; quiet += lookEveryMs) {
      await delay(lookEveryMs);
      if (newest() !== seen) [seen, quiet] = [newest(), 0];
    }
    const id = newest();
    if (id === undefined) throw new Error(`no answer; last seen: ${last?.now().text}`);
    last = chat.botMessages.findLast((one) => idOf(one) === id) ?? last;
    return last?.text ?? '';
  }

  const idOf = ({ message }: Seen): number => message.message_id;
  const touchedOf = (seen: Seen) => chat.state.posted.find(({ message }) => message.message_id === idOf(seen))?.touched;

  const say = (text: string) => after(() => chat.post(user, text));

  async function fill(values: FormValues): Promise<string> {
    const left = new Map(Object.entries(values));
    let text = last?.text ?? '';
    for (let turn = 0; /question \d+ of \d+/u.test(text); turn++) {
      if (turn > mostQuestions) throw new Error(`The form does not end: ${text}`);
      const label = [...left.keys()].find((one) => new RegExp(`(^|\\n)${one}( |\\n|$)`, 'u').test(text));
      const typed = label === undefined ? undefined : left.get(label);
      if (label !== undefined) left.delete(label);
      const words = [...labels(), ...text.split('\n').slice(-1)].join(' ');
      text = await say(typed ?? (/keep/iu.test(words) ? 'keep' : /skip/iu.test(words) ? 'skip' : 'done'));
    }
    return text;
  }

  const labels = () => last?.buttons.flat().map(({ text }) => text) ?? [];

  async function press(label: string): Promise<string> {
    const shown = last;
    if (!labels().includes(label)) throw new Error(`No “${label}” under ${shown?.text}`);
    // What it waits for beyond the answer is a rest that does not come while others ask.
    return await after(() => shown?.press(user, label).catch(() => {}), shown);
  }

  return {
    name,
    user,
    async ask(command: string, args: Record<string, string> = {}) {
      const text = await say([`/${command}`, ...Object.values(args)].join(' '));
      // A form of theirs that was cut short.
      return labels().includes(leave) ? await press(leave) : text;
    },
    fill,
    press,
    sees: () => last?.now().text ?? '',
  } satisfies Partial<Folk> & { user: unknown };
}
