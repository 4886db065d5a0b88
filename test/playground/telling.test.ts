import { describe, expect, it } from 'vitest';
import { openPlayground } from './open.ts';

interface Component {
  type: number;
  label?: string;
  custom_id?: string;
  components?: Component[];
  accessory?: Component;
}

/** The custom id of the button with that label. */
function button({ raw }: { raw: Record<string, unknown> }, label: string): string {
  const all = (list: Component[] = []): Component[] =>
    list.flatMap((one) => [one, ...all(one.components), ...(one.accessory ? [one.accessory] : [])]);
  const found = all(raw.components as Component[]).find((one) => one.label === label);
  if (!found?.custom_id) throw new Error(`no button ${label} in ${JSON.stringify(raw)}`);
  return found.custom_id;
}

describe('the playground on Discord', { timeout: 60_000 }, () => {
  it('answers a command as the adapter sends it, in the visitor’s language', async () => {
    const room = await openPlayground();
    const discord = room.channel('Peace Talks Watch', 'questions');
    const page = await room.look({ discord });
    const { message } = await page.act({
      kind: 'discord-slash',
      command: 'position',
      options: { party: 'russia', topic: 'nato' },
    });
    const shown = await page.onDiscord('Russia: NATO');
    expect(shown).toMatchObject({ used: { by: 'Mira', command: '/position' }, ephemeral: false, loading: false });
    expect(shown.raw).toMatchObject({ id: message, author: { id: room.scene.discord.botId } });
    const ukrainian = await room.look({ discord, language: 'uk' });
    await ukrainian.act({ kind: 'discord-slash', command: 'position', options: { party: 'russia', topic: 'nato' } });
    await page.onDiscord('Росія: НАТО');
    expect(room.complaints).toEqual([]);
  });

  it('suggests while one types, and lists what one may call', async () => {
    const room = await openPlayground();
    const member = await room.look({ discord: room.channel('Peace Talks Watch', 'general') });
    const { suggestions } = await member.act({
      kind: 'discord-suggest',
      command: 'faq',
      option: 'question',
      typed: 'nato',
      options: { private: '' },
    });
    expect(suggestions?.length).toBeGreaterThan(0);
    const names = ({ discord }: Awaited<ReturnType<typeof member.view>>) =>
      discord.commands.map((command) => (command as { name: string }).name);
    const moderator = await room.look({
      person: 'moderator',
      discord: room.channel('Peace Talks Watch', 'general'),
    });
    expect(names(await member.view())).not.toContain('entry');
    expect(names(await moderator.view())).toContain('entry');
  });

  it('shows what is for one person to that person alone, and opens forms', async () => {
    const room = await openPlayground();
    const discord = room.channel('Peace Talks Watch', 'general');
    const moderator = await room.look({ person: 'moderator', discord });
    const member = await room.look({ discord });
    const { modal } = await moderator.act({ kind: 'discord-slash', command: 'entry add', options: {} });
    expect(modal?.data).toMatchObject({ title: expect.any(String), components: expect.any(Array) });
    const refused = await moderator.act({ kind: 'discord-submit', modal: modal?.id ?? '', fields: {} });
    expect(refused.refused).toMatch(/is required/u);
    await member.act({ kind: 'discord-slash', command: 'help', options: {} });
    const help = await member.onDiscord('How to use Parley');
    expect(help.ephemeral).toBe(true);
    await moderator.act({ kind: 'discord-say', text: 'Hello' });
    await member.onDiscord('Hello');
    expect((await moderator.view()).discord.messages.map(({ ephemeral }) => ephemeral)).toEqual([false]);
  });

  it('presses buttons, and refuses what Discord’s app would', async () => {
    const room = await openPlayground();
    const page = await room.look({});
    await page.act({ kind: 'discord-slash', command: 'help', options: {} });
    const help = await page.onDiscord('How to use Parley');
    const id = help.raw.id as string;
    const labels = JSON.stringify(help.raw).match(/"label":"([^"]+)"/u);
    expect(labels).not.toBeNull();
    const result = await page.act({ kind: 'discord-press', message: id, customId: button(help, labels?.[1] ?? '') });
    expect(result.refused).toBeUndefined();
    for (const [act, why] of [
      [{ kind: 'discord-press', message: id, customId: 'nothing' }, /no button/u],
      [{ kind: 'discord-press', message: '1', customId: 'nothing' }, /no message there/u],
      [{ kind: 'discord-slash', command: 'nothing', options: {} }, /No command “nothing”/u],
      [{ kind: 'discord-submit', modal: '1', fields: {} }, /no longer open/u],
    ] as const)
      expect((await page.act(act)).refused).toMatch(why);
    expect(room.complaints).toEqual([]);
  });
});

