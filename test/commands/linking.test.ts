import { describe, expect, it } from 'vitest';
import type { Somebody } from '../builders/people.ts';
import { discordServer, otherGroup, telegramGroup, testTown } from '../community/town.ts';

const codeIn = (said: string): string => /\/link ([A-Z2-9-]+)/u.exec(said)?.[1] ?? '';

async function join(somebody: Somebody, code: string): Promise<string> {
  await somebody.say(`/link ${code}`);
  return await somebody.press('Join');
}

describe('/link', () => {
  it('joins two chats once a moderator of each agrees', async () => {
    const { moderator, registry } = await testTown();
    const olena = moderator(telegramGroup);
    const dmytro = moderator(discordServer, 'dmytro');
    const said = await olena.say('/link');
    expect(olena.answer.confidential).toBe(true);
    expect(said).toContain('The code works once, for 10 minutes.');
    const code = codeIn(said);
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{5}-[A-HJKMNP-Z2-9]{5}$/u);

    expect(await dmytro.say(`/link ${code.toLowerCase().replace('-', ' ')}`)).toContain('comes back with /unlink');
    expect((await registry.communityOf(discordServer)).chats).toHaveLength(1);
    expect(await dmytro.press('Join')).toContain('this chat now belongs to Peace talks');
    const [one, other] = [await registry.communityOf(telegramGroup), await registry.communityOf(discordServer)];
    expect(one.id).toBe(other.id);
    expect(one.chats).toHaveLength(2);

    await dmytro.say('/settings cooldown 30');
    expect(await olena.say('/settings')).toContain('Cooldown: 30 seconds');
  });

  it('is undone by /unlink, which gives the chat back what it had', async () => {
    const { moderator, registry, clock } = await testTown();
    const dmytro = moderator(discordServer, 'dmytro');
    const olena = moderator(telegramGroup);
    await dmytro.say('/settings cooldown 60');
    const before = await registry.communityOf(discordServer);
    await olena.say('/settings');
    clock.now += 1000;
    await join(dmytro, codeIn(await olena.say('/link')));
    expect(await dmytro.say('/settings')).toContain('Cooldown: None');

    expect(await dmytro.say('/unlink')).toContain(
      '“Discord: Peace server (this chat)” will no longer belong to Peace talks',
    );
    expect(await dmytro.press('Take it out')).toContain('that chat has its own community again, Peace server');
    expect((await registry.communityOf(discordServer)).id).toBe(before.id);
    expect(await dmytro.say('/settings')).toContain('Cooldown: 60 seconds');
    expect((await registry.communityOf(telegramGroup)).chats).toHaveLength(1);
    expect(await dmytro.say('/unlink')).toBe('This chat is not joined to any other.');
  });

  it('works once', async () => {
    const { moderator } = await testTown();
    const code = codeIn(await moderator(telegramGroup).say('/link'));
    await join(moderator(discordServer, 'dmytro'), code);
    expect(await join(moderator(otherGroup, 'ivan'), code)).toContain('That code is not valid');
  });

  it('works for ten minutes', async () => {
    const { moderator, clock, registry } = await testTown();
    const code = codeIn(await moderator(telegramGroup).say('/link'));
    clock.now += 10 * 60_000 + 1;
    expect(await join(moderator(discordServer, 'dmytro'), code)).toContain('That code is not valid');
    expect((await registry.communityOf(discordServer)).chats).toHaveLength(1);
  });

  it('keeps only a hash of the code', async () => {
    const kept: string[] = [];
    const { moderator } = await testTown({
      wrap: (store) => ({
        ...store,
        communities: {
          ...store.communities,
          makeLink: (community, hash, until, act) => {
            kept.push(hash, JSON.stringify(act));
            return store.communities.makeLink(community, hash, until, act);
          },
        },
      }),
    });
    const code = codeIn(await moderator(telegramGroup).say('/link'));
    expect(kept[0]).toMatch(/^[0-9a-f]{64}$/u);
    expect(kept.join(' ')).not.toContain(code.slice(0, 5));
  });

  it('is not open to who reads it in the group that it is written in', async () => {
    const { moderator, registry } = await testTown();
    const code = codeIn(await moderator(discordServer, 'dmytro').say('/link'));
    const olena = moderator(telegramGroup);
    await olena.say(`/link ${code}`);
    const mallory = moderator(otherGroup, 'mallory');
    expect(await join(mallory, code)).toContain('That code is not valid');
    expect(await olena.press('Join')).toContain('this chat now belongs to Peace server');
    expect((await registry.communityOf(otherGroup)).chats).toHaveLength(1);
  });

  it('cannot be guessed: five wrong codes, then a wait, for the person and for the chat', async () => {
    const { moderator, clock } = await testTown();
    const code = codeIn(await moderator(telegramGroup).say('/link'));
    const mallory = moderator(otherGroup, 'mallory');
    for (let i = 0; i < 5; i++)
      expect(await mallory.send({ command: 'join', args: { code: `AAAAA-AAAA${i + 2}` } })).toContain('not valid');
    expect(await mallory.send({ command: 'join', args: { code } })).toContain('try again in 10 minutes');
    expect(await moderator(discordServer, 'mallory').send({ command: 'join', args: { code } })).toContain('Done');
    expect(await moderator(otherGroup, 'accomplice').send({ command: 'join', args: { code } })).toContain('try again');
    clock.now += 10 * 60_000 + 1;
    expect(await mallory.send({ command: 'join', args: { code } })).toContain('not valid');
  });

  it('cannot be guessed by many tries at once either', async () => {
    let lookedUp = 0;
    const { moderator } = await testTown({
      wrap: (store) => ({
        ...store,
        communities: {
          ...store.communities,
          useLink: (...args) => {
            lookedUp++;
            return store.communities.useLink(...args);
          },
        },
      }),
    });
    const mallory = moderator(otherGroup, 'mallory');
    const codes = Array.from(
      { length: 50 },
      (_, i) => `AAAA${'ABCDEFGHJK'[i % 10]}-BBBB${'MNPQR'[Math.floor(i / 10)]}`,
    );
    await Promise.all(codes.map((code) => mallory.send({ command: 'join', args: { code } })));
    expect(lookedUp).toBe(5);
  });

  it('is refused to members on either side, and in private', async () => {
    const { moderator, at, registry } = await testTown({ operators: [{ platform: 'telegram', id: 'oleh' }] });
    const code = codeIn(await moderator(telegramGroup).say('/link'));
    const refused = 'Only this community’s moderators can do that.';
    const ann = at(otherGroup, 'ann');
    for (const line of ['/link', `/link ${code}`, '/unlink']) expect(await ann.say(line)).toBe(refused);
    expect(await ann.send({ command: 'join', args: { code } })).toBe(refused);
    expect(await ann.send({ command: 'leave', args: { chat: `telegram:${otherGroup.id}`, sure: 'yes' } })).toBe(
      refused,
    );
    for (const line of ['/link', `/link ${code}`, '/unlink'])
      expect(await at(undefined, 'oleh').say(line)).toContain('works only in the server, group or channel');
    expect((await registry.communityOf(otherGroup)).chats).toHaveLength(1);
  });

  it('leaves what the community has with the chat that it was made for, which may send the others away', async () => {
    const { moderator, registry, clock } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/settings cooldown 30');
    const host = await registry.communityOf(telegramGroup);
    await olena.say('/help');
    clock.now += 1000;
    await join(moderator(otherGroup, 'ivan'), codeIn(await olena.say('/link')));
    expect(await olena.say('/unlink')).toContain('what it has stays here');
    expect(olena.labels).toHaveLength(1);
    expect(await olena.press(olena.labels[0] as string)).toContain('will no longer belong to Peace talks');
    expect(await olena.press('Take it out')).toContain('Another group');
    expect((await registry.communityOf(telegramGroup)).id).toBe(host.id);
    expect((await registry.communityOf(otherGroup)).id).not.toBe(host.id);
    expect(await olena.say('/settings')).toContain('Cooldown: 30 seconds');
    const leave = { command: 'leave', args: { chat: `telegram:${telegramGroup.id}`, sure: 'yes' } };
    expect(await olena.send(leave)).toContain('not joined to any other');
  });

  it('is not undone from another chat that was joined', async () => {
    const { moderator, moderators, at, registry, clock } = await testTown();
    const olena = moderator(telegramGroup);
    await olena.say('/help');
    clock.now += 1000;
    await join(moderator(otherGroup, 'ivan'), codeIn(await olena.say('/link')));
    moderators.add(`${otherGroup.id} olena`);
    const leave = { command: 'leave', args: { chat: `telegram:${telegramGroup.id}`, sure: 'yes' } };
    expect(await at(otherGroup, 'olena').send(leave)).toContain('works only in');
    expect(await olena.send(leave)).toContain('no longer works');
    expect(await moderator(discordServer, 'mallory').send(leave)).toContain('works only in');
    expect((await registry.communityOf(telegramGroup)).chats).toHaveLength(2);
  });
});
