import { describe, expect, it } from 'vitest';
import { startBot } from './bot.ts';

describe('@parley_bot in any chat', () => {
  it('finds the entries that answer a question, best first', async () => {
    const { telegram, ann } = await startBot();
    const { results, isPersonal, cacheTime } = await telegram.inline(ann, 'give up land for peace');
    expect(results[0]).toMatchObject({
      title: 'Would Ukraine give up land for peace?',
      description: 'Its government says that it would not.',
    });
    expect({ isPersonal, cacheTime }).toEqual({ isPersonal: true, cacheTime: 60 });
  });

  it('goes on from what is typed', async () => {
    const { telegram, ann } = await startBot();
    const { results } = await telegram.inline(ann, 'What are the bo');
    expect(results.map(({ title }) => title)).toContain('What are the borders of 1991?');
  });

  it('sends the answer, with a way to the rest of it', async () => {
    const { telegram, ann, group } = await startBot();
    const answer = await telegram.inline(ann, 'can ukraine join nato');
    const sent = answer.choose(answer.results[0]?.id ?? '', group);
    expect(sent.text).toContain('Hardly. The allies have not agreed on it.');
    expect(sent.buttons).toMatchObject([
      [{ text: 'Open in a private chat', url: 'https://t.me/parley_bot?start=faq_nato-membership' }],
    ]);
    await group.silence();
  });

  it('speaks the language of the person', async () => {
    const { telegram, bohdana } = await startBot();
    const { results } = await telegram.inline(bohdana, 'вступ до НАТО');
    expect(results[0]?.title).toBe('Чи може Україна вступити до НАТО під час війни?');
  });

  it('offers ten entries before anything is typed', async () => {
    const { telegram, ann } = await startBot();
    expect((await telegram.inline(ann, ' ')).results).toHaveLength(10);
  });

  it('leads to the topics where nothing is found', async () => {
    const { telegram, ann } = await startBot();
    const { results, button } = await telegram.inline(ann, 'borscht');
    expect(results).toEqual([]);
    expect(button).toEqual({ text: 'Browse by topic', startParameter: 'topics' });
    const opened = await telegram.privateChat(ann).say(ann, `/start ${button?.startParameter}`);
    expect(opened.text).toContain('Topics');
  });

  it('answers with nothing rather than not at all when something goes wrong', async () => {
    const nearest = () => {
      throw new Error('broken index');
    };
    const { telegram, ann, logged } = await startBot({ parts: { nearest } });
    expect((await telegram.inline(ann, 'nato')).results).toEqual([]);
    expect(logged.filter(({ level }) => level >= 50)).toMatchObject([{ incident: 'incident-1' }]);
  });

  it('changes a message that came from it when one of its buttons is pressed', async () => {
    const { telegram, ann, group } = await startBot();
    const answer = await telegram.inline(ann, 'can ukraine join nato');
    answer.choose(answer.results[0]?.id ?? '', group);
    telegram.push({
      callback_query: {
        id: '1',
        from: ann,
        chat_instance: '1',
        data: 'faq_land-for-peace',
        inline_message_id: 'inline-1',
      },
    });
    await telegram.settled();
    expect(group.messages.at(-1)?.text).toContain('Would Ukraine give up land for peace?');
  });
});
