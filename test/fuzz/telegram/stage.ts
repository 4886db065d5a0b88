import { chatEvents } from '../../../src/chat-events.ts';
import { findEntry } from '../../../src/core/find-entry.ts';
import { isMessageId } from '../../../src/platforms/telegram/dialogue/state.ts';
import { createTelegram, fitsOnePage } from '../../../src/platforms/telegram/index.ts';
import { breakGround, type Outcome, type Shelf, type Stage } from '../ground.ts';
import { mutated } from '../mutations.ts';
import { atRest } from '../rest.ts';
import { createCast } from './cast.ts';
import type { TelegramPlan } from './plan.ts';
import { updateFor } from './updates.ts';
import { hasSaid, misread, refused } from './verdict.ts';

const msBetween = 5_000;
const secret = 'of-the-fuzz';
const url = 'http://127.0.0.1/telegram';

/** The real Telegram adapter on a Telegram of its own; updates come in by its webhook. */
export async function openTelegramStage(shelf: Shelf): Promise<Stage<TelegramPlan>> {
  let now = () => Date.parse('2026-11-23T12:00:00Z');
  const cast = await createCast(() => now());
  const { fake, people } = cast;
  const ground = await breakGround(shelf, cast.operators);
  now = ground.now;
  const { parley, store, texts, log, newIncidentId, dispatcher, delay } = ground;
  const chats = chatEvents(store, parley.registry, now);
  const bot = createTelegram({
    token: fake.token,
    apiRoot: fake.apiRoot,
    dispatcher,
    reception: parley.reception,
    texts,
    log,
    webhook: { url, secret },
    nearest(question, language) {
      const { outcome, answer, alternatives } = findEntry(parley.catalogues.shared(), question, language);
      return outcome === 'none' ? [] : [answer, ...alternatives].flatMap((one) => one?.id ?? []);
    },
    newIncidentId,
    onStopped: ({ message }) => log.error(message),
    dialogues: store.dialogues,
    workFor: chats.workFor,
    chats: { ...chats, onReachable: parley.subscriptions.revive },
    now,
    delay,
  });
  parley.deliverers.set('telegram', bot);
  parley.broadcasters.set('telegram', bot.broadcaster);
  parley.measurers.set('telegram', fitsOnePage);
  parley.names.set('telegram', bot.chatNamed);
  await bot.start();
  const commands = dispatcher.commands.filter(({ unlisted }) => !unlisted).map(({ name }) => name);
  let updateId = 1;
  /** The greatest number that a message had; numbers only grow, after a made-up one too. */
  let greatest = 0;

  const post = (body: unknown) =>
    bot.webhook?.handle(
      new Request(url, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': secret, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );

  async function play(plan: TelegramPlan): Promise<Outcome> {
    ground.pass(msBetween);
    const since = fake.calls.length;
    const chat = cast.chatFor(plan.who, plan.where);
    const user = people[plan.who % people.length] as (typeof people)[number];
    chat.state.lastMessageId = Math.max(chat.state.lastMessageId, greatest);
    const { update, query, mustReply } = updateFor(plan, { cast, user, chat, commands, now: now() });
    const { value, touched } = mutated(update, plan.mutations);
    greatest = Math.max(greatest, numberIn(value));
    await post({ update_id: updateId++, ...value });
    const isRested = await atRest(() => ({
      begun: fake.calls.length,
      isBusy: ground.underWay() > 0 || fake.calls.slice(since).some(({ result }) => result === undefined),
    }));
    const calls = fake.calls.slice(since);
    const isWhole = touched.length === 0;
    const errors = ground.takeErrors();
    const faults = [
      ...(isRested ? [] : ['hang: the bot did not come to rest']),
      ...(isWhole && query && !query.answer ? [`unanswered: a ${query.kind} query`] : []),
      ...(isWhole && mustReply && !hasSaid(calls) ? [`unanswered: ${plan.deed.kind} in a ${chat.chat.type} chat`] : []),
      ...refused(calls, isWhole),
      ...(isWhole ? errors.map((line) => `logged: ${line}`) : []),
      ...misread(calls),
    ];
    const sent = { ...value, ...(touched.length > 0 && { touched }) };
    return { faults, sent, kind: isWhole ? plan.deed.kind : 'changed' };
  }

  return {
    platform: 'telegram',
    play,
    async close() {
      await bot.stop();
      await fake.close();
      await ground.close();
    },
  };
}

/** Of its message; 0 for one that no message can have. */
function numberIn({ message }: { message?: { message_id?: unknown } | null }): number {
  const id = Number(message?.message_id);
  return isMessageId(id) ? id : 0;
}
