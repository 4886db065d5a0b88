import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { languageOf } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import { type Asked, type Outcome, unwatched, type Watch } from '../../core/watch.ts';
import { withoutRequest } from './faults.ts';
import { nameOf } from './interactions.ts';

export interface ApologyParts {
  texts: Texts;
  log: Logger;
  newIncidentId(): string;
  watch?: Watch | undefined;
}

/** Handles without ever rejecting: what fails is logged under an id, and the person is shown the id. */
export function withApology(
  handle: (interaction: Interaction) => Promise<Outcome>,
  { texts, log, newIncidentId, watch = unwatched }: ApologyParts,
) {
  async function apologise(interaction: Interaction, incident: string): Promise<void> {
    if (!interaction.isRepliable()) return;
    const content = texts.in(languageOf(interaction.locale))('error-fault', { incident });
    const reply = { content, flags: MessageFlags.Ephemeral as const };
    await (interaction.deferred || interaction.replied ? interaction.followUp(reply) : interaction.reply(reply));
  }

  async function answer(interaction: Interaction, asked: Asked): Promise<void> {
    asked.command = nameOf(interaction);
    try {
      asked.outcome = await handle(interaction);
    } catch (error) {
      asked.outcome = 'failed';
      if (isExpired(error)) {
        log.warn({ interaction: interaction.id }, 'Discord no longer waits for this interaction');
        return;
      }
      const incident = newIncidentId();
      log.error({ err: withoutRequest(error), incident }, 'An interaction could not be answered');
      await apologise(interaction, incident).catch(({ message }: Error) =>
        log.warn({ incident }, `Nor could the person be told: ${message}`),
      );
    }
  }

  return (interaction: Interaction): Promise<void> => watch.answering('discord', (asked) => answer(interaction, asked));
}

/** Whether Discord says that the interaction ran out or was already answered: nothing is left to do then. */
const isExpired = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownInteraction ||
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
