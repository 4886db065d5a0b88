import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { membersChunk, type RequestMembers } from './member-chunks.ts';
import type { Json } from './payloads.ts';
import { shardOf } from './snowflakes.ts';
import { guildCreateJson, userJson } from './wire.ts';
import type { GuildState, World } from './world.ts';

/** Sends an event to every session it concerns; `data` is made for the intents of each. */
export type Dispatch = (
  event: string,
  data: (intents: number) => Json,
  where?: { guildId?: string; intent?: number },
) => void;

/** A gateway session: it outlives its connection, so that it can be resumed. */
export interface SessionState {
  id: string;
  shard: [id: number, count: number];
  intents: number;
  seq: number;
  sent: { op: 0; s: number; t: string; d: Json }[];
  socket?: WebSocket;
  /** Nothing is told on it any more, though its heartbeats are acknowledged. */
  isSilent?: true;
}

export interface GatewayOptions {
  /** Milliseconds between heartbeats asked of the client; 41250 as Discord's own. */
  heartbeatIntervalMs: number;
  /** The privileged intents enabled for the application; asking for another closes with 4014. */
  privilegedIntents: (keyof typeof GatewayIntentBits)[];
  /** Recommended number of shards. */
  shards: number;
  /** How many shards may identify within one window (`max_concurrency`). */
  maxConcurrency: number;
  /** Milliseconds of that window: 5000 with Discord, 0 lets a test's bot restart at once. */
  identifyWindowMs: number;
  /** Session starts left today. */
  sessionStarts: number;
  /** How many of a session's latest events RESUME can bring back. */
  resumableEvents: number;
}

export interface Identify {
  token?: string;
  intents?: number;
  shard?: [number, number];
}

export interface Resume {
  token?: string;
  session_id?: string;
  seq?: number;
}

/** A refusal: the code to close with, or Invalid Session (op 9), after which the client may identify again. */
export type SessionRefusal = { closeCode: number; reason: string } | 'invalid session';

const privileged = ['GuildMembers', 'GuildPresences', 'MessageContent'] as const;
const knownIntents = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
);

/** Bytes that wait for a client to take them; far more than a test's guilds are. */
const mostBuffered = 32 * 1024 * 1024;

/** Starts, resumes and feeds sessions; close codes: discord.com/developers/docs/topics/opcodes-and-status-codes. */
export function createGatewaySessions(
  world: World,
  options: GatewayOptions,
  access: { accepts: (token: string | undefined) => boolean; url: () => string },
) {
  const sessions: SessionState[] = [];
  const identifies: Identify[] = [];
  const lastIdentify = new Map<number, number>();
  const counts = { connections: 0, heartbeats: 0, resumed: 0, startsLeft: options.sessionStarts };

  function identify(socket: WebSocket, asked: Identify): SessionState | SessionRefusal {
    identifies.push(asked);
    const { token, intents, shard = [0, 1] } = asked;
    if (!access.accepts(token) || counts.startsLeft <= 0) return { closeCode: 4004, reason: 'Authentication failed.' };
    if (typeof intents !== 'number' || (intents & ~knownIntents) !== 0)
      return { closeCode: 4013, reason: 'Invalid intent(s).' };
    if (privileged.some((name) => intents & GatewayIntentBits[name] && !options.privilegedIntents.includes(name)))
      return { closeCode: 4014, reason: 'Disallowed intent(s).' };
    if (!(shard[0] >= 0 && shard[0] < shard[1])) return { closeCode: 4010, reason: 'Invalid shard.' };
    if (tooSoon(shard[0])) return 'invalid session';
    counts.startsLeft -= 1;
    const session: SessionState = { id: randomBytes(16).toString('hex'), shard, intents, seq: 0, sent: [], socket };
    sessions.push(session);
    greet(session);
    return session;
  }

  /** Shards with the same `id % max_concurrency` may identify once in a window. */
  function tooSoon(shard: number): boolean {
    const bucket = shard % options.maxConcurrency;
    const last = lastIdentify.get(bucket);
    const soon = last !== undefined && Date.now() - last < options.identifyWindowMs;
    if (!soon) lastIdentify.set(bucket, Date.now());
    return soon;
  }

  function greet(session: SessionState): void {
    const [id, count] = session.shard;
    const mine = [...world.guilds.values()].filter((guild) => guild.botInside && shardOf(guild.id, count) === id);
    tell(session, 'READY', {
      v: 10,
      user: userJson(world.bot),
      guilds: mine.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: access.url(),
      shard: session.shard,
      application: { id: world.bot.id, flags: 0 },
    });
    if (!(session.intents & GatewayIntentBits.Guilds)) return;
    void tellGuilds(session, mine);
  }

  /** At once, unless there are so many that the client falls behind. */
  async function tellGuilds(session: SessionState, guilds: readonly GuildState[]): Promise<void> {
    for (const guild of guilds) {
      while (session.socket && session.socket.bufferedAmount > mostBuffered) await sleep(10);
      if (guild.available) tell(session, 'GUILD_CREATE', guildCreateJson(guild, world.bot));
    }
  }

  function resume(socket: WebSocket, { token, session_id, seq = 0 }: Resume): SessionState | SessionRefusal {
    if (!access.accepts(token)) return { closeCode: 4004, reason: 'Authentication failed.' };
    const session = sessions.find(({ id }) => id === session_id);
    if (!session) return 'invalid session';
    if (seq > session.seq) return { closeCode: 4007, reason: 'Invalid seq.' };
    if (session.seq - seq > session.sent.length) return 'invalid session';
    session.socket = socket;
    counts.resumed += 1;
    for (const missed of session.sent.filter(({ s }) => s > seq)) send(socket, missed);
    tell(session, 'RESUMED', {});
    return session;
  }

  function tell(session: SessionState, event: string, data: Json): void {
    if (session.isSilent) return;
    session.seq += 1;
    const frame = { op: 0 as const, s: session.seq, t: event, d: data };
    session.sent.push(frame);
    if (session.sent.length >= 2 * options.resumableEvents) session.sent.splice(0, options.resumableEvents);
    if (session.socket) send(session.socket, frame);
  }

  const dispatch: Dispatch = (event, data, { guildId, intent } = {}) => {
    for (const session of sessions) {
      const [id, count] = session.shard;
      const wanted = intent === undefined || (session.intents & intent) !== 0;
      if (wanted && id === shardOf(guildId, count)) tell(session, event, data(session.intents));
    }
  };

  function answerMembers(session: SessionState, asked: RequestMembers): void {
    const chunk = membersChunk(world, session, asked);
    if (chunk) tell(session, 'GUILD_MEMBERS_CHUNK', chunk);
  }

  /** Ends sessions, so that a later RESUME is answered with Invalid Session; all of them unless one is given. */
  function forget(one?: SessionState): void {
    if (!one) sessions.splice(0);
    else if (sessions.includes(one)) sessions.splice(sessions.indexOf(one), 1);
  }

  return { sessions, identifies, counts, identify, resume, dispatch, forget, answerMembers };
}

/** Sends a frame unless the connection is already closing. */
export function send(socket: WebSocket, frame: Json | { op: number }): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
}
