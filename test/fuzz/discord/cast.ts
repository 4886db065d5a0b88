import { createDiscordFake, type DiscordFake, type Person, type Place } from '../../../src/loopback/discord/index.ts';

/** A Discord with people of every standing, and the places they meet in. */
export async function createCast(now: () => number) {
  const fake: DiscordFake = await createDiscordFake({ now });
  const user = (username: string, installed = false) => fake.user({ username, installed });
  const operator = user('operator');
  const [moderator, member, owner, muted] = [user('moderator'), user('member'), user('owner', true), user('muted')];
  const [traveller, nasty] = [
    user('traveller', true),
    user('**ZQ0Q** @everyone <b>ZQ15Q</b> <@111111111111111111>', true),
  ];
  const people: Person[] = [moderator, member, operator, owner, muted, traveller, nasty];

  const home = fake.guild({ name: 'Home **ZQ0Q** @here' });
  const editors = home.role('editors');
  home.own(owner);
  home.member(moderator, { permissions: ['ManageGuild'] });
  home.member(member, { roles: [editors] });
  home.member(muted, { permissions: ['ManageGuild'], timedOutUntil: now() + 10 ** 9 });
  for (const one of [operator, traveller, nasty]) home.member(one);
  const talk = home.channel('talk-~~ZQ4Q~~');
  const silent = home.channel('silent');
  silent.permissions(fake.bot, { deny: ['SendMessages', 'ViewChannel'] });
  const foreign = fake.guild({ name: 'Foreign', bot: false });
  for (const one of [owner, traveller, nasty]) foreign.member(one, { permissions: ['ManageGuild'] });
  const other = fake.guild({ name: 'Other', locale: 'uk' });
  other.member(nasty, { permissions: ['Administrator'] });

  const shared: Place[] = [
    talk,
    silent,
    talk.thread('a thread'),
    home.announcement('news'),
    home.voice('voice'),
    foreign.channel('abroad'),
    other.channel('general'),
    fake.privateChat(traveller, nasty, member),
  ];
  return {
    fake,
    people,
    home,
    operators: [{ platform: 'discord' as const, id: operator.id }],
    /** Of the shared places and this person's private chat with the bot, which comes up as often as a third of them. */
    placeFor(person: Person, where: number): Place {
      const all = [...shared, ...Array.from({ length: 4 }, () => fake.dm(person))];
      return all[where % all.length] as Place;
    },
  };
}

export type Cast = Awaited<ReturnType<typeof createCast>>;
