import { beforeEach, describe, expect, it } from 'vitest';
import type { Component } from '../../src/loopback/discord/payloads.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';

let discord: Newsroom['discord'];
let telegram: Newsroom['telegram'];

beforeEach(async () => {
  const newsroom = await createNewsroom();
  ({ discord, telegram } = newsroom);
  await newsroom.start();
});

const galleries = (components: Component[]) =>
  components
    .flatMap((one) => one.components ?? [])
    .filter(({ type }) => type === 12)
    .flatMap(({ items }) => items as { media: { url: string }; description?: string }[]);

describe('on Discord, which has no tables', () => {
  it.each([
    ['/compare topic: nato', ['compare-nato.png'], 'Russia — A permanently neutral Ukraine, no NATO'],
    [
      '/positions',
      ['positions-1.png', 'positions-2.png'],
      'NATO: Russia — A permanently neutral Ukraine, no NATO; Ukraine — Membership',
    ],
  ])(
    '%s is a picture with its words as description, sources below, and all in words one press away',
    async (line, files, said) => {
      const channel = discord.guild().channel('general');
      const ann = discord.user({ username: 'ann' });
      const heard = await ann.slash(channel, line);
      expect(heard.message?.files.map(({ filename }) => filename)).toEqual(files);
      const [shown] = galleries(heard.components);
      expect(shown?.media.url).toContain(files[0]);
      expect(shown?.description).toContain(said);
      expect(shown?.description?.length).toBeLessThanOrEqual(1024);
      expect(heard.text).toContain('Ukraine Russia Peace Negotiations');
      const words = await ann.press(heard, '☰ In words');
      expect(words.text).toContain('**Ukrainian public** — no sourced position');
      expect(words.message?.files).toEqual([]);
      // On the asker's own message the picture comes back in its place.
      const again = await ann.press(words, '🖼 As a picture');
      expect(again.message?.files).toHaveLength(files.length);
    },
  );

  it('describes every topic whole, in as many pictures as a phone can show', async () => {
    const heard = await discord
      .user({ username: 'olha', locale: 'uk' })
      .slash(discord.guild().channel('general'), '/positions');
    const descriptions = galleries(heard.components).map(({ description = '' }) => description);
    expect(descriptions).toHaveLength(2);
    const topics = descriptions.flatMap((one) => one.split('\n').map((line) => line.split(':')[0]));
    expect(topics).toHaveLength(8);
    expect(topics).toContain('НАТО');
    expect(descriptions.join()).not.toMatch(/…і ще/u);
  });
});

describe('on Telegram, which has tables', () => {
  it.each([
    ['/compare nato', 'Russia — A permanently neutral Ukraine, no NATO'],
    ['/positions', 'Territory: Russia — Keep the four annexed regions; Ukraine —'],
  ])('%s comes in words, and as a photo with a caption when asked for', async (line, said) => {
    const bo = telegram.user({ first_name: 'Bo' });
    const chat = telegram.privateChat(bo);
    const words = await chat.say(bo, line);
    expect(words.blocks?.some(({ type }) => type === 'table')).toBe(true);
    const photo = await words.press(bo, '🖼 As a picture');
    expect(photo.message.photo).toMatchObject([{ width: 720 }]);
    expect(photo.text).toContain(said);
    expect(photo.text).toContain('Ukraine Russia Peace Negotiations');
    expect(photo.text.length).toBeLessThanOrEqual(1024);
    // Under a photo a text can't take its place: it comes as a message of its own.
    const again = await photo.press(bo, '☰ In words');
    expect(again.blocks?.some(({ type }) => type === 'table')).toBe(true);
    expect(again.message.message_id).toBeGreaterThan(photo.message.message_id);
  });

  it('shows a picture that is asked for in a group to the asker alone', async () => {
    const [bo, cy] = [telegram.user({ first_name: 'Bo' }), telegram.user({ first_name: 'Cy' })];
    const group = telegram.supergroup({ title: 'Talks', members: [bo, cy] });
    const photo = await (await group.say(bo, '/compare nato')).press(cy, '🖼 As a picture');
    expect(photo.message.photo).toBeDefined();
    expect(photo.isEphemeral).toBe(true);
  });

  it('comes in words where photos are forbidden', async () => {
    const bo = telegram.user({ first_name: 'Bo' });
    const group = telegram.supergroup({ title: 'No photos', members: [bo] });
    const description = 'Bad Request: not enough rights to send photos to the chat';
    telegram.fail({ kind: 'error', code: 400, description }, { method: 'sendPhoto', times: 2 });
    const heard = await group.say(bo, '/compare nato picture');
    expect(heard.message.photo).toBeUndefined();
    expect(heard.text).toContain('A permanently neutral Ukraine, no NATO');
  });
});
