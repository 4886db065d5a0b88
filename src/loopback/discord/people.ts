import { callBot } from './calling.ts';
import { chatInputData, commandHead } from './command-data.ts';
import type { CommandState, Commands } from './commands.ts';
import type { Gateway } from './gateway.ts';
import { type Heard, hear, type Listening } from './heard.ts';
import type { Messages } from './messages.ts';
import { type FieldValue, type SeenModal, submission } from './modals.ts';
import { offeredCommands, pickCommand } from './offered-commands.ts';
import { addUser, emptyResolved, type NewFile, type OptionValue, trimResolved } from './option-values.ts';
import type { Choice, Json } from './payloads.ts';
import { channelPermissions, permits } from './permissions.ts';
import type { Place } from './places.ts';
import { refuse } from './refusal.ts';
import { type SeenMessage, seen } from './seen.ts';
import type { Waiting } from './waiting.ts';
import type { ChannelState, MessageState, UserState, World } from './world.ts';

/** Someone who talks to the bot, as through Discord's own app. */
export type Person = ReturnType<ReturnType<typeof createPeople>>;

/** A message, or what was heard with one. */
export type OnMessage = SeenMessage | Heard;

/** An autocomplete suggestion in the person's language. */
export interface Offer {
  name: string;
  value: string | number;
}

interface PeopleParts {
  world: World;
  commands: Commands;
  gateway: Gateway;
  messages: Messages;
  waiting: Waiting;
  filesUrl: () => string;
  /** Makes a person a member of the channel's guild if they are none yet. */
  join: (channel: ChannelState, user: UserState) => void;
}

