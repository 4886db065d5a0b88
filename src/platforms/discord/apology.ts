import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { languageOf } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import { withoutRequest } from './faults.ts';

export interface ApologyParts {
  texts: Texts;
  log: Logger;
  newIncidentId(): string;
}

/** Handles without ever rejecting: what fails is logged under an id, and the person is shown the id. */
export function withApology(
  handle: (interaction: Interaction) => Promise<void>,
  { texts, log, newIncidentId }: ApologyParts,
) {
  async function apologise(interaction: Interaction, incident: string): Promise<void> {
    if (!interaction.isRepliable()) return;
    const content = texts.in(languageOf(interaction.locale))('error-fault', { incident });
    const reply = { content, flags: MessageFlags.Ephemeral as const };
    await (interaction.deferred || interaction.replied ? interaction.followUp(reply) : interaction.reply(reply));
  }

  return async (interaction: Interaction): Promise<void> => {
    try {
      await handle(interaction);
    } catch (error) {
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
  };
}

/** Whether Discord says that the interaction ran out or was already answered: nothing is left to do then. */
const isExpired = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownInteraction ||
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
