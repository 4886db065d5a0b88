import type { Act, ActResult, Looking, Scene, View } from '../protocol.ts';
import { words } from './words.ts';

const retryAfterMs = 2_000;

export interface Listener {
  view: (view: View) => void;
  connected: (isConnected: boolean) => void;
}

/** The scene, asked for again until the process answers. */
export async function fetchScene(connected: Listener['connected']): Promise<Scene> {
  for (;;) {
    try {
      const response = await fetch('/api/scene');
      if (response.ok) {
        connected(true);
        return (await response.json()) as Scene;
      }
    } catch {
      // The same as an answer that is none: the notice says so, and the next attempt follows.
    }
    connected(false);
    await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  }
}

/** Listens to what one person sees at one place, over lost connections, until the returned function is called. */
export function watch(looking: Looking, listener: Listener): () => void {
  const query = new URLSearchParams(Object.entries(looking).map(([name, value]) => [name, String(value)]));
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = () => {
    source = new EventSource(`/api/events?${query}`);
    source.addEventListener('open', () => listener.connected(true));
    source.addEventListener('view', ({ data }) => listener.view(JSON.parse(data as string) as View));
    source.addEventListener('error', () => {
      listener.connected(false);
      // A browser gives up by itself where the server answers with an error.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, retryAfterMs);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Carries out an act; a process that does not answer counts as a refusal. */
export async function send(looking: Looking, act: Act): Promise<ActResult> {
  try {
    const response = await fetch('/api/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...looking, ...act }),
    });
    return response.ok ? ((await response.json()) as ActResult) : { refused: words.failed };
  } catch {
    return { refused: words.failed };
  }
}
