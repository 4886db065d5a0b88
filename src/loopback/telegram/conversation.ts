import type { User } from 'grammy/types';
import type { ChatState, Posted } from './chat-state.ts';
import { buttonsOf, type Press, type Pressed, type Seen, seen, type Toast } from './seen.ts';
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';
import type { Query, World } from './world.ts';

/** How many turns of the event loop without a call count as rest. */
const quietTurns = 50;

export interface Conversation {
  /** Resolves when every update was confirmed and the bot has come to rest: no call under way and none begun for a while. */
  settle(): Promise<void>;
  /** The next message that the bot sends to a chat, as this person sees it, after what the test last heard there. */
  hear(state: ChatState, who: User | undefined, update?: QueuedUpdate): Promise<Seen>;
  /** Marks that whatever the bot said in this chat so far is known to the test. */
  mark(state: ChatState): void;
  /** Fails if the bot sent something not yet heard, or changed what stood there before the test last acted. */
  silence(state: ChatState): Promise<void>;
  press: Press;
  show(post: Posted): Seen;
  /** A query that waits for its answer, of which the bot is not told. */
  open(query: Omit<Query, 'id' | 'askedAt' | 'isExpired'>): Query;
  /** Pushes a query and resolves when the bot has answered it. */
  ask(query: Omit<Query, 'id' | 'askedAt' | 'isExpired'>, content: (id: string) => object): Promise<Query>;
}

export interface ConversationOptions {
  world: World;
  queue: UpdateQueue;
  inFlight(): number;
  /** How many calls there were, those for updates excepted. */
  countCalls(): number;
  settled: (() => Promise<void>) | undefined;
}

/** The waiting side of the fake: what a test does between saying something and reading the answer. */
export function createConversation({ world, queue, inFlight, countCalls, settled }: ConversationOptions): Conversation {
  const marks = new Map<ChatState, { acted: number; heard: number }>();
  let lastQueryId = 7_000_000;

  const isResting = () => (queue.waiting().length === 0 && inFlight() === 0 ? true : undefined);

  async function settle(): Promise<void> {
    for (let turn = 0, calls = -1; turn < quietTurns; turn++) {
      await world.signal.until('every update to be confirmed and every call to be answered', isResting);
      if (turn === 0) await settled?.();
      await new Promise((resolve) => setImmediate(resolve));
      const count = countCalls();
      if (count !== calls || !isResting()) turn = -1;
      calls = count;
    }
  }

  const marksOf = (state: ChatState) => marks.get(state) ?? { acted: 0, heard: 0 };

  function mark(state: ChatState): void {
    const now = world.touch();
    marks.set(state, { acted: now, heard: now });
  }

  async function hear(state: ChatState, who: User | undefined, update?: QueuedUpdate): Promise<Seen> {
    refuseUnwanted(update);
    const { acted, heard } = marksOf(state);
    const post = await world.signal.until(`the bot to say something in ${state.title}`, () =>
      since(heard, state).find((one) => one.byBot && (one.receiver === undefined || one.receiver === who?.id)),
    );
    marks.set(state, { acted, heard: post.sent });
    return show(post);
  }

  async function silence(state: ChatState): Promise<void> {
    await settle();
    const { acted, heard } = marksOf(state);
    const said = state.posted.filter(
      (post) => post.byBot && (post.sent > heard || (post.sent <= acted && post.touched > acted)),
    );
    if (said.length === 0) return;
    const texts = said.map((post) => JSON.stringify(show(post).text)).join(', ');
    throw new Error(`expected silence in ${state.title}, but the bot said ${texts}`);
  }

  const show = (post: Posted): Seen => seen(post, press);

  async function press(post: Posted, who: User, label: string | RegExp): Promise<Pressed> {
    const data = callbackData(post, label);
    const state = world.chats.get(post.message.chat.id);
    const inlineId = [...world.inlineMessages].find(([, one]) => one === post)?.[0];
    if (state) {
      state.interacted.add(who.id);
      mark(state);
    }
    const before = post.touched;
    const query = await ask({ kind: 'callback', from: who, post, ...(state && { chat: state }) }, (id) => ({
      callback_query: {
        id,
        from: who,
        chat_instance: String(post.message.chat.id),
        data,
        ...(inlineId === undefined ? { message: structuredClone(post.message) } : { inline_message_id: inlineId }),
      },
    }));
    await settle();
    const since = state ? marksOf(state).acted : 0;
    const touched = state?.posted.filter(
      (one) => one.byBot && one.touched > since && (one.receiver === undefined || one.receiver === who.id),
    );
    const newest = touched?.sort((a, b) => b.touched - a.touched)[0];
    if (state) mark(state);
    const shown = newest ?? post;
    return Object.assign(show(shown), {
      toast: toastOf(query),
      isChanged: newest !== undefined || post.touched !== before,
    });
  }

  function open(question: Omit<Query, 'id' | 'askedAt' | 'isExpired'>): Query {
    const query: Query = { ...question, id: String(lastQueryId++), askedAt: world.now(), isExpired: false };
    world.queries.set(query.id, query);
    return query;
  }

  async function ask(
    question: Omit<Query, 'id' | 'askedAt' | 'isExpired'>,
    content: (id: string) => object,
  ): Promise<Query> {
    const query = open(question);
    refuseUnwanted(world.push(content(query.id)));
    await world.signal.until(`the bot to answer a ${query.kind} query of ${query.from.first_name}`, () => query.answer);
    return query;
  }

  return { settle, hear, mark, silence, press, show, open, ask };
}

/** What was posted after that, oldest first. */
function since(sent: number, { posted }: ChatState): Posted[] {
  return posted.slice(posted.findLastIndex((one) => one.sent <= sent) + 1);
}

function refuseUnwanted(update: QueuedUpdate | undefined): void {
  if (update?.state === 'unwanted') {
    throw new Error(
      `the bot does not hear this: ${JSON.stringify(update.update)} is not among its allowed updates, or privacy mode hides it`,
    );
  }
}

function callbackData(post: Posted, label: string | RegExp): string {
  const buttons = buttonsOf(post).flat();
  const button = buttons.find(({ text }) => (typeof label === 'string' ? text === label : label.test(text)));
  if (!button) {
    throw new Error(
      `no button ${String(label)} among ${buttons.map(({ text }) => JSON.stringify(text)).join(', ') || 'none'}`,
    );
  }
  if (button.data === undefined)
    throw new Error(`pressing "${button.text}" tells the bot nothing: ${JSON.stringify(button.raw)}`);
  return button.data;
}

function toastOf(query: Query): Toast {
  const { text, show_alert: isAlert, url } = query.answer ?? {};
  return {
    text: typeof text === 'string' ? text : '',
    isAlert: isAlert === true || isAlert === 'true',
    ...(typeof url === 'string' && { url }),
  };
}
