import { expect, it } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import { packCall, telegramDataLimit } from '../../src/core/call-codec.ts';
import { languages } from '../../src/core/language.ts';
import { renderAnswer } from '../../src/platforms/discord/message.ts';
import { modalOf } from '../../src/platforms/discord/modal.ts';
import { texts } from '../builders/dispatcher.ts';
import { guild, news, square } from '../updates/subscriptions/square.ts';

it.each(languages)('everything about subscriptions fits both platforms in %s', async (language) => {
  const { moderator, store, dispatcher, publish, commandFaults } = await square();
  await store.people.choose({ platform: 'discord', id: 'olena' }, { language });
  const olena = moderator(guild, 'olena', { here: news });
  const t = texts.in(language);
  let packed = 0;
  const fits = (answer: Answer) => {
    const calls = [
      ...(answer.call ? [{ ...answer.call, page: 12 }] : []),
      ...(answer.form ? [answer.form.submit] : []),
      ...(answer.buttons ?? []).flatMap((button) => ('call' in button ? [button.call] : [])),
      ...answer.document.flatMap((block) => (block.kind === 'menu' ? block.items.map((item) => item.call) : [])),
    ];
    for (const call of calls) {
      const command = dispatcher.commands.find(({ name }) => name === call.command);
      if (!command) throw new Error(`There is no command ${call.command}.`);
      packCall(command, call, telegramDataLimit);
      packed += 1;
    }
    renderAnswer(answer, 1, dispatcher.commands, t);
    if (!answer.form) return;
    modalOf(answer.form, dispatcher.commands, language);
    for (const { label, hint = '' } of answer.form.fields) {
      expect(label.length, label).toBeLessThanOrEqual(45);
      expect(hint.length, hint).toBeLessThanOrEqual(100);
    }
    expect(answer.form.title.length).toBeLessThanOrEqual(45);
  };

  await publish('Something has happened');
  await olena.say('/subscribe me daily 9:00');
  await olena.send({ command: 'subscribe', args: { where: 'here', topics: 'nato, territory', quiet: '22-7' } });
  fits(olena.answer);
  const { id = '' } = (await store.subscriptions.at(news)) ?? {};
  for (const act of ['what', 'when', 'quiet', 'test', 'preview', 'end', 'pause', 'resume', 'ended']) {
    await olena.send({ command: 'subscription', args: { id, act } });
    fits(olena.answer);
  }
  const longest = { zone: 'America/Argentina/ComodRivadavia', time: '59 23 28-31 1-12 mon-fri,sun' };
  const wrong: Record<string, string>[] = [
    { when: 'daily', time: 'п’ятнадцять хвилин на десяту', zone: longest.zone },
    { when: 'custom', time: '* * * * *', zone: 'на північному полюсі' },
    { when: 'custom', ...longest, quiet: 'уночі, коли всі сплять' },
    { when: 'weekly', day: 'fri', time: '9', zone: 'америка/аргентина' },
    { when: 'daily' },
  ];
  for (const args of wrong) {
    await olena.send({ command: 'subscribe', args: { where: 'here', ...args } });
    fits(olena.answer);
  }
  await olena.say('/subscriptions');
  fits(olena.answer);
  expect(packed).toBeGreaterThan(80);
  expect(commandFaults).toEqual([]);
});
