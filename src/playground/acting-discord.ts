import type { Person, Place, SeenMessage, SeenModal } from '../loopback/discord/index.ts';
import { localeOf } from './people.ts';
import type { Act, ActResult, Looking, UploadedFile } from './protocol.ts';
import { refuse } from './refusal.ts';
import type { DiscordStage } from './scene.ts';

export type DiscordAct = Extract<Act, { kind: `discord-${string}` }>;

/** Forms that are open are kept until so many have been opened after them. */
const mostModals = 100;
/** An option that takes a file. */
const attachment = 11;

/** Does on Discord what a visitor does, in the name of whoever they are. */
export function createDiscordActing({ person, place }: DiscordStage) {
  const modals = new Map<string, SeenModal>();

  function opened(modal: SeenModal | undefined): Pick<ActResult, 'modal'> {
    if (!modal) return {};
    const { id, callback } = modal.interaction;
    modals.set(id, modal);
    const oldest = modals.keys().next().value;
    if (modals.size > mostModals && oldest !== undefined) modals.delete(oldest);
    return { modal: { id, data: { ...callback?.data } } };
  }

  const resultOf = ({ modal, message }: Awaited<ReturnType<Person['slash']>>): ActResult => ({
    ...opened(modal),
    ...(message && { message: message.id }),
  });

  return async (looking: Looking, act: DiscordAct): Promise<ActResult> => {
    const who = person(looking.person);
    const where = place(looking.person, looking.discord) ?? refuse('There is no such channel.');
    // The app tells the bot in which language it runs.
    who.user.locale = localeOf(looking.language);
    const messageAt = (id: string): SeenMessage =>
      who.sees(where).find((message) => message.id === id) ?? refuse('There is no message there any more.');
    switch (act.kind) {
      case 'discord-slash': {
        const attached = act.file && { [fileOption(who, where, act.command)]: fileOf(act.file) };
        return resultOf(await who.slash(where, `/${act.command}`, { ...filled(act.options), ...attached }));
      }
      case 'discord-suggest': {
        const { [act.option]: _typed, ...others } = filled(act.options);
        const offers = await who.autocomplete(where, `/${act.command}`, act.typed, { ...others, [act.option]: '' });
        return { suggestions: offers.map(({ name, value }) => ({ name, value: String(value) })) };
      }
      case 'discord-menu':
        return resultOf(await who.messageCommand(where, act.command, messageAt(act.message)));
      case 'discord-press':
        return resultOf(await who.press(messageAt(act.message), act.customId));
      case 'discord-select':
        return resultOf(await who.select(messageAt(act.message), act.customId, act.values));
      case 'discord-submit': {
        const modal = modals.get(act.modal) ?? refuse('The form is no longer open.');
        return resultOf(await who.submit(modal, act.fields));
      }
      case 'discord-say':
        return { message: who.say(where, act.text).id };
    }
  };
}

/** Options left empty are not sent. */
const filled = (options: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== ''));

const fileOf = ({ name, base64 }: UploadedFile) => ({ filename: name, content: Buffer.from(base64, 'base64') });

/** The option of a command, such as `entries import`, that takes a file. */
function fileOption(who: Person, where: Place, command: string): string {
  const [name, ...path] = command.split(' ');
  let options = who.commandsIn(where).find((one) => one.type === 1 && one.name === name)?.options;
  for (const step of path) options = options?.find((option) => option.name === step)?.options;
  return options?.find(({ type }) => type === attachment)?.name ?? refuse(`/${command} takes no file.`);
}
