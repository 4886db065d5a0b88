import type { Answer } from '../../../src/core/answer.ts';
import { type Choice, choices, command, file, optional, text } from '../../../src/core/command.ts';
import { paragraph } from '../../../src/core/document.ts';
import type { Form, FormValues } from '../../../src/core/form.ts';

const languages: Choice[] = [
  { value: 'en', name: { en: 'English', uk: 'англійська' }, aliases: [] },
  { value: 'uk', name: { en: 'Ukrainian', uk: 'українська' }, aliases: [] },
];
const moods: Choice[] = ['calm', 'brisk', 'grave'].map((value) => ({ value, name: { en: value }, aliases: [] }));

/** What moderators do with memos in these tests; each shows what has arrived. */
export function createMemos() {
  const submitted: { id: string | undefined; values: FormValues }[] = [];
  const kept: FormValues = { title: 'An old title', body: 'Two\nlines', language: 'uk', moods: 'calm,grave' };
  const read: Uint8Array[] = [];
  let holding: Promise<void> | undefined;
  let letGo = () => {};

  const form = (id: string | undefined, held: FormValues): Form => ({
    title: 'A memo',
    fields: [
      {
        kind: 'text',
        name: 'title',
        label: 'Title',
        hint: 'In a few words',
        lines: 'one',
        maxLength: 80,
        required: true,
        value: held.title ?? '',
      },
      {
        kind: 'text',
        name: 'body',
        label: 'Text',
        lines: 'many',
        maxLength: 4000,
        required: false,
        value: held.body ?? '',
      },
      {
        kind: 'choice',
        name: 'language',
        label: 'Language',
        choices: languages,
        required: true,
        value: held.language ?? '',
      },
      { kind: 'choices', name: 'moods', label: 'Moods', choices: moods, required: false, value: held.moods ?? '' },
    ],
    submit: { command: 'memo add', args: id === undefined ? {} : { id } },
  });
  const shown = (said: string, more: Partial<Answer> = {}): Answer => ({
    document: [paragraph(said)],
    confidential: true,
    ...more,
  });
  const write = { label: 'Write', call: { command: 'memo add', args: {} } };
  const edit = { label: 'Edit', call: { command: 'memo add', args: { id: 'm1' } } };
  const purge = { label: 'Purge', call: { command: 'memo purge', args: {} } };

  const commands = [
    command({
      name: 'memo add',
      audience: 'moderators',
      options: {
        id: optional(text({ maxLength: 40, suggest: () => [{ name: 'The first', value: 'm1' }] })),
        about: optional(text({ maxLength: 4000 })),
      },
      messageMenu: 'about',
      async run({ id, about }) {
        await holding;
        const held = about === undefined ? {} : { body: about };
        return shown('Fill this in.', { form: form(id, id === undefined ? held : kept) });
      },
      async submit({ id }, values) {
        await holding;
        submitted.push({ id, values });
        if (values.title === 'bad') return shown('That title will not do.', { form: form('m1', values) });
        return shown(`Kept: ${values.title}`, { buttons: [edit] });
      },
    }),
    command({
      name: 'memo list',
      audience: 'moderators',
      options: {},
      run: () => shown('One memo.', { buttons: [write, edit, purge] }),
    }),
    command({
      name: 'memo load',
      audience: 'moderators',
      options: { file: file(), label: optional(text({ maxLength: 40 })) },
      async run({ file: sent, label }) {
        read.push(await sent.read(1000));
        return shown(`Read ${sent.name}, ${sent.size} bytes, ${label ?? 'unlabelled'}.`);
      },
    }),
    command({
      name: 'memo dump',
      audience: 'moderators',
      options: { bytes: optional(text({ maxLength: 10 })) },
      run: ({ bytes }) =>
        shown('Here it is.', {
          files: [{ name: 'усі memos (1).zip', bytes: Buffer.alloc(Number(bytes ?? 5), 'a') }],
        }),
    }),
    command({ name: 'memo purge', audience: 'moderators', unlisted: true, options: {}, run: () => shown('Purged.') }),
    command({
      name: 'box look',
      options: {},
      run: () => ({
        document: [paragraph('A box.')],
        buttons: [
          { label: 'Fill', call: { command: 'box fill', args: {} } },
          { label: 'Say', call: { command: 'wish', args: {} } },
        ],
      }),
    }),
    command({ name: 'box fill', audience: 'moderators', options: {}, run: () => shown('The box is full.') }),
    command({
      name: 'wish',
      options: { kind: optional(choices(() => moods)) },
      async run(_args, caller) {
        await holding;
        return {
          document: [paragraph(`A wish of ${caller.person.name}`)],
          form: {
            title: 'A wish',
            fields: form(undefined, {}).fields.slice(0, 1),
            submit: { command: 'wish', args: {} },
          },
        };
      },
      submit: (_args, { title }) => ({ document: [paragraph(`Wished: ${title}`)], private: true }),
    }),
    command({
      name: 'scroll',
      options: {},
      run: (_args, _caller, page) =>
        page === 1
          ? {
              document: [paragraph('The beginning.')],
              buttons: [{ label: 'On', call: { command: 'scroll', args: {}, page: 2 } }],
            }
          : { document: [paragraph('There is no more.')], private: true },
    }),
    command({
      name: 'whisper',
      options: {},
      async run() {
        await holding;
        return { document: [paragraph('Between us.')], confidential: true };
      },
    }),
    command({
      name: 'aloud',
      options: {},
      async run(_args, caller) {
        await holding;
        return { document: [paragraph(`${caller.community.name || 'nowhere'}: ${await caller.role()}`)] };
      },
    }),
  ];

  return {
    commands,
    submitted,
    read,
    /** Has every command wait, until called again. */
    hold() {
      holding = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => letGo();
    },
  };
}
