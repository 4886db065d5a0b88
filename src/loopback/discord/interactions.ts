import {
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { checkAutocomplete } from './autocomplete-rules.ts';
import { type ApiError, apiError, invalidForm, isRefused } from './errors.ts';
import { checkMessage } from './message-rules.ts';
import { answerType, type Messages } from './messages.ts';
import { checkModal } from './modal-rules.ts';
import {
  type CallbackBody,
  hasFlag,
  type Json,
  type MessageBody,
  messageFlags,
  type UploadedFile,
} from './payloads.ts';
import { channelPermissions, permits } from './permissions.ts';
import { schemaComplaints } from './schema.ts';
import { isEphemeral } from './wire.ts';
import type { InteractionState, MessageState, World } from './world.ts';

/** Discord waits three seconds for the first answer (discord.com/developers/docs/interactions/receiving-and-responding). */
export const acknowledgeMs = 3_000;
/** An interaction's token serves for fifteen minutes. */
export const tokenMs = 15 * 60_000;
/** Where only the user installed the app, an interaction has at most five follow-ups. */
const userInstalledFollowUps = 5;

const { ephemeral, loading } = messageFlags;

/** The server's side of interactions: acknowledgement, its deadline, the answer and what follows it. */
export function createInteractions(world: World, messages: Messages, changed: () => void) {
  /** POST /interactions/{id}/{token}/callback. */
  function callback(id: string, token: string, body: CallbackBody, files: UploadedFile[]): ApiError | Json {
    const interaction = world.interactions.find((known) => known.id === id && known.token === token);
    if (!interaction) return apiError(10062);
    const refused = refusalOf(interaction, body, files);
    if (refused) return noted(interaction, refused);
    interaction.acknowledgedAt = world.now();
    interaction.callback = body;
    const message = carryOut(interaction, body, files);
    interaction.answered = ![5, 6].includes(body.type);
    if (message && interaction.answered) interaction.answer = message;
    changed();
    return {
      interaction: {
        id,
        type: interaction.type,
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: hasFlag(message.flags, loading),
              response_message_ephemeral: isEphemeral(message),
            }
          : {}),
      },
      ...(message ? { resource: { type: body.type, message: messages.json(message) } } : {}),
    };
  }

  function refusalOf(interaction: InteractionState, body: CallbackBody, files: UploadedFile[]): ApiError | undefined {
    if (interaction.acknowledgedAt !== undefined) return apiError(40060);
    if (world.now() - interaction.at > acknowledgeMs) return apiError(10062);
    const allowed = callbackTypes(interaction);
    if (!allowed.includes(body?.type))
      return invalidForm([
        { path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${allowed.join(', ')}).` },
      ]);
    if (body.type === 8) return checkAutocomplete(body);
    if (body.type === 9) return checkModal(body);
    const schema =
      body.type === 1
        ? PongInteractionCallbackRequestSchema
        : body.type > 5
          ? UpdateMessageInteractionCallbackRequestSchema
          : CreateMessageInteractionCallbackRequestSchema;
    const before = body.type === 7 ? beforeOf(interaction.source) : undefined;
    if (body.type === 4 || body.type === 7)
      return checkMessage(body.data ?? {}, {
        schema,
        whole: body,
        prefix: ['data'],
        files,
        ephemeralAllowed: true,
        before,
      });
    const found = schemaComplaints(schema, body);
    return found.length > 0 ? invalidForm(found) : undefined;
  }

  function carryOut(
    interaction: InteractionState,
    { type, data }: CallbackBody,
    files: UploadedFile[],
  ): MessageState | undefined {
    if (type === 4) interaction.original = say(interaction, data ?? {}, files);
    if (type === 5) interaction.original = say(interaction, { flags: loading | ((data?.flags ?? 0) & ephemeral) }, []);
    if (type === 6 || type === 7) {
      if (interaction.source) interaction.original = interaction.source;
      if (type === 7 && interaction.source) messages.edit(interaction.source, data ?? {}, files);
    }
    return interaction.original;
  }

  /** POST /webhooks/{application}/{token}: the first after a deferral takes the deferred answer's place and its privacy. */
  function followUp(token: string, body: MessageBody, files: UploadedFile[]): ApiError | MessageState {
    const interaction = usable(token);
    if (isRefused(interaction)) return interaction;
    const refused = checkMessage(body, { schema: IncomingWebhookRequestPartialSchema, files, ephemeralAllowed: true });
    if (refused) return noted(interaction, refused);
    const { original } = interaction;
    if (original && !original.deleted && hasFlag(original.flags, loading))
      return answeredBy(interaction, messages.edit(original, body, files));
    const guild = interaction.channel.guildId && world.guilds.get(interaction.channel.guildId);
    const appInside = guild ? guild.botInside : interaction.channel.botInside;
    if (!appInside && interaction.followUps.length >= userInstalledFollowUps)
      return noted(interaction, apiError(40094));
    const message = say(interaction, body, files);
    interaction.followUps.push(message);
    return answeredBy(interaction, message);
  }

  /** The message an interaction's token gives access to; `@original` is its first answer. */
  function messageOf(token: string, id: string): ApiError | MessageState {
    const interaction = usable(token);
    if (isRefused(interaction)) return interaction;
    const mine = [interaction.original, ...interaction.followUps];
    const message = id === '@original' ? interaction.original : mine.find((known) => known?.id === id);
    return message && !message.deleted ? message : noted(interaction, apiError(10008));
  }

  function editMessage(token: string, id: string, body: MessageBody, files: UploadedFile[]): ApiError | MessageState {
    const message = messageOf(token, id);
    const interaction = usable(token);
    if (isRefused(message)) return message;
    if (isRefused(interaction)) return interaction;
    const schema = IncomingWebhookUpdateRequestPartialSchema;
    const refused = checkMessage(body, { schema, files, ephemeralAllowed: true, before: beforeOf(message) });
    return refused ? noted(interaction, refused) : answeredBy(interaction, messages.edit(message, body, files));
  }

  function usable(token: string): ApiError | InteractionState {
    const interaction = world.interactions.find((known) => known.token === token);
    if (!interaction) return apiError(10015);
    if (interaction.acknowledgedAt === undefined) return noted(interaction, apiError(10015));
    return world.now() - interaction.at > tokenMs ? noted(interaction, apiError(50027)) : interaction;
  }

  function say(interaction: InteractionState, body: MessageBody, files: UploadedFile[]): MessageState {
    const flags = (body.flags ?? 0) | (hiddenFrom(interaction) ? ephemeral : 0);
    const onlyFor = hasFlag(flags, ephemeral) ? { onlyFor: interaction.user } : {};
    const more = { interaction, type: answerType(interaction), ...onlyFor };
    return messages.post(interaction.channel, world.bot, { ...body, flags }, files, more);
  }

  /** Where only the user installed the app, a guild may keep its answers to that user (USE_EXTERNAL_APPS). */
  function hiddenFrom({ channel, user }: InteractionState): boolean {
    const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
    return (
      guild !== undefined && !guild.botInside && !permits(channelPermissions(world, channel, user), 'UseExternalApps')
    );
  }

  function answeredBy(interaction: InteractionState, message: MessageState): MessageState {
    interaction.answered = true;
    interaction.answer ??= message;
    changed();
    return message;
  }

  function noted(interaction: InteractionState, refused: ApiError): ApiError {
    interaction.refusals.push(Number(refused.body.code));
    changed();
    return refused;
  }

  return { callback, followUp, messageOf, editMessage };
}

function callbackTypes({ type, source }: InteractionState): number[] {
  if (type === 2) return [4, 5, 9];
  if (type === 3) return [4, 5, 6, 7, 9];
  if (type === 4) return [8];
  return source ? [4, 5, 6, 7] : [4, 5];
}

/** A message as the rules for edits see it. */
export function beforeOf(message: MessageState | undefined) {
  return message && { ...message.body, flags: message.flags, attachments: message.attachments };
}
