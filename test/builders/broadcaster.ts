import type { Broadcaster, Inspection, PostOptions, Sent } from '../../src/core/broadcast.ts';
import { documentText } from '../../src/core/document.ts';
import type { Place } from '../../src/core/subscription.ts';

/** A channel, group or private chat as its platform has it. */
export interface Spot {
  place: Place;
  title: string;
  canCrosspost?: boolean;
  /** Keys of what the bot lacks there. */
  missing?: string[];
}

/** Posts in memory. What is nowhere is gone; `answers` are given to the next posts in place of taking them. */
export function testBroadcaster(spots: Spot[], { dedupes = false } = {}) {
  const posts: { place: Place; text: string; options: PostOptions }[] = [];
  const inspected: Place[] = [];
  const answers: Sent[] = [];
  const state = { isSilent: false };

  const spotOf = ({ chat, channel }: Place): Spot | undefined =>
    spots.find(({ place }) => place.chat === chat && (channel === '' || place.channel === channel));

  const broadcaster: Broadcaster = {
    dedupes,
    render: ({ document }) => documentText(document),
    async post(place, message, options) {
      const answer = answers.shift();
      if (answer) return answer;
      posts.push({ place, text: String(message), options });
      return { kind: 'sent', message: { channel: place.channel, id: String(posts.length) } };
    },
    edit: async (message) => ({ kind: 'sent', message }),
    crosspost: async (message) => ({ kind: 'sent', message }),
    async inspect(place): Promise<Inspection> {
      inspected.push(place);
      if (state.isSilent) return { kind: 'unknown' };
      const spot = spotOf(place);
      if (!spot) return { kind: 'unfit', missing: ['place-gone'] };
      if (spot.missing && spot.missing.length > 0) return { kind: 'unfit', missing: spot.missing };
      const { title, canCrosspost = false } = spot;
      const thread = place.thread === undefined ? {} : { thread: place.thread };
      return { kind: 'fit', place: { ...spot.place, ...thread }, title, canCrosspost };
    },
  };
  return { broadcaster, spots, posts, inspected, answers, state };
}
