import type { Answer } from '../src/core/answer.ts';
import { type Caller, type Command, command, optional, type Suggestion, text, textKey } from '../src/core/command.ts';
import { type Block, code, heading, list, note, paragraph, spans, strong } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';

/** How to use Parley, made from the commands themselves. What only moderators may do is shown to them alone. */
export const help = (commands: () => readonly Command[]) =>
  command({
    name: 'help',
    options: {
      command: optional(
        text({
          maxLength: 40,
          suggest: async (typed, caller) => suggestions(await usableBy(caller, commands()), typed, caller),
        }),
      ),
    },
    async run(args, caller): Promise<Answer> {
      const usable = await usableBy(caller, commands());
      if (args.command === undefined) return { ...all(usable, caller), private: true };
      const wanted = plain(args.command);
      const asked = usable.filter(({ name }) => firstWord(name) === firstWord(wanted));
      if (!firstWords(commands()).includes(firstWord(wanted)))
        throw new UserError('error-unknown-command', { command: wanted });
      return { ...(asked.length > 0 ? about(asked, caller) : all(usable, caller)), private: true };
    },
  });

async function usableBy(caller: Caller, commands: readonly Command[]): Promise<Command[]> {
  const isModerator = (await caller.role()) === 'moderator';
  return commands.filter(({ audience, unlisted }) => !unlisted && (isModerator || !audience));
}

/** However it is written: with a slash or without, in any case. */
const plain = (typed: string): string => typed.trim().replace(/^\//u, '').toLowerCase();

/** Those that go on from what is typed, with what they do. */
const suggestions = (usable: readonly Command[], typed: string, { t }: Caller): Suggestion[] =>
  firstWords(usable)
    .filter((word) => word.startsWith(plain(typed)))
    .map((word) => ({ name: [...`/${word} — ${t(`${word}.description`)}`].slice(0, 100).join(''), value: word }));

const firstWord = (name: string): string => name.split(/\s/u)[0] as string;

/** Each command once, whatever the number of its actions. */
const firstWords = (commands: readonly Command[]): string[] => [
  ...new Set(commands.filter(({ unlisted }) => !unlisted).map(({ name }) => firstWord(name))),
];

function all(usable: readonly Command[], caller: Caller): Answer {
  const { t } = caller;
  const forModerators = usable.filter(({ audience }) => audience);
  const listed = (commands: readonly Command[]): Block =>
    list(firstWords(commands).map((word) => spans(strong(`/${word}`), ` — ${t(`${word}.description`)}`)));
  return {
    document: [
      heading(2, t('help-title')),
      paragraph(t('help-intro')),
      listed(usable.filter(({ audience }) => !audience)),
      ...(forModerators.length > 0 ? [heading(3, t('help-moderators')), listed(forModerators)] : []),
      note(t('help-more')),
    ],
    buttons: [{ label: t('browse'), call: { command: 'topics', args: {} } }],
    call: { command: 'help', args: {} },
  };
}

/** A command, or each action of one that has several. */
function about(commands: readonly Command[], { t }: Caller): Answer {
  const word = firstWord((commands[0] as Command).name);
  return {
    document: [
      heading(2, `/${word}`),
      paragraph(t(`${word}.description`)),
      ...commands.flatMap((one) => [
        ...(one.name === word ? [] : [heading(3, `/${one.name}`), paragraph(t(`${textKey(one)}.description`))]),
        ...optionsOf(one, t),
        paragraph(`${t('example')}: `, code(t(`${textKey(one)}.usage`))),
      ]),
    ],
    buttons: [{ label: t('all-commands'), call: { command: 'help', args: {} } }],
    call: { command: 'help', args: { command: word } },
  };
}

function optionsOf(one: Command, t: Caller['t']): Block[] {
  const options = Object.entries(one.options).map(([name, option]) =>
    spans(
      strong(t(`option-${name}`)),
      ` — ${t(`${textKey(one)}.${name}`)}${option.required ? '' : ` (${t('optional')})`}`,
    ),
  );
  return options.length > 0 ? [list(options)] : [];
}