describe('the playground on Telegram', { timeout: 60_000 }, () => {
  it('answers commands with the tables that Telegram has, and offers its menu', async () => {
    const room = await openPlayground();
    const page = await room.look({ language: 'uk' });
    await page.act({ kind: 'telegram-say', text: '/compare nato' });
    expect(await page.onTelegram('"table"')).toMatchObject({ byBot: true, mine: false });
    expect(await page.onTelegram('/compare nato')).toMatchObject({ byBot: false, mine: true });
    const { telegram } = await page.view();
    expect(telegram.menu.find(({ command }) => command === 'faq')?.description).toMatch(/[а-яіїє]/u);
    const group = await room.look({ telegram: room.chat('Peace Talks Watch'), person: 'moderator' });
    expect((await group.view()).telegram.menu.length).toBeGreaterThan(0);
  });

  it('takes a moderator through a form, question by question', async () => {
    const room = await openPlayground();
    const group = await room.look({ telegram: room.chat('Peace Talks Watch'), person: 'moderator' });
    const own = await room.look({ person: 'moderator' });
    await group.act({ kind: 'telegram-say', text: '/entry add' });
    const asked = await group.until('a question or a way into private', ({ telegram }) =>
      telegram.messages.findLast(({ byBot }) => byBot),
    );
    const url = JSON.stringify(asked.raw).match(/\?start=([\w-]+)/u)?.[1];
    if (url) await own.act({ kind: 'telegram-say', text: `/start ${url}` });
    const prompt = await own.until('a question', ({ telegram }) =>
      telegram.messages.findLast(({ asksReply, raw }) => asksReply !== undefined || 'reply_markup' in raw),
    );
    expect(prompt.byBot).toBe(true);
  });

  it('presses buttons, answers inline, and says what is new elsewhere', async () => {
    const room = await openPlayground();
    const page = await room.look({});
    await page.act({ kind: 'telegram-say', text: '/help' });
    const help = await page.onTelegram('How to use Parley');
    const markup = help.raw.reply_markup as { inline_keyboard: { text: string }[][] };
    const text = markup.inline_keyboard[0]?.[0]?.text ?? '';
    const id = help.raw.message_id as number;
    const pressed = await page.act({ kind: 'telegram-press', message: id, ephemeral: help.ephemeral, text });
    expect(pressed.refused).toBeUndefined();
    const { results } = await page.act({ kind: 'telegram-inline', query: 'nato' });
    const first = results?.[0];
    await page.act({ kind: 'telegram-choose', query: 'nato', result: first?.id ?? '' });
    await page.onTelegram(first?.title ?? '-');
    const [talks, harbour] = [room.chat('Peace Talks Watch'), room.chat('Harbour chat')];
    const anna = await room.look({ person: 'foreign', telegram: harbour });
    expect((await page.view()).telegram.unread).toEqual([]);
    await anna.act({ kind: 'telegram-say', text: '/about' });
    await page.until('something new', ({ telegram }) => (telegram.unread.includes(harbour) ? true : undefined));
    const there = await room.look({ telegram: harbour });
    expect((await there.view()).telegram.unread).toEqual([]);
    expect((await anna.view()).telegram.unread).not.toContain(talks);
    expect(room.complaints).toEqual([]);
  });
});
