import type { Answer } from '../src/core/answer.ts';
import { type Caller, type Command, choice, command, optional } from '../src/core/command.ts';
import { code, heading, list, note, paragraph, spans, strong } from '../src/core/document.ts';

/** How to use Parley, made from the commands themselves. */
export const help = (commands: () => readonly Command[]) =>
  command({
    name: 'help',
    options: {
      command: optional(
        choice(() => commands().map((one) => ({ value: one.name, name: { en: one.name }, aliases: [`/${one.name}`] }))),
      ),
    },
    run(args, caller): Answer {
      const found = commands().find((one) => one.name === args.command);
      return { ...(found ? one(found, caller) : all(commands(), caller)), private: true };
    },
  });

function all(commands: readonly Command[], { t }: Caller): Answer {
  return {
    document: [
      heading(2, t('help-title')),
      paragraph(t('help-intro')),
      list(commands.map((one) => spans(strong(`/${one.name}`), ` — ${t(`${one.name}.description`)}`))),
      note(t('help-more')),
    ],
    buttons: [{ label: t('browse'), call: { command: 'topics', args: {} } }],
    call: { command: 'help', args: {} },
  };
}

function one(command: Command, { t }: Caller): Answer {
  const options = Object.entries(command.options).map(([name, option]) =>
    spans(
      strong(t(`option-${name}`)),
      ` — ${t(`${command.name}.${name}`)}${option.required ? '' : ` (${t('optional')})`}`,
    ),
  );
  return {
    document: [
      heading(2, `/${command.name}`),
      paragraph(t(`${command.name}.description`)),
      ...(options.length > 0 ? [list(options)] : []),
      paragraph(`${t('example')}: `, code(t(`${command.name}.usage`))),
    ],
    buttons: [{ label: t('all-commands'), call: { command: 'help', args: {} } }],
    call: { command: 'help', args: { command: command.name } },
  };
}