/** Makes people who speak, call commands, press buttons and fill in forms. */
export function createPeople({ world, commands, gateway, messages, waiting, filesUrl, join }: PeopleParts) {
  const attach = ({ filename, content, contentType = 'application/octet-stream', ...claimed }: NewFile): Json => {
    const file = { id: world.snowflake(), filename, contentType, bytes: Buffer.from(content) };
    messages.files.set(file.id, file);
    const url = claimed.url ?? `${filesUrl()}/${file.id}/${filename}`;
    const size = claimed.claimedSize ?? file.bytes.length;
    return { id: file.id, filename, content_type: contentType, size, url, proxy_url: url };
  };

  return (user: UserState) => {
    const place = (channel: ChannelState) => ({ world, commands, channel, user, attach });

    function enter({ state }: Place): ChannelState {
      join(state, user);
      return state;
    }

    /** Calls a chat-input command: `'/faq question: nato'`, or `'faq'` with its options apart. */
    async function slash(
      where: Place,
      line: string,
      values: Record<string, OptionValue> = {},
      how: Listening = {},
    ): Promise<Heard> {
      const channel = enter(where);
      const { data } = chatInputData(place(channel), line, values);
      return hear(callBot(world, gateway, { type: 2, channel, user, data }), line, waiting, how);
    }

    /**
     * What the bot suggests for the last option of `'/faq question:'` when `typed` has been typed there; the options may
     * also come apart, the one being typed last.
     */
    async function autocomplete(
      where: Place,
      line: string,
      typed: string,
      values: Record<string, OptionValue> = {},
    ): Promise<Offer[]> {
      const channel = enter(where);
      const { data, option } = chatInputData(place(channel), line, values, typed);
      const interaction = callBot(world, gateway, { type: 4, channel, user, data });
      const { callback } = (await hear(interaction, `${line} ${typed}…`, waiting)).interaction;
      const inOwnLanguage = ({ name, name_localizations, value }: Choice) => ({
        name: name_localizations?.[user.locale] ?? name,
        value,
      });
      const fits = ({ value }: Choice) => (option?.type === 3) === (typeof value === 'string');
      const choices = callback?.data?.choices ?? [];
      if (!choices.every(fits))
        throw new Error(`Suggestions of the wrong type for ${option?.name}: ${JSON.stringify(choices)}`);
      return choices.map(inOwnLanguage);
    }

    /** Calls a message's context-menu command. */
    async function messageCommand(where: Place, name: string, on: OnMessage): Promise<Heard> {
      const channel = enter(where);
      const state = visible(on);
      const resolved = { ...emptyResolved(), messages: { [state.id]: messages.json(state) } };
      const data = {
        ...commandHead(pickCommand(world, commands, { channel, user }, { name, type: 3 })),
        target_id: state.id,
        resolved: trimResolved(resolved),
      };
      return hear(callBot(world, gateway, { type: 2, channel, user, data }), name, waiting);
    }

    /** Calls a person's context-menu command. */
    async function userCommand(where: Place, name: string, on: { id: string }): Promise<Heard> {
      const channel = enter(where);
      const resolved = emptyResolved();
      const target = world.users.get(on.id) ?? refuse(`There is nobody with the id ${on.id}`);
      addUser(target, resolved, world, channel);
      const data = {
        ...commandHead(pickCommand(world, commands, { channel, user }, { name, type: 2 })),
        target_id: on.id,
        resolved: trimResolved(resolved),
      };
      return hear(callBot(world, gateway, { type: 2, channel, user, data }), name, waiting);
    }

    /** Presses the button with that label or custom id. */
    async function press(on: OnMessage, button: string, how: Listening = {}): Promise<Heard> {
      const state = visible(on);
      const all = seen(state).buttons;
      const byId = all.filter(({ customId }) => customId === button);
      const found = byId.length > 0 ? byId : all.filter(({ label }) => label === button);
      const [target] = found;
      if (!target)
        return refuse(
          `There is no button “${button}”; there are: ${all.map(({ label }) => label).join(', ') || 'none'}`,
        );
      if (found.length > 1) refuse(`There are ${found.length} buttons “${button}”: name one by its custom id`);
      if (target.disabled) refuse(`The button “${button}” is disabled`);
      if (!target.customId) refuse(`The button “${button}” opens ${target.url ?? 'a shop'}`);
      return touch(state, { component_type: 2, custom_id: target.customId }, `the button “${button}”`, how);
    }

    /** Chooses in the select menu with that custom id or placeholder, by the options' labels or values. */
    async function select(on: OnMessage, menu: string, chosen: string[], how: Listening = {}): Promise<Heard> {
      const state = visible(on);
      const all = seen(state).selects;
      const target = all.find(({ customId, placeholder }) => customId === menu || placeholder === menu);
      if (!target)
        return refuse(
          `There is no menu “${menu}”; there are: ${all.map(({ customId }) => customId).join(', ') || 'none'}`,
        );
      if (target.disabled) refuse(`The menu “${menu}” is disabled`);
      if (chosen.length < target.minValues || chosen.length > target.maxValues)
        refuse(`“${menu}” takes ${target.minValues} to ${target.maxValues} values`);
      const values = chosen.map((one) => {
        const option = target.options.find(({ label, value }) => value === one || label === one);
        return target.type !== 3 ? one : (option?.value ?? refuse(`“${menu}” does not offer “${one}”`));
      });
      return touch(
        state,
        { component_type: target.type, custom_id: target.customId, values },
        `the menu “${menu}”`,
        how,
      );
    }

    async function touch(state: MessageState, data: Json, act: string, how: Listening): Promise<Heard> {
      const interaction = callBot(world, gateway, {
        type: 3,
        channel: state.channel,
        user,
        data,
        source: state,
        sourceJson: messages.json(state),
      });
      return hear(interaction, act, waiting, how);
    }

    /** Sends a form the bot opened, its fields by label or custom id. */
    async function submit(
      form: SeenModal | Heard,
      fields: Record<string, FieldValue>,
      how: Listening = {},
    ): Promise<Heard> {
      const modal = ('fields' in form ? form : form.modal) ?? refuse('No form was opened');
      const { channel, source, user: opener } = modal.interaction;
      if (opener !== user) refuse(`The form was opened for ${opener.username}`);
      const data = submission(modal, fields);
      const from = source ? { source, sourceJson: messages.json(source) } : {};
      return hear(
        callBot(world, gateway, { type: 5, channel, user, data, ...from }),
        `the form “${modal.title}”`,
        waiting,
        how,
      );
    }

    /** Writes a message, which the bot sees as far as its intents go. */
    function say(where: Place, content: string): SeenMessage {
      const channel = enter(where);
      if (!permits(channelPermissions(world, channel, user), 'SendMessages'))
        refuse(`${user.username} may not write there`);
      return seen(messages.post(channel, user, { content }));
    }

    function visible(on: OnMessage): MessageState {
      const state = 'state' in on ? on.state : on.message?.state;
      if (!state || state.deleted) return refuse('There is no message there any more');
      if (state.onlyFor && state.onlyFor !== user) refuse(`Only ${state.onlyFor.username} sees that message`);
      join(state.channel, user);
      return state;
    }

    /** The messages they see in a channel now, their own ephemeral ones included. */
    const sees = ({ state }: Place): SeenMessage[] =>
      [...state.messages.values()]
        .filter(({ deleted, onlyFor }) => !deleted && (!onlyFor || onlyFor === user))
        .map(seen);
    /** The commands they are offered there, as registered. */
    const commandsIn = (where: Place): CommandState[] => offeredCommands(world, commands, enter(where), user);
    /** Their names, in the person's language. */
    const offered = (where: Place): string[] =>
      commandsIn(where).map(({ name, name_localizations }) => name_localizations?.[user.locale] ?? name);

    return {
      id: user.id,
      mention: `<@${user.id}>`,
      user,
      slash,
      autocomplete,
      messageCommand,
      userCommand,
      press,
      select,
      submit,
      say,
      sees,
      commandsIn,
      offered,
    };
  };
}
