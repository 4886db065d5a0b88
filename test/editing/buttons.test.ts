import { expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { packCall, telegramDataLimit } from '../../src/core/call-codec.ts';
import { newsroom, nextTalks } from './newsroom.ts';

const question = 'Which of the many questions about everything has the longest id of all?';
const id = 'which-of-the-many-questions-about';

it('every button and form fits Telegram, however long an entry’s id is', async () => {
  const room = await newsroom();
  const anna = room.moderator('anna');
  const packed: string[] = [];
  const pack = ({ document, buttons, form, call }: Answer) => {
    const calls = [
      ...(call ? [{ ...call, page: 12 }] : []),
      ...(form ? [form.submit] : []),
      ...(buttons ?? []).flatMap((button) => ('call' in button ? [button.call] : [])),
      ...document.flatMap((block) => (block.kind === 'menu' ? block.items.map((item) => item.call) : [])),
    ];
    for (const one of calls) {
      const command = room.dispatcher.commands.find(({ name }) => name === one.command);
      if (command) packed.push(packCall(command, one, telegramDataLimit));
    }
  };
  const community = (await room.caller('anna')).community.id;
  const longest = 'a'.repeat(39).replace(/^a/u, 'a-');
  const writing = (await room.editing.open(await room.caller('anna'), { kind: 'entry', key: '', language: 'en' })).read(
    nextTalks,
  ).writing;
  const author = anna.person;
  for (let base = 0; base < 12; base++)
    await room.store.entries.change(
      [
        {
          community,
          kind: 'entry',
          key: longest,
          base,
          intent: 'write',
          writing: base % 2 ? writing : writing && { ...writing, reviewBy: '2026-01-01' },
          names: [],
          author,
          at: base,
          reason: '',
        },
      ],
      [],
    );
  for (const line of [
    `/entry add ${question}`,
    `/entry edit ${longest}`,
    '/entry position united-states territory',
    '/entry edit united-states/nato',
    `/entry retire ${longest}`,
    '/entry retire united-states/nato',
    '/entry list',
    '/review',
    `/history ${longest}`,
    '/history united-states/nato',
  ]) {
    await anna.say(line);
    pack(anna.answer);
  }
  for (const args of [{ revision: '10' }, { revision: '11', against: '10' }]) {
    await anna.send({ command: 'history', args: { entry: longest, ...args } });
    pack(anna.answer);
  }
  await anna.send({ command: 'announce', args: { entry: longest } });
  pack(anna.answer);
  await anna.fillIn({ outdates: '' });
  await anna.press('Details');
  pack(anna.answer);
  await anna.fillIn({ outdates: 'united-states/nato' });
  pack(anna.answer);
  await anna.press('✅ Publish');
  pack(anna.answer);
  await room.pass(60);
  for (const line of ['/review', '/update list', '/update edit', '/update status', '/latest']) {
    await anna.say(line);
    pack(anna.answer);
  }
  pack({ document: [], call: { command: 'outdated', args: { entry: longest, act: 'fine' } } });
  await anna.say('/entry add');
  await anna.fillIn({ ...nextTalks, question });
  pack(anna.answer);
  await anna.press('✅ Publish');
  pack(anna.answer);
  expect(packed.some((one) => one.includes(id))).toBe(true);
  expect(packed.length).toBeGreaterThan(30);
  expect(room.faults).toEqual([]);
});
