import type { Answer } from '../../../src/core/answer.ts';
import { type Caller, type Command, command, file, optional, text } from '../../../src/core/command.ts';
import { type Community, defaultSettings, type Settings } from '../../../src/core/community.ts';
import { paragraph } from '../../../src/core/document.ts';
import type { Form, FormValues } from '../../../src/core/form.ts';
import { createReception } from '../../../src/core/reception.ts';
import type { Texts } from '../../../src/core/texts.ts';
import { shared } from '../../builders/callers.ts';
import { testDispatcher, texts } from '../../builders/dispatcher.ts';
import { smallCatalogue } from '../../builders/knowledge.ts';
import { type BotOptions, createBot } from './bot.ts';
import { memoryDialogues } from './store.ts';

interface Saved {
  values: FormValues;
  by: string;
  community: string;
}

const named = (value: string, en: string) => ({ value, name: { en }, aliases: [] });
const topics = [named('nato', 'NATO'), named('territory', 'Territory')];
const parties = [named('russia', 'Russia'), named('ukraine', 'Ukraine'), named('united-states', 'United States')];

/** Commands with every kind of field, file and confidential answer, over a list of what was saved. */
function editingCommands(saved: Saved[], held: FormValues, failures: Error[]) {
  const form = (question: string): Form => ({
    title: 'New entry',
    fields: [
      {
        kind: 'text',
        lines: 'one',
        name: 'question',
        label: 'Question',
        hint: 'As members would ask it',
        required: true,
        value: question || (held.question ?? ''),
        maxLength: 60,
        check: (value) => (value.includes('!') ? 'Please don’t shout.' : undefined),
      },
      { kind: 'choice', name: 'topic', label: 'Topic', required: true, value: held.topic ?? '', choices: topics },
      {
        kind: 'choices',
        name: 'parties',
        label: 'Parties',
        required: false,
        value: held.parties ?? '',
        choices: parties,
      },
      {
        kind: 'text',
        lines: 'many',
        name: 'body',
        label: 'Answer',
        required: true,
        value: held.body ?? '',
        maxLength: 4000,
      },
      {
        kind: 'text',
        lines: 'one',
        name: 'note',
        label: 'Note',
        required: false,
        value: held.note ?? '',
        maxLength: 100,
      },
    ],
    submit: { command: 'note add', args: {} },
  });
  const take = (values: FormValues, caller: Caller): Answer => {
    const failure = failures.shift();
    if (failure) throw failure;
    saved.push({ values, by: caller.person.id, community: caller.community.name });
    return {
      document: [paragraph(`Kept: ${values.question ?? values.what}`)],
      buttons: [{ label: 'Publish', call: { command: 'note publish', args: {} } }],
      confidential: true,
    };
  };
  const add = command({
    name: 'note add',
    audience: 'moderators',
    messageMenu: 'text',
    options: { text: optional(text({ maxLength: 60 })) },
    run: (args): Answer => ({ document: [], form: form(args.text ?? ''), confidential: true }),
    submit: (_, values, caller) => take(values, caller),
  });
  const publish = command({
    name: 'note publish',
    audience: 'moderators',
    unlisted: true,
    options: {},
    run: (_, caller): Answer => ({
      document: [paragraph(`Published for ${caller.community.name}.`)],
      buttons: [{ label: 'Again', call: { command: 'note publish', args: {} } }],
      confidential: true,
    }),
  });
  const list = command({
    name: 'note list',
    options: {},
    run: (): Answer => ({ document: [paragraph(`${saved.length} kept`)] }),
  });
  const drafts = command({
    name: 'note drafts',
    audience: 'moderators',
    options: {},
    run: (_, caller): Answer => ({
      document: [paragraph(`The secret drafts of ${caller.community.name}`)],
      buttons: [{ label: 'Publish', call: { command: 'note publish', args: {} } }],
      confidential: true,
    }),
  });
  const send = command({
    name: 'note import',
    audience: 'moderators',
    options: { file: file() },
    async run(args): Promise<Answer> {
      const bytes = await args.file.read(1024 * 1024);
      return { document: [paragraph(`${args.file.name}: ${Buffer.from(bytes).toString()}`)], confidential: true };
    },
  });
  const get = command({
    name: 'note export',
    audience: 'moderators',
    options: {},
    run: (): Answer => ({
      document: [paragraph('Here it is.')],
      files: [{ name: 'notes.json', bytes: Buffer.from('[]') }],
      confidential: true,
    }),
  });
  const tell = command({
    name: 'tell',
    options: {},
    run: (_, caller): Answer => ({
      document: [],
      form: {
        title: 'What is wrong',
        fields: [
          {
            kind: 'text',
            lines: 'many',
            name: 'what',
            label: 'What is wrong',
            required: true,
            value: '',
            maxLength: 50,
          },
          { kind: 'choice', name: 'topic', label: 'Topic', required: false, value: '', choices: topics },
        ],
        submit: { command: 'tell', args: {} },
      },
      private: caller.place === 'shared',
    }),
    submit: (_, values, caller) => ({ ...take(values, caller), confidential: false, private: true }),
  });
  return [add, publish, list, drafts, send, get, tell] satisfies Command[];
}

