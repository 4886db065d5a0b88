import { describe, expect, it } from 'vitest';
import { openPlayground, type Page, says } from './open.ts';

const hourMs = 3_600_000;
const minuteMs = 60_000;
const title = 'Talks resume in Istanbul';

interface Component {
  type: number;
  label?: string;
  custom_id?: string;
  components?: Component[];
  accessory?: Component;
  component?: Component;
}

const all = (list: Component[] = []): Component[] =>
  list.flatMap((one) => [
    one,
    ...all(one.components),
    ...all(one.accessory ? [one.accessory] : []),
    ...all(one.component ? [one.component] : []),
  ]);

/** Presses the button with that label on the latest message that has it. */
async function press(page: Page, label: RegExp) {
  const wanted = (raw: object) =>
    all((raw as { components: Component[] }).components).find((one) => label.test(one.label ?? ''));
  const { raw } = await page.until(`a button ${label}`, ({ discord }) =>
    discord.messages.findLast((message) => wanted(message.raw)?.custom_id),
  );
  const customId = wanted(raw)?.custom_id ?? '';
  const result = await page.act({ kind: 'discord-press', message: raw.id as string, customId });
  expect(result.refused).toBeUndefined();
  return result;
}

/** Fills in the form that opened, by the labels of its fields. */
async function fill(page: Page, { modal }: Awaited<ReturnType<Page['act']>>, values: Record<string, string>) {
  const labelled = all(modal?.data.components as Component[]).filter(({ component }) => component);
  const fields = Object.fromEntries(
    Object.entries(values).map(([label, value]) => {
      const id = labelled.find((one) => one.label === label)?.component?.custom_id;
      if (!id) throw new Error(`no field ${label} among ${labelled.map((one) => one.label).join(', ')}`);
      return [id, value];
    }),
  );
  const result = await page.act({ kind: 'discord-submit', modal: modal?.id ?? '', fields });
  expect(result.refused).toBeUndefined();
}

const update = {
  Title: title,
  Text: 'The mediators say that talks resume on **3 March**.',
  Sources: 'https://example.org/talks | Talks to resume | Example Times | 2026-11-22',
};

describe('updates in the playground', { timeout: 60_000 }, () => {
  it('arrive where a channel subscribed, are corrected and are retracted', async () => {
    const room = await openPlayground();
    const general = room.channel('Peace Talks Watch', 'general');
    const chat = room.chat('Peace Talks Watch');
    const moderator = await room.look({ person: 'moderator', discord: general, telegram: chat });
    await moderator.act({ kind: 'discord-slash', command: 'subscribe', options: {} });
    await moderator.act({ kind: 'telegram-say', text: '/subscribe' });
    await moderator.onTelegram(/[Uu]pdates/u);
    const reader = await room.look({ discord: general, telegram: chat });
    const operator = await room.look({ person: 'operator' });
    await fill(operator, await operator.act({ kind: 'discord-slash', command: 'update post', options: {} }), update);
    await press(operator, /Publish/u);
    expect((await reader.view()).discord.messages.some(({ raw }) => says(raw, title))).toBe(false);
    await operator.act({ kind: 'clock-forward', ms: 2 * minuteMs });
    await reader.onDiscord(/3 March/u);
    await reader.onTelegram(/3 March/u);

    const edit = await operator.act({
      kind: 'discord-suggest',
      command: 'update edit',
      option: 'update',
      typed: 'Istanbul',
      options: {},
    });
    const id = edit.suggestions?.[0]?.value ?? '';
    await fill(
      operator,
      await operator.act({ kind: 'discord-slash', command: 'update edit', options: { update: id } }),
      {
        Text: 'The mediators say that talks resume on **4 March**.',
        'What was corrected': 'The talks begin a day later.',
      },
    );
    await press(operator, /Publish/u);
    await operator.act({ kind: 'clock-forward', ms: 2 * minuteMs });
    expect(await reader.onDiscord(/4 March/u)).toMatchObject({ edited: true });
    await reader.onTelegram(/4 March/u);

    const options = { update: id, reason: 'The mediators withdrew it.' };
    await operator.act({ kind: 'discord-slash', command: 'update retract', options });
    await reader.onDiscord(/Retracted.*withdrew it/su);
    await reader.onTelegram(/Retracted.*withdrew it/su);
    expect((await reader.view()).discord.messages.filter(({ raw }) => says(raw, 'March'))).toEqual([]);
    expect(room.complaints).toEqual([]);
  });

  it('come together in a digest when the clock is moved forward', async () => {
    const room = await openPlayground();
    const general = room.channel('Peace Talks Watch', 'general');
    const moderator = await room.look({ person: 'moderator', discord: general });
    await moderator.act({
      kind: 'discord-slash',
      command: 'subscribe',
      options: { when: 'daily', time: '09:00', zone: 'Europe/Kyiv' },
    });
    const operator = await room.look({ person: 'operator' });
    await fill(operator, await operator.act({ kind: 'discord-slash', command: 'update post', options: {} }), update);
    await press(operator, /Publish/u);
    await operator.act({ kind: 'clock-forward', ms: 2 * minuteMs });
    const reader = await room.look({ discord: general });
    expect((await reader.view()).discord.messages.some(({ raw }) => says(raw, title))).toBe(false);
    await operator.act({ kind: 'clock-forward', ms: 24 * hourMs });
    await reader.onDiscord(title);
    expect((await reader.view()).clock.aheadMs).toBe(24 * hourMs + 2 * minuteMs);
    expect(room.complaints).toEqual([]);
  });
});

describe('communities in the playground', { timeout: 60_000 }, () => {
  it('keep their drafts to themselves', async () => {
    const room = await openPlayground();
    const home = { discord: room.channel('Peace Talks Watch', 'general') };
    const moderator = await room.look({ person: 'moderator', ...home });
    const form = await moderator.act({ kind: 'discord-slash', command: 'entry add', options: {} });
    await fill(moderator, form, {
      Question: 'What is the harbour fee for envoys?',
      Answer: 'Nobody has said so far.',
      'As of (date)': '2026-11-22',
      Sources: 'https://example.org/fee | The fee | Example Times | 2026-11-22',
    });
    await moderator.onDiscord('harbour fee');
    const abroad = await room.look({ person: 'foreign', discord: room.channel('Harbour Café', 'general') });
    await abroad.act({ kind: 'discord-slash', command: 'review', options: {} });
    await abroad.act({ kind: 'discord-slash', command: 'entry list', options: {} });
    const guest = await room.look({ person: 'foreign', ...home });
    expect((await guest.act({ kind: 'discord-slash', command: 'review', options: {} })).refused).toMatch(/hidden/u);
    for (const page of [abroad, guest])
      expect((await page.view()).discord.messages.filter(({ raw }) => says(raw, 'harbour fee'))).toEqual([]);
  });
});
