import { createServer } from 'node:net';
import { type Finding, ok, problem, skipped } from './finding.ts';

export interface Served {
  host: string;
  port: number;
  /** Where that is taken, any free port will do. */
  orAnyPort: boolean;
}

const name = 'port';

/** Listens for a moment, to see whether HTTP could be served there. */
export async function examinePort(http: Served | undefined, signal: AbortSignal): Promise<Finding[]> {
  if (!http) return [skipped(name, 'HTTP is not asked for: PORT is not set.')];
  const { host, port, orAnyPort } = http;
  const place = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const code = await listenOnce(http);
  if (code === undefined) return [ok(name, port === 0 ? 'Any free port will be taken.' : `${place} is free.`)];
  if (code === 'EADDRINUSE') {
    if (await isParley(place, signal)) return [ok(name, `A Parley serves ${place}.`)];
    if (orAnyPort) return [ok(name, `${place} is taken; the playground will choose another port.`)];
    return [problem(name, `${place} is taken by another program.`, 'Set PORT to a free one, or stop that program.')];
  }
  if (code === 'EACCES')
    return [
      problem(
        name,
        `This user may not listen on port ${port}.`,
        'Set PORT to one above 1023; a proxy can serve the other.',
      ),
    ];
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return [
      problem(
        name,
        `${host} is no address of this machine.`,
        'Set HOST to 127.0.0.1, or to 0.0.0.0 for all its addresses.',
      ),
    ];
  return [problem(name, `${place} can’t be listened on (${code}).`, 'Check HOST and PORT.')];
}

/** What stands in the way; undefined for nothing. */
const listenOnce = ({ host, port }: Served): Promise<string | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });

async function isParley(place: string, signal: AbortSignal): Promise<boolean> {
  try {
    const at = place.replace(/^(0\.0\.0\.0|\[::\]):/u, '127.0.0.1:');
    const response = await fetch(`http://${at}/live`, { signal: AbortSignal.any([signal, AbortSignal.timeout(2000)]) });
    return response.ok && (await response.text()).trim() === 'ok';
  } catch {
    return false;
  }
}
