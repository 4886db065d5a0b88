import { subscribe } from 'node:diagnostics_channel';
import type { Server } from 'node:http';
import { discordGround } from './discord-ground.ts';
import type { Body, Ground } from './ground.ts';
import { load } from './loading.ts';
import { realQuestions } from './questions.ts';
import type { AskedOfGround } from './remote-ground.ts';
import { telegramGround } from './telegram-ground.ts';

/** Platforms do not hang up between one burst and the next, as Node.js would after five seconds. */
const keepAliveMs = 600_000;
subscribe('http.server.request.start', (message) => {
  (message as { server: Server }).server.keepAliveTimeout = keepAliveMs;
});

/** A platform in a process of its own, so that it does not share the time of what is measured. It ends with its parent. */
let ground: Ground | undefined;
let appearing: Promise<number> | undefined;
const questions = realQuestions();
const bodies: Body[] = [];

process.on('message', async (asked: AskedOfGround) => {
  process.send?.(
    await carryOut(asked).then(
      (told) => ({ told }),
      (error: Error) => ({ error: error.message }),
    ),
  );
});
process.on('disconnect', () => process.exit());

async function carryOut(asked: AskedOfGround): Promise<unknown> {
  if (asked.what === 'open') {
    ground = await (asked.platform === 'discord' ? discordGround() : telegramGround());
    return ground.connection;
  }
  if (!ground) throw new Error('There is no fake.');
  switch (asked.what) {
    case 'expect':
      appearing = ground.connected();
      return undefined;
    case 'connected':
      return await appearing;
    case 'populate':
      return ground.populate(asked.commands);
    case 'settle':
      return ground.settle?.(asked.communities);
    case 'load':
      return await load(ground, questions, asked.load, (body) => bodies.length < 500 && bodies.push(body));
    case 'body':
      return bodies.sort((a, b) => lengthOf(a) - lengthOf(b))[Math.floor(bodies.length / 2)];
  }
}

const lengthOf = (body: Body): number => JSON.stringify(body).length;
