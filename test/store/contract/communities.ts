import { expect, it } from 'vitest';
import { defaultSettings } from '../../../src/core/community.ts';
import { Stale } from '../../../src/store/failures.ts';
import type { Setting } from '../contract.ts';
import { act, at, bareAct, change, group, guild, ivan, olha } from '../things.ts';
import { channel, publish, rows, subscribe } from './queue.ts';

const minutes = 60_000;
const bare = ({ platform, id }: typeof guild | typeof group) => ({ platform, id });

export function communityContract(setting: Setting): void {
  const communities = () => setting.store.communities;

  it('makes a community for a chat when it is first used, and finds it after that', async () => {
    const made = await communities().of(guild, at);
    const bareGuild = { name: 'Kyiv talks', chats: [bare(guild)], settings: defaultSettings };
    expect(made).toEqual({ id: made.id, ...bareGuild, version: 0 });
    expect(made.id).toMatch(/^[a-z0-9]{10}$/u);
    expect(await communities().of({ ...guild, title: 'Another title' }, at + 1)).toEqual(made);
    expect(await communities().byId(made.id)).toEqual(made);
    expect((await communities().of(group, at)).id).not.toBe(made.id);
  });

  it('has the shared community from the start', async () => {
    expect(await communities().byId('shared')).toMatchObject({ id: 'shared', chats: [], settings: defaultSettings });
    expect(await communities().byId('nowhere')).toBeUndefined();
  });

  it('changes settings that are as they were read, and writes down who did', async () => {
    const { id, settings } = await communities().of(guild, at);
    const wanted = {
      ...settings,
      language: 'uk',
      moderatorRoles: ['1', '2'],
      approvals: 1,
      undoSeconds: 0,
      resendsUncertain: true,
      logChat: bare(group),
    } as const;
    const changed = await communities().change(id, settings, wanted, act(id, { act: 'settings.change' }));
    expect(changed.settings).toEqual(wanted);
    expect(await communities().byId(id)).toEqual(changed);
    expect(await setting.store.audit.list(id, 10)).toMatchObject([{ act: 'settings.change', by: ivan }]);
    await expect(communities().change(id, settings, settings, act(id))).rejects.toThrow(Stale);
    expect(await communities().byId(id)).toEqual(changed);
    expect(await setting.store.audit.list(id, 10)).toHaveLength(1);
  });

  it('joins a chat by a code that works once', async () => {
    const own = await communities().of(group, at);
    const { id } = await communities().of(guild, at);
    await communities().makeLink(id, 'hash', at + 10 * minutes, act(id));
    const joined = await communities().useLink('hash', bare(group), at + 1, bareAct());
    expect(joined).toMatchObject({ id, chats: [bare(guild), bare(group)] });
    expect(await communities().of(group, at + 2)).toEqual(joined);
    expect(await communities().useLink('hash', bare(guild), at + 2, bareAct())).toBeUndefined();
    expect((await communities().byId(own.id))?.chats).toEqual([]);
  });

  it('refuses a code from its last moment on, and one that is made up', async () => {
    const { id } = await communities().of(guild, at);
    await communities().makeLink(id, 'hash', at + 10 * minutes, act(id));
    expect(await communities().useLink('hash', bare(group), at + 10 * minutes, bareAct())).toBeUndefined();
    expect(await communities().useLink('hash', bare(group), at, bareAct())).toBeUndefined();
    expect(await communities().useLink('guess', bare(group), at, bareAct())).toBeUndefined();
  });

  it('brings a chat back into the community that it had, with what was written there', async () => {
    const made = await communities().of(group, at);
    await setting.store.entries.change([change(made.id)], [act(made.id)]);
    // It is known that it has entries of its own.
    const own = { ...made, version: 1 };
    const { id } = await communities().of(guild, at);
    const { id: first } = await communities().of({ ...guild, id: '1' }, at);
    for (const joined of [first, id, id]) {
      await communities().makeLink(joined, 'hash', at + minutes, act(joined));
      await communities().useLink('hash', bare(group), at, bareAct());
    }
    expect(await communities().unlink(group, at + 1, bareAct())).toEqual(own);
    expect(await communities().byId(id)).toMatchObject({ chats: [bare(guild)] });
    expect((await setting.store.entries.all(own.id)).items).toHaveLength(1);
    expect(await communities().unlink(group, at + 1, bareAct())).toEqual(own);
  });

  it('gives the chat that a community was made for a new one when it leaves', async () => {
    const { id } = await communities().of(guild, at);
    await communities().makeLink(id, 'hash', at + minutes, act(id));
    await communities().useLink('hash', bare(group), at, bareAct());
    const left = await communities().unlink(guild, at + 1, bareAct());
    expect(left).toMatchObject({ name: 'Kyiv talks', chats: [bare(guild)] });
    expect(left.id).not.toBe(id);
    expect(await communities().byId(id)).toMatchObject({ chats: [bare(group)] });
  });

  it('follows a group that becomes a supergroup', async () => {
    const { id, settings } = await communities().of(group, at);
    await communities().change(id, settings, { ...settings, logChat: bare(group) }, act(id));
    await setting.store.dialogues.put({ chat: bare(group), person: '7', state: { field: 'body' }, changedAt: at });
    const to = { platform: 'telegram', id: '-1009' } as const;
    await communities().moveChat(bare(group), to);
    expect(await communities().of({ ...to, title: 'x' }, at)).toMatchObject({
      id,
      chats: [to],
      settings: { logChat: to },
    });
    expect(await setting.store.dialogues.get(to, '7')).toMatchObject({ state: { field: 'body' } });
    expect(await setting.store.dialogues.get(bare(group), '7')).toBeUndefined();
  });

  it('keeps the old group’s community where the supergroup has one already, and loses neither', async () => {
    const old = await communities().of(group, at);
    const to = { platform: 'telegram', id: '-1009', title: 'Переговори' } as const;
    const young = await communities().of(to, at + 1);
    await setting.store.entries.change([change(young.id)], [act(young.id)]);
    await communities().moveChat(bare(group), bare(to as never));
    await communities().moveChat(bare(group), bare(to as never));
    expect((await communities().of(to, at + 2)).id).toBe(old.id);
    expect((await setting.store.entries.all(young.id)).items).toHaveLength(1);
  });

  it('calls a community after the chat that it was made for', async () => {
    const { id } = await communities().of(guild, at);
    await communities().makeLink(id, 'hash', at + minutes, act(id));
    await communities().of(group, at);
    await communities().useLink('hash', bare(group), at, bareAct());
    await communities().rename(bare(group), 'Нова назва');
    expect((await communities().byId(id))?.name).toBe('Kyiv talks');
    await communities().rename(bare(guild), 'Lviv talks');
    expect((await communities().byId(id))?.name).toBe('Lviv talks');
  });

  it('knows for whom somebody has worked, the latest first', async () => {
    const one = await communities().of(guild, at);
    const two = await communities().of(group, at);
    await setting.store.audit.add(act(one.id));
    await setting.store.audit.add(act(two.id));
    await setting.store.audit.add(act(two.id, { by: olha }));
    expect(await communities().workedFor(ivan)).toEqual([two, one]);
    await setting.store.audit.add(act(one.id));
    expect(await communities().workedFor(ivan)).toEqual([one, two]);
    expect(await communities().workedFor({ platform: 'telegram', id: ivan.id })).toEqual([]);
  });

  it('takes a chat’s subscriptions along when it is linked and when it leaves, but not what people get in private', async () => {
    const { subscriptions } = setting.store;
    const own = await communities().of(group, at);
    const { id } = await communities().of(guild, at);
    const place = { platform: 'telegram', chat: group.id, channel: group.id } as const;
    await subscribe(setting, own.id, 'group001', { place });
    await subscribe(setting, own.id, 'topic001', { place: { ...place, thread: '7' } });
    await subscribe(setting, id, 'channel1', channel('11'));
    // Somebody whose private chat has the group's number.
    await subscribe(setting, 'shared', 'private1', { isPrivate: true, place: { ...place, channel: '5' } });
    const ofCommunity = async (one: string) => (await subscriptions.ofCommunity(one)).map((each) => each.id);
    await communities().makeLink(id, 'hash', at + minutes, act(id));
    await communities().useLink('hash', bare(group), at, bareAct());
    expect(await ofCommunity(id)).toEqual(['channel1', 'group001', 'topic001']);
    expect(await ofCommunity(own.id)).toEqual([]);
    await publish(setting, id);
    expect((await rows(setting)).map(({ destination }) => destination)).toEqual(['channel1', 'group001', 'topic001']);
    await communities().unlink(group, at, bareAct());
    expect(await ofCommunity(own.id)).toEqual(['group001', 'topic001']);
    expect(await ofCommunity(id)).toEqual(['channel1']);
    expect(await subscriptions.get('private1')).toMatchObject({ community: 'shared' });
  });

  it('follows a group that becomes a supergroup with its subscriptions, into whichever community that is in then', async () => {
    const { subscriptions } = setting.store;
    const old = await communities().of(group, at);
    const to = { platform: 'telegram', id: '-1009', title: 'Переговори' } as const;
    const young = await communities().of(to, at);
    await subscribe(setting, old.id, 'group001', {
      place: { platform: 'telegram', chat: group.id, channel: group.id },
    });
    const topic = { platform: 'telegram', chat: to.id, channel: to.id, thread: '7' } as const;
    await subscribe(setting, young.id, 'topic001', { place: topic });
    await communities().moveChat(bare(group), { platform: 'telegram', id: to.id });
    expect(await subscriptions.get('group001')).toMatchObject({
      community: old.id,
      place: { chat: to.id, channel: to.id },
    });
    expect(await subscriptions.get('topic001')).toMatchObject({ community: old.id, place: topic });
  });
}
