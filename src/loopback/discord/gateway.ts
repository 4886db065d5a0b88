import type { IncomingMessage, Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  createGatewaySessions,
  type GatewayOptions,
  type Identify,
  type Resume,
  type SessionRefusal,
  type SessionState,
  send,
} from './gateway-sessions.ts';
import type { RequestMembers } from './member-chunks.ts';
import type { World } from './world.ts';

interface Frame {
  op?: number;
  d?: unknown;
}

/** A client may send 120 frames a minute. */
const framesPerMinute = 120;
/** Operations a client may send once identified: presence, voice state, guild members, soundboard. */
const clientOps = [3, 4, 8, 31];

export type Gateway = ReturnType<typeof createGateway>;

/** The gateway's WebSocket endpoint: JSON, version 10, uncompressed (discord.com/developers/docs/events/gateway). */
export function createGateway(
  world: World,
  options: GatewayOptions,
  access: { accepts: (token: string | undefined) => boolean; url: () => string; changed: () => void },
) {
  const sockets = new WebSocketServer({ noServer: true });
  const open = new Set<WebSocket>();
  const { sessions, identifies, counts, identify, resume, dispatch, forget, answerMembers } = createGatewaySessions(
    world,
    options,
    access,
  );
  let acks = true;

  function listen(server: Server): void {
    server.on('upgrade', (request, socket, head) => {
      sockets.handleUpgrade(request, socket, head, (opened) => connect(opened, request));
    });
  }

  function connect(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'ws://127.0.0.1').searchParams;
    open.add(socket);
    counts.connections += 1;
    let minute = { began: Date.now(), frames: 0 };
    socket.on('message', (raw) => {
      if (Date.now() - minute.began > 60_000) minute = { began: Date.now(), frames: 0 };
      minute.frames += 1;
      if (minute.frames > framesPerMinute) socket.close(4008, 'Rate limited.');
      else receive(socket, decode(String(raw)));
      access.changed();
    });
    socket.on('close', (code) => {
      open.delete(socket);
      const session = sessionOn(socket);
      if (session) {
        delete session.socket;
        // A client that closes with 1000 or 1001 gives up its session.
        if (code === 1000 || code === 1001) forget(session);
      }
      access.changed();
    });
    if (query.get('v') !== '10') socket.close(4012, 'Invalid API version.');
    else if (query.has('compress') || query.get('encoding') === 'etf')
      socket.close(4002, 'Only plain JSON is spoken here.');
    else send(socket, { op: 10, d: { heartbeat_interval: options.heartbeatIntervalMs } });
  }

  function receive(socket: WebSocket, frame: Frame | undefined): void {
    if (!frame) {
      socket.close(4002, 'Error while decoding payload.');
      return;
    }
    if (frame.op === 1) {
      counts.heartbeats += 1;
      if (acks) send(socket, { op: 11 });
      return;
    }
    if (frame.op === 2 || frame.op === 6) {
      if (sessionOn(socket)) socket.close(4005, 'Already authenticated.');
      else if (frame.op === 2) answer(socket, identify(socket, frame.d as Identify));
      else answer(socket, resume(socket, frame.d as Resume));
      return;
    }
    const session = sessionOn(socket);
    if (!session) socket.close(4003, 'Not authenticated.');
    else if (frame.op === 8) answerMembers(session, frame.d as RequestMembers);
    else if (!clientOps.includes(frame.op ?? -1)) socket.close(4001, 'Unknown opcode.');
  }

  function answer(socket: WebSocket, result: SessionState | SessionRefusal): void {
    if (result === 'invalid session') send(socket, { op: 9, d: false });
    else if ('closeCode' in result) socket.close(result.closeCode, result.reason);
  }

  const sessionOn = (socket: WebSocket) => sessions.find((session) => session.socket === socket);
  const live = () => sessions.flatMap(({ socket }) => socket ?? []);
  const toAll = (act: (socket: WebSocket) => void) => {
    for (const socket of [...open]) act(socket);
  };

  return {
    listen,
    dispatch,
    identifies,
    counts,
    /** Sessions that are connected or may be resumed. */
    sessions: sessions as readonly SessionState[],
    /** Whether a bot is connected and identified. */
    connected: () => live().length > 0,
    /** Closes every connection with a close code of the gateway; the sessions stay resumable. */
    drop: (code = 4000) => toAll((socket) => socket.close(code)),
    /** Cuts every connection without a closing handshake (the client sees 1006). */
    cut: () => toAll((socket) => socket.terminate()),
    /** Asks for a reconnect (op 7). */
    reconnect: () => toAll((socket) => send(socket, { op: 7, d: null })),
    /** Sends Invalid Session (op 9); unless `resumable`, the sessions are forgotten. */
    invalidate(resumable: boolean) {
      toAll((socket) => send(socket, { op: 9, d: resumable }));
      for (const session of sessions) delete session.socket;
      if (!resumable) forget();
    },
    /** Forgets every session, so that the next RESUME is answered with Invalid Session. */
    forgetSessions: () => forget(),
    /** Asks for a heartbeat at once (op 1). */
    requestHeartbeat: () => toAll((socket) => send(socket, { op: 1, d: null })),
    /** Leaves heartbeats unacknowledged, as a zombie connection does, until called with false. */
    withholdAcks(withheld = true) {
      acks = !withheld;
    },
    /** Tells nothing more on the sessions that there are, though their heartbeats are acknowledged. */
    silence() {
      for (const session of sessions) session.isSilent = true;
    },
    close() {
      for (const socket of open) socket.terminate();
      sockets.close();
    },
  };
}

function decode(raw: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(raw);
    return typeof frame === 'object' && frame !== null ? frame : undefined;
  } catch {
    return undefined;
  }
}
