import { parseArgs } from 'node:util';
import { type Language, languages } from './core/language.ts';

/** What the program is asked to do. */
export type Task =
  | { kind: 'run' }
  | { kind: 'ask'; question: string | undefined; language: Language; json: boolean }
  | { kind: 'commands'; platform: 'discord' | 'telegram' }
  | { kind: 'check' }
  | { kind: 'doctor'; json: boolean }
  | { kind: 'backup'; file: string; force: boolean }
  | { kind: 'restore'; file: string; force: boolean }
  | { kind: 'help' }
  | { kind: 'version' }
  /** Not understood: `message` says how to mend it. */
  | { kind: 'usage'; message: string };

export const usage = `Parley answers questions about the Ukraine–Russia peace negotiations.

  npm start                                      connect to the platforms whose tokens are set;
                                                 without any, take questions on this terminal
  npm start -- ask "question" [--lang en|uk|ru] [--json]
                                                 one answer and out
  npm start -- ask --stdin [--lang …]            one JSON line for each line read
  npm start -- commands --platform discord|telegram
                                                 what would be registered, as JSON
  npm start -- check                             check the content
  npm start -- doctor [--json]                   look for what is wrong or soon will be, and say how to mend it;
                                                 status 1 where something must be mended
  npm start -- backup FILE [--force]             save all that is kept, while Parley runs; --force replaces FILE
  npm start -- restore FILE [--force]            read it back into an empty database, or with --force into any
  npm start -- --version | --help
`;

/** Reads the command line, without the program's own name. */
export function readTask(argv: string[]): Task {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return { kind: 'usage', message: (error as Error).message };
  }
  const { values, positionals } = parsed;
  const [name, ...words] = positionals;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  switch (name) {
    case undefined:
      return { kind: 'run' };
    case 'check':
      return { kind: 'check' };
    case 'doctor':
      if (words.length > 0) return { kind: 'usage', message: 'The doctor takes nothing but --json.' };
      return { kind: 'doctor', json: values.json };
    case 'backup':
    case 'restore': {
      const [file] = words;
      if (file === undefined || words.length > 1)
        return { kind: 'usage', message: `Say which file: npm start -- ${name} parley.backup` };
      return { kind: name, file, force: values.force };
    }
    case 'commands': {
      const { platform } = values;
      if (platform === 'discord' || platform === 'telegram') return { kind: 'commands', platform };
      return { kind: 'usage', message: 'Say which platform: --platform discord or --platform telegram.' };
    }
    case 'ask': {
      const language = languages.find((one) => one === values.lang);
      if (!language) return { kind: 'usage', message: `--lang takes one of ${languages.join(', ')}.` };
      const question = words.join(' ').trim();
      if (values.stdin && question !== '')
        return { kind: 'usage', message: 'Give either a question or --stdin, not both.' };
      if (values.stdin) return { kind: 'ask', question: undefined, language, json: true };
      if (question === '')
        return { kind: 'usage', message: 'Ask something: npm start -- ask "is a ceasefire likely".' };
      return { kind: 'ask', question, language, json: values.json };
    }
    default:
      return { kind: 'usage', message: `There is no command “${name}”.` };
  }
}

const parse = (argv: string[]) =>
  parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      lang: { type: 'string', default: 'en' },
      json: { type: 'boolean', default: false },
      stdin: { type: 'boolean', default: false },
      force: { type: 'boolean', default: false },
      platform: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'v', default: false },
    },
  });
