import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  InteractionContextType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Answer, Call } from '../../core/answer.ts';
import { unpackCall } from '../../core/call-codec.ts';
import type { Caller } from '../../core/command.ts';
import type { Dispatcher } from '../../core/dispatch.ts';
import { link, note, paragraph } from '../../core/document.ts';
import { languageOf } from '../../core/language.ts';
import type { Texts } from '../../core/texts.ts';
import { renderAnswer } from './message.ts';
import { privateOption } from './registration.ts';

type Replied = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction;

export interface InteractionParts {
  dispatcher: Dispatcher;
  texts: Texts;
  /** After this long without an answer the interaction is deferred; Discord gives 3000 ms. */
  deferAfterMs: number;
}

/** Answers every kind of interaction; rejects only for faults that are worth a line in the log. */
export function createInteractionHandler({ dispatcher, texts, deferAfterMs }: InteractionParts) {
  async function handle(interaction: Interaction): Promise<void> {
    if (interaction.isAutocomplete()) await suggest(interaction);
    else if (interaction.isChatInputCommand()) await slash(interaction);
    else if (interaction.isMessageContextMenuCommand()) await messageMenu(interaction);
    else if (interaction.isMessageComponent()) await press(interaction);
  }

  async function suggest(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const found = dispatcher.suggest(interaction.commandName, name, value, callerOf(interaction));
    await interaction.respond(found.map((one) => ({ name: one.name.slice(0, 100), value: one.value.slice(0, 100) })));
  }

  async function slash(interaction: ChatInputCommandInteraction): Promise<void> {
    const args = Object.fromEntries(
      interaction.options.data
        .filter((option) => option.name !== privateOption)
        .map((option) => [option.name, String(option.value ?? '')]),
    );
    const ephemeral = interaction.options.getBoolean(privateOption) ?? false;
    await reply(interaction, { command: interaction.commandName, args }, ephemeral);
  }

  async function messageMenu(interaction: MessageContextMenuCommandInteraction): Promise<void> {
    const command = dispatcher.commands.find(
      (one) => one.messageMenu && texts.in('en')(`${one.name}.menu`) === interaction.commandName,
    );
    const { content, url } = interaction.targetMessage;
    const { t } = callerOf(interaction);
    if (!command?.messageMenu || content.trim() === '') {
      await say(interaction, { document: [paragraph(t('error-no-text'))], private: true }, 1, true);
      return;
    }
    const question = [...content].slice(0, 300).join('');
    const excerpt = [...question].slice(0, 80).join('') + (content.length > 80 ? '…' : '');
    const call = { command: command.name, args: { [command.messageMenu]: question } };
    await reply(interaction, call, false, (answer) => ({
      ...answer,
      document: [note(`${t('answering')} `, link(url, excerpt)), ...answer.document],
      private: answer.private || !answer.call,
    }));
  }

  async function press(interaction: MessageComponentInteraction): Promise<void> {
    const packed = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : interaction.customId;
    const call = unpackCall(dispatcher.commands, packed);
    if (!call) {
      const { t } = callerOf(interaction);
      await say(interaction, { document: [paragraph(t('error-old-button'))], private: true }, 1, true);
      return;
    }
    const alone = interaction.message.flags.has(MessageFlags.Ephemeral);
    const own = interaction.message.interactionMetadata?.user.id === interaction.user.id;
    if (alone || (call.page !== undefined && own)) await turn(interaction, call);
    else await reply(interaction, call, interaction.context !== InteractionContextType.BotDM);
  }

  /** Shows the answer in the message that the button is on. */
  async function turn(interaction: MessageComponentInteraction, call: Call): Promise<void> {
    const caller = callerOf(interaction);
    const { answer, deferred } = await withinDeadline(dispatcher.answer(call, caller), () => interaction.deferUpdate());
    const body = bodyOf(answer, call.page ?? 1, caller);
    if (deferred) await interaction.editReply(body);
    else await interaction.update(body);
  }

  async function reply(
    interaction: Replied,
    call: Call,
    ephemeral: boolean,
    adapt: (answer: Answer) => Answer = (answer) => answer,
  ): Promise<void> {
    const caller = callerOf(interaction);
    const { answer, deferred } = await withinDeadline(dispatcher.answer(call, caller), () =>
      interaction.deferReply(ephemeral ? { flags: MessageFlags.Ephemeral } : {}),
    );
    const adapted = adapt(answer);
    if (deferred) await interaction.editReply(bodyOf(adapted, call.page ?? 1, caller));
    else await say(interaction, adapted, call.page ?? 1, ephemeral || (adapted.private ?? false));
  }

  async function say(interaction: Replied, answer: Answer, page: number, ephemeral: boolean): Promise<void> {
    const body = bodyOf(answer, page, callerOf(interaction));
    await interaction.reply(ephemeral ? { ...body, flags: body.flags | MessageFlags.Ephemeral } : body);
  }

  function bodyOf(answer: Answer, page: number, caller: Caller) {
    const { components } = renderAnswer(answer, page, dispatcher.commands, caller.t);
    return { components, flags: MessageFlags.IsComponentsV2 as const, allowedMentions: { parse: [] } };
  }

  function callerOf(interaction: Pick<BaseInteraction, 'locale' | 'user' | 'context'>): Caller {
    const language = languageOf(interaction.locale);
    return {
      platform: 'discord',
      userId: interaction.user.id,
      place: interaction.context === InteractionContextType.BotDM ? 'private' : 'shared',
      language,
      t: texts.in(language),
    };
  }

  async function withinDeadline(answering: Promise<Answer>, defer: () => Promise<unknown>) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, deferAfterMs, 'late');
    });
    const first = await Promise.race([answering, late]);
    clearTimeout(timer);
    if (first !== 'late') return { answer: first, deferred: false };
    await defer();
    return { answer: await answering, deferred: true };
  }

  return handle;
}

/** Whether Discord says that the interaction ran out or was already answered: nothing is left to do then. */
export const isExpired = (error: unknown): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownInteraction ||
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
