import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  messageLink,
} from 'discord.js';
import type { Answer, Call } from '../../core/answer.ts';
import { unpackCall } from '../../core/call-codec.ts';
import { type Caller, textKey } from '../../core/command.ts';
import { link, note, paragraph } from '../../core/document.ts';
import type { Texts } from '../../core/texts.ts';
import type { Outcome } from '../../core/watch.ts';
import { type AnsweringParts, createAnswering } from './answering.ts';
import { receivedFile } from './files.ts';
import { enteredValues } from './modal.ts';
import { originOf } from './origin.ts';
import { privateOption } from './registration.ts';

export interface InteractionParts extends AnsweringParts {
  texts: Texts;
  /** Discord's API or a proxy of it. */
  apiUrl: string | undefined;
}

/** Answers every kind of interaction; rejects only for faults that are worth a line in the log. */
export function createInteractionHandler(parts: InteractionParts) {
  const { dispatcher, reception, rights, texts, apiUrl } = parts;
  const answer = createAnswering(parts);

  async function handle(interaction: Interaction): Promise<Outcome> {
    if (interaction.isAutocomplete()) return await suggest(interaction);
    if (interaction.isChatInputCommand()) return await slash(interaction);
    if (interaction.isMessageContextMenuCommand()) return await messageMenu(interaction);
    if (interaction.isMessageComponent()) return await press(interaction);
    if (interaction.isModalSubmit()) return await submit(interaction);
    return 'refused';
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<Outcome> {
    const { name, value } = interaction.options.getFocused(true);
    const caller = await reception(originOf(interaction, rights));
    const found = await dispatcher.suggest(commandOf(interaction), name, value, caller);
    await interaction.respond(found.map((one) => ({ name: one.name.slice(0, 100), value: one.value.slice(0, 100) })));
    return 'answered';
  }

  async function slash(interaction: ChatInputCommandInteraction): Promise<Outcome> {
    const options = filledIn(interaction.options.data).filter(({ name }) => name !== privateOption);
    const call: Call = {
      command: commandOf(interaction),
      args: Object.fromEntries(
        options.filter(({ attachment }) => !attachment).map(({ name, value }) => [name, String(value ?? '')]),
      ),
      files: Object.fromEntries(
        options.flatMap(({ name, attachment }) => (attachment ? [[name, receivedFile(attachment, apiUrl)]] : [])),
      ),
    };
    const alone = interaction.options.getBoolean(privateOption) ?? false;
    return await answer({ interaction, call, act: (caller) => dispatcher.answer(call, caller), alone });
  }

  async function messageMenu(interaction: MessageContextMenuCommandInteraction): Promise<Outcome> {
    const command = dispatcher.commands.find(
      (one) => one.messageMenu && texts.in('en')(`${textKey(one)}.menu`) === interaction.commandName,
    );
    const option = command?.options[command.messageMenu ?? ''];
    const { channelId, guildId } = interaction;
    const { content, id } = interaction.targetMessage;
    const url = guildId === null ? messageLink(channelId, id) : messageLink(channelId, id, guildId);
    if (!command?.messageMenu || content.trim() === '') return remark(interaction, 'error-no-text');
    const most = option?.kind === 'text' ? option.maxLength : 300;
    const call = { command: command.name, args: { [command.messageMenu]: [...content].slice(0, most).join('') } };
    const excerpt = [...content].slice(0, 80).join('') + (content.length > 80 ? '…' : '');
    const answering = (found: Answer, { t }: Caller): Answer => ({
      ...found,
      document: [note(`${t('answering')} `, link(url, excerpt)), ...found.document],
      private: found.private || !found.call,
    });
    const act = async (caller: Caller) => {
      const found = await dispatcher.answer(call, caller);
      return found.form || found.failed ? found : answering(found, caller);
    };
    return await answer({ interaction, call, act, alone: false });
  }

  async function press(interaction: MessageComponentInteraction): Promise<Outcome> {
    const packed = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
    const call = unpackCall(dispatcher.commands, packed);
    if (!call) return remark(interaction, 'error-old-button');
    const { message, user } = interaction;
    const ownPage = call.page !== undefined && message.interactionMetadata?.user.id === user.id;
    const on = message.flags.has(MessageFlags.Ephemeral) || ownPage ? interaction : undefined;
    return await answer({
      interaction,
      call,
      act: (caller) => dispatcher.answer(call, caller),
      alone: apart(interaction, on),
      on,
    });
  }

  async function submit(interaction: ModalSubmitInteraction): Promise<Outcome> {
    const call = unpackCall(dispatcher.commands, interaction.customId);
    if (!call) return remark(interaction, 'error-old-button');
    const onEphemeral = interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral);
    const on = onEphemeral ? interaction : undefined;
    const values = enteredValues(interaction);
    const act = (caller: Caller) => dispatcher.submit(call, values, caller);
    return await answer({ interaction, call, act, alone: interaction.isFromMessage() && apart(interaction, on), on });
  }

  /** What somebody does on a message that others see is answered to them alone. */
  const apart = (interaction: MessageComponentInteraction | ModalSubmitInteraction, on: unknown): boolean =>
    on === undefined && interaction.context !== InteractionContextType.BotDM;

  async function remark(
    interaction: MessageContextMenuCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction,
    key: string,
  ): Promise<Outcome> {
    const act = async ({ t }: Caller): Promise<Answer> => ({ document: [paragraph(t(key))], private: true });
    await answer({ interaction, call: { command: '', args: {} }, act, alone: true });
    return 'refused';
  }

  return handle;
}

/** What operators are told that was asked: a command by its name, or the kind of interaction. */
export function nameOf(interaction: Interaction): string {
  if (interaction.isAutocomplete()) return 'autocomplete';
  if (interaction.isChatInputCommand()) return commandOf(interaction);
  if (interaction.isMessageContextMenuCommand()) return 'question';
  if (interaction.isMessageComponent()) return 'press';
  return interaction.isModalSubmit() ? 'form' : 'other';
}

/** The name of the command that is called, its action included. */
function commandOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const action = options.getSubcommand(false);
  return action === null ? commandName : `${commandName} ${action}`;
}

/** The options of the command, or of its action where it has several. */
const filledIn = (options: readonly CommandInteractionOption[]): readonly CommandInteractionOption[] =>
  options[0]?.options ?? options;
