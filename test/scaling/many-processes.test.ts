import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { sharedCommunity } from '../../src/core/community.ts';
import { freePort } from '../builders/free-port.ts';
import { hasPostgres } from '../store/databases.ts';
import { act, change, entryWriting } from '../store/things.ts';
import { type Cluster, createBalancer, createCluster } from './cluster.ts';

const eventually = <T>(look: () => T | Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 30_000, interval: 50 });

/** An entry of the operators', written by yet another process. */
async function publish({ store }: Cluster, key: string, question: string): Promise<void> {
  const writing = entryWriting(question);
  await store.entries.change([change(sharedCommunity, key, { writing })], [act(sharedCommunity)]);
}

describe.skipIf(!(await hasPostgres()))('several processes on PostgreSQL', { timeout: 120_000 }, () => {
  it('share out Discord’s shards, and take over those of one that stops', async () => {
    const cluster = await createCluster({ discord: { gateway: { shards: 2, identifyWindowMs: 0 } } });
    const { discord } = cluster;
    const guilds = Array.from({ length: 6 }, () => discord.guild());
    const first = await cluster.start();
    await eventually(() => expect(discord.gateway.sessions.map(({ shard }) => shard[0]).sort()).toEqual([0, 1]));
    const second = await cluster.start();
    // Two sessions from the first, of which one is given up for the second process.
    await eventually(() => expect(discord.gateway.identifies.map(({ shard }) => shard?.[0]).sort()).toEqual([0, 1, 1]));
    let asked = 0;
    const askEverywhere = async () => {
      for (const guild of guilds) {
        // Somebody else each time: nobody may ask that often.
        const person = discord.user({ username: `person-${++asked}` });
        const heard = await person.slash(guild.channel('general'), '/faq question: nato membership');
        expect(heard.text).toContain('NATO');
      }
    };
    await eventually(() => expect(discord.gateway.sessions).toHaveLength(2));
    await askEverywhere();
    let isStopped = false;
    const stopped = first.stop().finally(() => {
      isStopped = true;
    });
    let rounds = 0;
    // All the while somebody asks, and each is answered, once: the fake refuses a second answer.
    for (; !isStopped; rounds++) {
      await askEverywhere();
      // No faster than a guild may ask.
      await pause(1000);
    }
    expect(await stopped).toBe(0);
    expect(rounds).toBeGreaterThan(1);
    await eventually(() => expect(discord.gateway.sessions.map(({ shard }) => shard[0]).sort()).toEqual([0, 1]));
    await askEverywhere();
    expect([...first.log, ...second.log].filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('find at once what another has published, also after their connections were lost', async () => {
    const cluster = await createCluster();
    await cluster.start({ ROLE: 'gateway' }, { byProxy: true });
    await cluster.start({ ROLE: 'webhook' }, { byProxy: true });
    const { discord, telegram } = cluster;
    const [channel, ann] = [discord.guild().channel('general'), discord.user({ username: 'ann' })];
    const bob = telegram.user({ first_name: 'Bob' });
    const chat = telegram.privateChat(bob);
    const found = async (question: string) => {
      await eventually(async () =>
        expect((await ann.slash(channel, `/faq question: ${question}`)).text).toContain(question),
      );
      await eventually(async () => expect((await chat.say(bob, `/faq ${question}`)).text).toContain(question));
    };
    expect((await ann.slash(channel, '/faq question: zebra treaty')).text).not.toContain('What is the zebra treaty?');
    await publish(cluster, 'zebra-treaty', 'What is the zebra treaty?');
    await found('What is the zebra treaty?');
    cluster.proxy.refuse();
    await publish(cluster, 'walrus-accord', 'What is the walrus accord?');
    cluster.proxy.open();
    await found('What is the walrus accord?');
  });

  it('answer what Telegram brings to any of them, each once and in order within a chat', async () => {
    const ports = [await freePort(), await freePort()];
    const balancer = await createBalancer(ports);
    const cluster = await createCluster();
    const url = `http://127.0.0.1:${balancer.port}/hook`;
    const [first] = await Promise.all(
      ports.map((port) => cluster.start({ ROLE: 'webhook', TELEGRAM_WEBHOOK_URL: url, PORT: `${port}` })),
    );
    const { telegram } = cluster;
    const people = Array.from({ length: 3 }, (_, i) => telegram.user({ first_name: `Person ${i}` }));
    const questions = ['reparations', 'nato membership', 'sanctions', 'ceasefire', 'security guarantees'];
    const answers = await Promise.all(
      people.map(async (person) => {
        const chat = telegram.privateChat(person);
        for (const question of questions) chat.post(person, `/faq ${question}`);
        const heard: string[] = [];
        for (const _ of questions) heard.push((await chat.hear(person)).text.split('\n')[0] ?? '');
        return heard;
      }),
    );
    expect(new Set(answers.map((all) => all.join())).size).toBe(1);
    expect(new Set(answers[0]).size).toBe(questions.length);
    expect(answers[0]?.map((one) => one.toLowerCase())).toEqual(
      questions.map((one) => expect.stringContaining(one.split(' ')[0] as string)),
    );
    expect(Math.min(...ports.map((port) => balancer.given.get(port) ?? 0))).toBeGreaterThan(0);
    await eventually(async () => expect(await cluster.store.inbox.count()).toBe(0));
    // One is restarted: the other answers on.
    await first?.stop();
    const [person] = people;
    if (person)
      expect((await telegram.privateChat(person).say(person, '/faq reparations')).text).toContain('reparations');
  });

  it('go on from memory while the database is away, change nothing, and recover by themselves', async () => {
    const cluster = await createCluster();
    const { discord, telegram, proxy } = cluster;
    const program = await cluster.start({}, { byProxy: true });
    const [guild, ann] = [discord.guild(), discord.user({ username: 'ann' })];
    const bob = telegram.user({ first_name: 'Bob' });
    const chat = telegram.privateChat(bob);
    await ann.slash(guild.channel('general'), '/faq question: reparations');
    await chat.say(bob, '/language uk');
    expect((await chat.say(bob, '/faq nato membership')).text).toContain('НАТО');
    proxy.refuse();
    await eventually(async () =>
      expect((await program.ready()).said).toMatchObject({ ready: true, degraded: ['database'] }),
    );
    expect((await ann.slash(guild.channel('general'), '/faq question: nato membership')).text).toContain('NATO');
    expect((await chat.say(bob, '/faq nato membership')).text).toContain('НАТО');
    expect((await chat.say(bob, '/language en')).text).toContain('нічого не змінено');
    proxy.open();
    await eventually(async () => expect((await program.ready()).said).toMatchObject({ ready: true, degraded: [] }));
    expect((await chat.say(bob, '/language en')).text).not.toContain('нічого не змінено');
    expect((await chat.say(bob, '/faq nato membership')).text).toContain('NATO');
    expect(program.log.filter(({ level }) => level >= 60)).toEqual([]);
  });
});
