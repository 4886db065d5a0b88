import type { Answer, Call } from './answer.ts';
import { type Resolution, resolveArguments, understoodArguments } from './arguments.ts';
import { matchingChoices } from './choices.ts';
import type { Caller, Command, Suggestion } from './command.ts';
import { menu, note, paragraph } from './document.ts';
import { UserError } from './errors.ts';
import { localized } from './language.ts';

export interface Dispatcher {
  readonly commands: readonly Command[];
  /** Runs a call and always has something to say: faults are logged under the id that the person is shown. */
  answer(call: Call, caller: Caller): Promise<Answer>;
  /** What to offer while `typed` stands in an option; at most 25. */
  suggest(command: string, option: string, typed: string, caller: Caller): Suggestion[];
}

export interface DispatcherParts {
  commands: readonly Command[];
  /** Called once for each fault that is ours, with the id under which the person may report it. */
  onFault(error: unknown, incident: string, call: Call): void;
  newIncidentId(): string;
}

/** The one way from what a person asked to what they are told, the same on every platform. */
export function createDispatcher({ commands, onFault, newIncidentId }: DispatcherParts): Dispatcher {
  const byName = new Map(commands.map((one) => [one.name, one]));

  async function answer(call: Call, caller: Caller): Promise<Answer> {
    try {
      const command = byName.get(call.command);
      if (!command) throw new UserError('error-unknown-command', { command: call.command });
      const resolution = resolveArguments(command, call.args);
      if (!resolution.ok) return askAgain(command, call, resolution, caller);
      return await command.run(resolution.args, caller, call.page ?? 1);
    } catch (error) {
      if (error instanceof UserError)
        return { document: [paragraph(caller.t(error.key, error.values))], private: true };
      const incident = newIncidentId();
      onFault(error, incident, call);
      return { document: [paragraph(caller.t('error-fault', { incident }))], private: true };
    }
  }

  function suggest(command: string, option: string, typed: string, caller: Caller): Suggestion[] {
    const found = byName.get(command)?.options[option];
    if (!found) return [];
    if (found.kind === 'text') return found.suggest?.(typed, caller).slice(0, 25) ?? [];
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

  return { commands, answer, suggest };
}

/** Says what is missing or not understood and, where there is a choice, offers it. */
function askAgain(command: Command, call: Call, failed: Resolution & { ok: false }, caller: Caller): Answer {
  const { t } = caller;
  const option = command.options[failed.option];
  const label = t(`${command.name}.${failed.option}`);
  if (option?.kind === 'text') {
    const said =
      failed.problem === 'too-long'
        ? t('error-too-long', { option: label, limit: option.maxLength })
        : t('error-missing', { option: label });
    return {
      document: [paragraph(said), note(t('error-usage', { usage: t(`${command.name}.usage`) }))],
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
