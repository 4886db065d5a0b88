import { badRequest } from './api-error.ts';
import { array, flag, integer, type Payload, string } from './payload.ts';
import type { QueuedUpdate, UpdateQueue } from './update-queue.ts';

export interface WebhookOptions {
  /** Take plain HTTP to 127.0.0.1 or localhost, on any port, which Telegram itself never does. */
  allowHttp: boolean;
  /** The wait before the first repeat in ms; it doubles up to 20 times as much. */
  retryMs: number;
  now: () => number;
  /** Carries out a method call found in the body of the bot's answer. */
  call(method: string, payload: Payload): Promise<unknown>;
  changed(): void;
}

/** The webhook of the bot: where updates are pushed to while one is set (core.telegram.org/bots/api#setwebhook). */
export interface Webhook {
  isSet(): boolean;
  set(payload: Payload): true;
  remove(payload: Payload): true;
  info(): object;
  close(): void;
}

interface Target {
  url: string;
  secret: string;
  maxConnections: number;
}

/**
 * Posts waiting updates to the bot's URL, several at a time, repeating what was not answered with 2xx. Of what belongs
 * together, a chat's messages or a person's presses, one is under way at a time (tdlib/telegram-bot-api, WebhookActor).
 */
export function createWebhook(queue: UpdateQueue, options: WebhookOptions): Webhook {
  let target: Target | undefined;
  let lastError: { last_error_date: number; last_error_message: string } | undefined;
  const underWay = new Set<QueuedUpdate>();
  const timers = new Set<NodeJS.Timeout>();
  const abort = new AbortController();

  function pump(): void {
    if (!target) return;
    for (const entry of queue.waiting()) {
      if (underWay.size >= target.maxConnections) return;
      const queueId = queueIdOf(entry);
      if (![...underWay].some((one) => queueIdOf(one) === queueId)) {
        underWay.add(entry);
        void deliver(entry, 0);
      }
    }
  }

  async function deliver(entry: QueuedUpdate, attempt: number): Promise<void> {
    const to = target;
    const failure = to ? await post(to, entry) : undefined;
    if (to && target === to && failure !== undefined) {
      lastError = { last_error_date: Math.floor(options.now() / 1000), last_error_message: failure };
      const timer = setTimeout(
        () => {
          timers.delete(timer);
          void deliver(entry, attempt + 1);
        },
        options.retryMs * Math.min(2 ** attempt, 20),
      );
      timers.add(timer);
      return;
    }
    underWay.delete(entry);
    options.changed();
    pump();
  }

  async function post(to: Target, entry: QueuedUpdate): Promise<string | undefined> {
    entry.state = 'delivered';
    try {
      const response = await fetch(to.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(to.secret !== '' && { 'x-telegram-bot-api-secret-token': to.secret }),
        },
        body: JSON.stringify(entry.update),
        redirect: 'manual',
        signal: AbortSignal.any([abort.signal, AbortSignal.timeout(60_000)]),
      });
      const body = await response.text();
      if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      const reply = parseReply(body);
      if (reply) await options.call(reply.method, reply.payload);
      entry.state = 'confirmed';
      return undefined;
    } catch (error) {
      return error instanceof Error ? `Connection failed: ${error.message}` : 'Connection failed';
    }
  }

  queue.onArrival(pump);
  return {
    isSet: () => target !== undefined,
    set(payload) {
      const url = string(payload, 'url') ?? '';
      if (url === '') return this.remove(payload);
      checkUrl(url, options.allowHttp);
      const secret = string(payload, 'secret_token') ?? '';
      if (secret.length > 256) throw badRequest('secret token is too long');
      if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
      const connections = integer(payload, 'max_connections') ?? 40;
      target = { url, secret, maxConnections: connections < 1 || connections > 100 ? 40 : connections };
      lastError = undefined;
      const kinds = array(payload, 'allowed_updates');
      if (kinds) queue.allow(kinds);
      if (flag(payload, 'drop_pending_updates')) queue.drop();
      pump();
      return true;
    },
    remove(payload) {
      target = undefined;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      underWay.clear();
      if (flag(payload, 'drop_pending_updates')) queue.drop();
      return true;
    },
    info() {
      const kinds = queue.allowed();
      return {
        url: target?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: queue.waiting().length,
        ...(target && { max_connections: target.maxConnections, ip_address: '127.0.0.1' }),
        ...lastError,
        ...(kinds && kinds.length > 0 && { allowed_updates: kinds }),
      };
    },
    close() {
      target = undefined;
      abort.abort();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function queueIdOf({ update }: QueuedUpdate): string {
  const { message, channel_post, my_chat_member, chat_member, callback_query, inline_query } = update;
  const chat = (message ?? channel_post ?? my_chat_member ?? chat_member)?.chat?.id;
  const person = (callback_query ?? inline_query)?.from?.id;
  if (chat !== undefined) return `chat ${chat}`;
  return person === undefined ? `update ${update.update_id}` : `person ${person}`;
}

function checkUrl(text: string, allowHttp: boolean): void {
  const refuse = (reason: string) => badRequest(`bad webhook: ${reason}`);
  if (!URL.canParse(text)) throw refuse('invalid URL specified');
  const url = new URL(text);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (allowHttp && isLoopback && /^https?:$/.test(url.protocol)) return;
  if (url.protocol !== 'https:') throw refuse('An HTTPS URL must be provided for webhook');
  if (!['', '80', '88', '443', '8443'].includes(url.port)) {
    throw refuse('Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (isLoopback) throw refuse('IP address 127.0.0.1 is reserved');
}

function parseReply(body: string): { method: string; payload: Payload } | undefined {
  if (!body.trimStart().startsWith('{')) return undefined;
  try {
    const { method, ...payload } = JSON.parse(body) as Payload;
    return typeof method === 'string' ? { method, payload } : undefined;
  } catch {
    return undefined;
  }
}
