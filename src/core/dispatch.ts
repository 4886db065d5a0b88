import type { Answer, Call } from './answer.ts';
import { type Resolution, resolveArguments, understoodArguments } from './arguments.ts';
import { matchingChoices } from './choices.ts';
import { type Arguments, type Caller, type Command, type Suggestion, textKey } from './command.ts';
import { menu, note, paragraph } from './document.ts';
import { Unavailable, UserError } from './errors.ts';
import type { FormValues } from './form.ts';
import { localized } from './language.ts';

export interface Dispatcher {
  readonly commands: readonly Command[];
  /** Runs a call and always has something to say: faults are logged under the id that the person is shown. */
  answer(call: Call, caller: Caller): Promise<Answer>;
  /** Hands what was typed into a form to the command that its `submit` names; says something in any case. */
  submit(call: Call, values: FormValues, caller: Caller): Promise<Answer>;
  /** What to offer while `typed` stands in an option; at most 25. Nothing where the caller may not call the command. */
  suggest(command: string, option: string, typed: string, caller: Caller): Promise<Suggestion[]>;
}

export interface DispatcherParts {
  commands: readonly Command[];
  /** Throws `UserError` for who asks too much. */
  throttle?(caller: Caller, command: Command, call: Call): void | Promise<void>;
  /** Called once for each fault that is ours, with the id under which the person may report it. */
  onFault(error: unknown, incident: string, call: Call): void;
  newIncidentId(): string;
}

/** The one way from what a person asked to what they are told, the same on every platform. */
export function createDispatcher({ commands, throttle, onFault, newIncidentId }: DispatcherParts): Dispatcher {
  const byName = new Map(commands.map((one) => [one.name, one]));

  /** The command, for who may call it: the right is asked for at every call, whatever the client has shown. */
  async function permitted(call: Call, caller: Caller): Promise<Command> {
    const command = byName.get(call.command);
    if (!command) throw new UserError('error-unknown-command', { command: call.command });
    // What is refused counts as well, or else refusals would be a way to keep the bot busy.
    await throttle?.(caller, command, call);
    if (!(await mayCall(command, caller))) throw new UserError('error-moderators-only');
    return command;
  }

  /** Runs what a command does; expected failures and faults become answers that only the asker sees. */
  async function carryOut(
    call: Call,
    caller: Caller,
    act: (command: Command, args: Arguments) => Answer | Promise<Answer>,
  ): Promise<Answer> {
    try {
      const command = await permitted(call, caller);
      const resolution = resolveArguments(command, call);
      if (!resolution.ok) return askAgain(command, call, resolution, caller);
      return await act(command, resolution.args);
    } catch (error) {
      if (error instanceof UserError)
        return { document: [paragraph(caller.t(error.key, error.values))], private: true, failed: true };
      const incident = newIncidentId();
      onFault(error, incident, call);
      const said = error instanceof Unavailable ? 'error-unavailable' : 'error-fault';
      return { document: [paragraph(caller.t(said, { incident }))], private: true, failed: true, incident };
    }
  }

  async function suggest(name: string, option: string, typed: string, caller: Caller): Promise<Suggestion[]> {
    const command = byName.get(name);
    const found = command?.options[option];
    if (!command || !found || found.kind === 'file' || !(await mayCall(command, caller))) return [];
    if (found.kind === 'text') return (await found.suggest?.(typed, caller))?.slice(0, 25) ?? [];
    const separator = found.kind === 'choices' ? typed.lastIndexOf(',') + 1 : 0;
    const before = typed.slice(0, separator).trim();
    return matchingChoices(found.choices(), typed.slice(separator))
      .filter((one) => !before.split(',').includes(one.value))
      .slice(0, 25)
      .map((one) => {
        const name = localized(one.name, caller.language).value;
        return before
          ? { name: `${before} ${name}`.slice(0, 100), value: `${before}${one.value}` }
          : { name, value: one.value };
      });
  }

  return {
    commands,
    answer: (call, caller) =>
      carryOut(readable(call), caller, (command, args) => command.run(args, caller, call.page ?? 1)),
    submit: (call, values, caller) =>
      carryOut(readable(call), caller, (command, args) => {
        if (!command.submit) throw new UserError('error-old-button');
        return command.submit(args, wellFormed(values), caller);
      }),
    suggest: (command, option, typed, caller) => suggest(command, option, typed.toWellFormed(), caller),
  };
}

/** Half of a surrogate pair, which JSON can hold and hardly anything else, becomes the sign for what can't be shown. */
const wellFormed = (texts: Record<string, string>): Record<string, string> =>
  Object.values(texts).every((text) => text.isWellFormed())
    ? texts
    : Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.toWellFormed()]));

const readable = (call: Call): Call => ({ ...call, args: wellFormed(call.args) });

const mayCall = async ({ audience }: Command, caller: Caller): Promise<boolean> =>
  audience === undefined || (await caller.role()) === 'moderator';

/** Says what is missing or not understood and, where there is a choice, offers it. */
function askAgain(command: Command, call: Call, failed: Resolution & { ok: false }, caller: Caller): Answer {
  // Nobody types these: a button that no longer fits was pressed, or none of ours.
  if (command.unlisted) throw new UserError('error-old-button');
  const { t } = caller;
  const option = command.options[failed.option];
  const label = t(`${textKey(command)}.${failed.option}`);
  if (option?.kind === 'text' || option?.kind === 'file') {
    const said =
      failed.problem === 'too-long' && option.kind === 'text'
        ? t('error-too-long', { option: label, limit: option.maxLength })
        : t('error-missing', { option: label });
    return {
      document: [paragraph(said), note(t('error-usage', { usage: t(`${textKey(command)}.usage`) }))],
      private: true,
    };
  }
  const { [failed.option]: _, ...others } = understoodArguments(command, call.args);
  const items = (option?.choices() ?? []).map((one) => ({
    label: localized(one.name, caller.language).value,
    call: { command: command.name, args: { ...others, [failed.option]: one.value } },
  }));
  const said =
    failed.problem === 'unknown'
      ? t('error-unknown', { option: label, typed: shorten(failed.typed) })
      : t('error-choose', { option: label });
  return {
    document: [paragraph(said), menu(items)],
    call: { command: command.name, args: others },
    private: failed.problem === 'unknown',
  };
}

function shorten(typed: string): string {
  const signs = [...typed];
  return signs.length > 80 ? `${signs.slice(0, 79).join('')}…` : typed;
}
