import { type ChatHandle, createTelegramFake } from '../../../src/loopback/telegram/index.ts';

/** A Telegram with people of every standing, and the chats they meet in. */
export async function createCast(now: () => number) {
  const fake = await createTelegramFake({ now });
  const operator = fake.user({ first_name: 'Operator' });
  const admin = fake.user({ first_name: 'Admin', username: 'admin_one' });
  const member = fake.user({ first_name: 'Member', last_name: 'of many' });
  const nasty = fake.user({ first_name: '<b>ZQ15Q</b> **ZQ0Q**', last_name: '[ZQ21Q](https://evil.example/x)' });
  const people = [admin, member, operator, nasty];
  const everybody = { members: [member, operator, nasty], admins: [admin] };
  const supergroup = fake.supergroup({ title: 'Talks <b>ZQ15Q</b>', username: 'talks_here', ...everybody });
  const forum = fake.supergroup({ title: 'Forum', isForum: true, topics: ['One', 'Two'], ...everybody });
  const shared: ChatHandle[] = [
    supergroup,
    forum,
    fake.group({ title: 'Small', ...everybody, isBotAdmin: true }),
    fake.channel({ title: 'News &amp; **ZQ0Q**', username: 'the_news', admins: [admin] }),
  ];
  return {
    fake,
    people,
    operators: [{ platform: 'telegram' as const, id: String(operator.id) }],
    /** The private chat comes up as often as the others together. */
    chatFor(who: number, where: number): ChatHandle {
      const mine = fake.privateChat(people[who % people.length] as (typeof people)[number]);
      return [...shared, mine, mine, mine, mine][where % 8] as ChatHandle;
    },
  };
}

export type Cast = Awaited<ReturnType<typeof createCast>>;
