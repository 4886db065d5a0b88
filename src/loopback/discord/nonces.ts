import type { ChannelState, MessageState, UserState } from './world.ts';

/** Discord keeps an enforced nonce for "the past few minutes". */
const nonceMs = 5 * 60_000;

/** Finds the message that an author has sent to a channel with a nonce lately. */
export function createNonces(now: () => number) {
  /** Oldest first. */
  const known = new Map<string, MessageState>();
  const keyOf = (channel: ChannelState, author: UserState, nonce: unknown) => `${channel.id} ${author.id} ${nonce}`;
  const isOver = ({ at }: MessageState) => now() - at > nonceMs;

  function find(channel: ChannelState, author: UserState, nonce: unknown): MessageState | undefined {
    const message = known.get(keyOf(channel, author, nonce));
    return message && !isOver(message) ? message : undefined;
  }

  function add(message: MessageState): void {
    const { channel, author, nonce } = message;
    for (const [key, old] of known) {
      if (!isOver(old)) break;
      known.delete(key);
    }
    if (nonce !== undefined && !find(channel, author, nonce)) known.set(keyOf(channel, author, nonce), message);
  }

  return { find, add };
}
