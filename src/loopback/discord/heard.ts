import type { SeenButton, SeenSelect } from './message-text.ts';
import { modalOf, type SeenModal } from './modals.ts';
import type { Component } from './payloads.ts';
import { type SeenMessage, seen } from './seen.ts';
import type { Waiting } from './waiting.ts';
import type { InteractionState } from './world.ts';

/** How long to listen: to the first acknowledgement, or (as by default) to an answer that shows something. */
export interface Listening {
  until?: 'answer' | 'ack';
}

/** What a person got for what they did, as it stood when it came; `message` goes on changing. */
export interface Heard {
  text: string;
  components: Component[];
  buttons: SeenButton[];
  selects: SeenSelect[];
  ephemeral: boolean;
  /** Whether the bot first showed “thinking…”, or took a component's press silently. */
  deferred: boolean;
  /** Whether the pressed message itself was changed. */
  updated: boolean;
  /** Milliseconds from the act to its acknowledgement, by the fake's clock. */
  ackMs: number;
  message?: SeenMessage;
  modal?: SeenModal;
  interaction: InteractionState;
  /** The follow-up messages so far. */
  followUps(): SeenMessage[];
  /** Waits for the follow-up with that number, from 1. */
  followUp(number: number): Promise<SeenMessage>;
}

/** Waits for the bot's answer; fails if the bot answers after the deadline or not at all. */
export async function hear(
  interaction: InteractionState,
  act: string,
  waiting: Waiting,
  { until = 'answer' }: Listening = {},
): Promise<Heard> {
  await waiting.until(`an answer to ${act}`, () => {
    const { refusals, acknowledgedAt, answered, original } = interaction;
    if (acknowledgedAt === undefined && refusals.includes(10062))
      throw new Error(`The application did not respond to ${act} in time`);
    const done = until === 'ack' ? acknowledgedAt !== undefined : answered || original?.deleted;
    return done ? true : undefined;
  });
  return heardOf(interaction, act, waiting);
}

function heardOf(interaction: InteractionState, act: string, waiting: Waiting): Heard {
  const { answer, callback, acknowledgedAt, at, source, original } = interaction;
  const state = answer ?? (original?.deleted ? undefined : original);
  const message = state && seen(state);
  const modal = modalOf(interaction);
  const followUps = () => interaction.followUps.map(seen);
  return {
    text: message?.text ?? '',
    components: structuredClone(message?.components ?? []),
    buttons: message?.buttons ?? [],
    selects: message?.selects ?? [],
    ephemeral: message?.ephemeral ?? false,
    deferred: callback?.type === 5 || callback?.type === 6,
    updated: source !== undefined && answer === source,
    ackMs: (acknowledgedAt ?? at) - at,
    ...(message ? { message } : {}),
    ...(modal ? { modal } : {}),
    interaction,
    followUps,
    followUp: (number) => waiting.until(`follow-up ${number} to ${act}`, () => followUps()[number - 1]),
  };
}
