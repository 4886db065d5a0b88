import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Intake } from './intake.ts';

/** What the HTTP server needs to hand Telegram's requests on. */
export interface WebhookRoute {
  method: 'POST';
  /** The path of the webhook's address. */
  path: string;
  handle(request: Request): Promise<Response>;
}

export interface WebhookParts {
  url: string;
  /** What Telegram must send in `X-Telegram-Bot-Api-Secret-Token`. */
  secret: string;
  intake: Intake;
  /** Whether taking an update is over when it is safe, rather than answered. */
  waits: boolean;
  /** Whether updates can be taken now; Telegram is asked to come back later while not. */
  isOpen: () => boolean;
}

/** Takes updates and says so at once, so that Telegram need not wait for our answers. */
export function createWebhookRoute({ url, secret, intake, waits, isOpen }: WebhookParts): WebhookRoute {
  async function handle(request: Request): Promise<Response> {
    if (!isSame(request.headers.get('x-telegram-bot-api-secret-token') ?? '', secret)) return empty(401);
    if (!isOpen()) return empty(503);
    const update: unknown = await request.json().catch(() => undefined);
    if (!isUpdate(update)) return empty(400);
    const taken = intake.take(update);
    // Telegram need not wait for our answer, but brings again what is not yet safe.
    if (waits) await taken;
    return empty(200);
  }

  return { method: 'POST', path: new URL(url).pathname, handle };
}

const empty = (status: number) => new Response(null, { status });

/** Compares in a time that tells nothing about where the two differ. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' && value !== null && Number.isInteger((value as Partial<Update>).update_id);
