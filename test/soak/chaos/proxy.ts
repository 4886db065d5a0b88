import { connect, createServer, type Socket } from 'node:net';

export type DatabaseProxy = Awaited<ReturnType<typeof createProxy>>;

/** Stands between a program and a server on this machine: it can refuse, or let nothing through. */
export async function createProxy(port: number, host: string) {
  const pairs = new Set<[Socket, Socket]>();
  let mode: 'open' | 'refusing' | 'stalled' = 'open';
  const server = createServer((near) => {
    if (mode === 'refusing') {
      near.destroy();
      return;
    }
    const far = connect({ port, host });
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => {});
      one.on('close', () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
    near.pipe(far);
    far.pipe(near);
    if (mode === 'stalled') halt(pair);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();

  function halt([near, far]: [Socket, Socket]): void {
    near.unpipe(far).pause();
    far.unpipe(near).pause();
  }
  const resume = ([near, far]: [Socket, Socket]) => {
    near.pipe(far);
    far.pipe(near);
  };
  const cut = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };

  return {
    port: typeof address === 'object' && address ? address.port : 0,
    /** Ends every connection, and takes none until `open`. */
    refuse() {
      mode = 'refusing';
      cut();
    },
    /** Nothing comes through until `open`; the connections stay. */
    stall() {
      mode = 'stalled';
      for (const pair of pairs) halt(pair);
    },
    open() {
      if (mode === 'stalled') for (const pair of pairs) resume(pair);
      mode = 'open';
    },
    async close() {
      cut();
      await new Promise((done) => server.close(done));
    },
  };
}
