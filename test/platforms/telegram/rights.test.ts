import { describe, expect, it } from 'vitest';
import { createModerators } from '../../../src/platforms/telegram/moderators.ts';
import { startEditing } from './editing.ts';

const refused = 'Only this community’s moderators can do that.';
const drafts = 'The secret drafts of Talks';

describe('who moderates', () => {
  it.each([
    ['creator', drafts],
    ['administrator', drafts],
    ['member', refused],
    ['restricted', refused],
    ['left', refused],
    ['kicked', refused],
  ] as const)('%s', async (status, said) => {
    const { group, mod } = await startEditing();
    group.setMember(mod, status);
    group.post(mod, '/note drafts');
    expect((await group.hear(mod)).text).toBe(said);
  });

  it('no administrator with a title and no right', async () => {
    const { group, mod } = await startEditing();
    group.setMember(mod, 'administrator', { hasNoRights: true });
    expect((await group.say(mod, '/note drafts')).text).toBe(refused);
  });

  it('an anonymous administrator, for Telegram vouches for the group’s name', async () => {
    const { group, telegram, mod } = await startEditing();
    const offered = await group.say(mod, '/note drafts', { anonymous: true });
    expect(offered.buttons.flat()).toMatchObject([{ text: 'Continue in private', data: '>note.drafts' }]);
    expect(telegram.callsOf('getChatMember')).toEqual([]);
  });

  it('an anonymous administrator’s press is judged by who they are', async () => {
    const { group, mod, ann } = await startEditing();
    group.setMember(mod, 'administrator', { isAnonymous: true });
    const menu = await group.say(mod, '/note', { anonymous: true });
    expect((await menu.press(mod, '3')).text).toBe(drafts);
    expect((await menu.press(ann, '3')).toast).toEqual({ text: refused, isAlert: true });
  });

  it('a channel, in that channel', async () => {
    const { telegram, mod } = await startEditing();
    const channel = telegram.channel({ title: 'News', admins: [mod] });
    const chat = telegram.privateChat(mod);
    const offered = await channel.say(undefined, '/note drafts');
    await offered.press(mod, 'Continue in private');
    await telegram.settled();
    expect(chat.botMessages[0]?.text).toBe('The secret drafts of News');
  });

  it('nobody while Telegram does not say: once it does, at once', async () => {
    const { group, telegram, mod, told } = await startEditing();
    telegram.fail({ kind: 'reset', when: 'before' }, { method: 'getChatMember' });
    expect((await group.say(mod, '/note drafts')).text).toBe(refused);
    expect(told()).toContain('Telegram could not be asked who administers a chat.');
    expect((await group.say(mod, '/note drafts')).text).toBe(drafts);
  });

  it('in private, whoever works for a community, as long as they have the right in it', async () => {
    const { group, telegram, mod, working, pass } = await startEditing();
    await group.say(mod, '/note list');
    working.set(String(mod.id), String(group.id));
    const chat = telegram.privateChat(mod);
    expect((await chat.say(mod, '/note drafts')).text).toBe(drafts);
    group.kickBot(mod);
    await telegram.settled();
    pass(60_001);
    expect((await chat.say(mod, '/note drafts')).text).toBe(refused);
  });
});

describe('a command without its second word', () => {
  it.each(['/note', '/note nonsense'])('%s shows what the person may do', async (text) => {
    const { group, mod, ann } = await startEditing();
    const shown = await group.say(mod, text);
    expect(shown).toMatchObject({ isEphemeral: true });
    const all = ['Add a note', 'List the notes', 'Drafts', 'Read notes from a file', 'Write notes into a file'];
    expect(shown.blocks?.at(-1)).toMatchObject({ type: 'list' });
    for (const one of all) expect(shown.text).toContain(one);
    expect((await shown.press(mod, '2')).text).toBe('0 kept');
    const less = await group.say(ann, text);
    expect(less.text).toContain('List the notes');
    expect(less.text).not.toContain('Add a note');
  });
});