/** What the interface says about these commands; everything else as it really is. */
const descriptions: Record<string, string> = {
  'note.description': 'Notes',
  'note-add.description': 'Add a note',
  'note-list.description': 'List the notes',
  'note-drafts.description': 'Drafts',
  'note-import.file': 'a file',
  'note-import.usage': '/note import, as the caption of a file',
  'note-import.description': 'Read notes from a file',
  'note-export.description': 'Write notes into a file',
  'tell.description': 'Say what is wrong',
};

const withDescriptions: Texts = {
  ...texts,
  in: (language) => (key, values) => descriptions[key] ?? texts.in(language)(key, values),
};

/** Communities by chat, and whom each person works for in private: what a store keeps. */
function testCommunities(settings: Partial<Settings>) {
  const communities = new Map<string, Community>();
  const working = new Map<string, string>();
  const reception = createReception({
    texts: withDescriptions,
    operators: [],
    shared: () => shared,
    async communityOf({ platform, id, title }) {
      const known = communities.get(id);
      if (known) return known;
      const made = { id, name: title, chats: [{ platform, id }], settings: { ...defaultSettings, ...settings } };
      communities.set(id, made);
      return made;
    },
    communityById: async (id) => communities.get(id),
    choicesOf: async ({ id }) => ({ worksFor: working.get(id) }),
    catalogueOf: async () => smallCatalogue(),
  });
  return { reception, working };
}

/** The bot with commands to edit with, in a group where Mod is an administrator and Ann is not. */
export async function startEditing({
  server = {},
  held = {} as FormValues,
  failures = [] as Error[],
  settings = {},
  ...options
}: BotOptions & { held?: FormValues; failures?: Error[]; settings?: Partial<Settings> } = {}) {
  const saved: Saved[] = [];
  const dialogues = memoryDialogues();
  let now = Date.parse('2026-03-01T12:00:00Z');
  const { dispatcher, faults } = testDispatcher({ more: editingCommands(saved, held, failures) });
  const { reception, working } = testCommunities(settings);
  const parts = {
    dispatcher,
    reception,
    dialogues,
    workFor: async (person: { id: string }, chat: { id: string }) => void working.set(person.id, chat.id),
    now: () => now,
    texts: withDescriptions,
    ...options.parts,
  };
  const started = await createBot({ server, parts });
  await started.bot.start();
  const { telegram } = started;
  const mod = telegram.user({ first_name: 'Mod', language_code: 'en' });
  const ann = telegram.user({ first_name: 'Ann', language_code: 'en' });
  const group = telegram.supergroup({ title: 'Talks', members: [ann], admins: [mod] });
  return {
    ...started,
    mod,
    ann,
    group,
    saved,
    faults,
    dialogues,
    working,
    pass: (ms: number) => {
      now += ms;
    },
  };
}