describe('a right that changes', () => {
  it('is known within a minute where Telegram does not tell', async () => {
    const { group, telegram, mod, pass } = await startEditing();
    await group.say(mod, '/note drafts');
    group.changeMember(mod, 'member');
    pass(59_000);
    expect((await group.say(mod, '/note drafts')).text).toBe(drafts);
    expect(telegram.callsOf('getChatMember')).toHaveLength(1);
    pass(1_001);
    expect((await group.say(mod, '/note drafts')).text).toBe(refused);
    expect(telegram.callsOf('getChatMember')).toHaveLength(2);
  });

  it('is known at once where it does: to administrators', async () => {
    const { group, telegram, mod, ann } = await startEditing();
    group.promoteBot(mod);
    await group.say(mod, '/note drafts');
    group.changeMember(mod, 'member', ann);
    await telegram.settled();
    expect((await group.say(mod, '/note drafts')).text).toBe(refused);
    group.changeMember(mod, 'administrator', ann);
    await telegram.settled();
    expect((await group.say(mod, '/note drafts')).text).toBe(drafts);
  });

  it('is known at once when the person leaves', async () => {
    const { group, telegram, mod } = await startEditing();
    await group.say(mod, '/note drafts');
    group.changeMember(mod, 'left');
    await telegram.settled();
    expect((await group.say(mod, '/note drafts')).text).toBe(refused);
  });

  it('makes buttons shown before it useless', async () => {
    const { group, telegram, mod, pass } = await startEditing();
    const shown = await group.say(mod, '/note drafts');
    expect((await shown.press(mod, 'Publish')).text).toBe('Published for Talks.');
    group.setMember(mod, 'member');
    pass(60_001);
    expect((await shown.press(mod, 'Publish')).toast).toEqual({ text: refused, isAlert: true });
    expect(telegram.callsOf('getChatMember')).toHaveLength(2);
  });
});

describe('what is remembered of moderators', () => {
  const log = { warn: () => {}, debug: () => {} } as never;

  function counting() {
    const asked: string[] = [];
    let now = 0;
    const answers: ((isAdmin: boolean) => void)[] = [];
    const getChatMember = (chat: number | string, user: number) => {
      asked.push(`${chat}:${user}`);
      return new Promise((resolve) => {
        answers.push((isAdmin) =>
          resolve(isAdmin ? { status: 'administrator', can_manage_chat: true } : { status: 'member' }),
        );
      });
    };
    const moderators = createModerators({ getChatMember } as never, log, () => now);
    return { asked, answers, moderators, pass: (ms: number) => (now += ms) };
  }

  it('is asked once by questions at the same time', async () => {
    const { asked, answers, moderators } = counting();
    const both = Promise.all([moderators.include('-1', '1'), moderators.include('-1', '1')]);
    answers[0]?.(true);
    expect(await both).toEqual([true, true]);
    expect(asked).toEqual(['-1:1']);
  });

  it('is not an answer that was under way when the right changed', async () => {
    const { asked, answers, moderators } = counting();
    const before = moderators.include('-1', '1');
    moderators.forget('-1', '1');
    answers[0]?.(true);
    expect(await before).toBe(true);
    const after = moderators.include('-1', '1');
    answers[1]?.(false);
    expect(await after).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('is of one chat and of one person', async () => {
    const { asked, answers, moderators } = counting();
    const all = ['-1:1', '-1:2', '-2:1'].map((one) => moderators.include(...(one.split(':') as [string, string])));
    for (const [i, answer] of answers.entries()) answer(i === 0);
    expect(await Promise.all(all)).toEqual([true, false, false]);
    moderators.forgetChat('-1');
    void moderators.include('-2', '1');
    void moderators.include('-1', '2');
    expect(asked).toEqual(['-1:1', '-1:2', '-2:1', '-1:2']);
  });

  it('is bounded', async () => {
    const { asked, answers, moderators } = counting();
    for (let i = 0; i < 5001; i++) void moderators.include(String(-i - 1), '1');
    for (const answer of answers) answer(true);
    void moderators.include('-5001', '1');
    expect(asked).toHaveLength(5001);
    void moderators.include('-1', '1');
    expect(asked).toHaveLength(5002);
  });
});
