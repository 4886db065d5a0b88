import type { Route } from './server.ts';

/** How the process stands; the names and words are few, fixed and no secrets, for whoever may ask. */
export interface Readiness {
  ready: boolean;
  /** What does not work just now, though questions are answered. */
  degraded: string[];
  /** How each part stands. */
  parts: Record<string, string>;
}

/** `GET /ready`: 200 where the process can answer, else 503, and why. */
export const readyRoute = (state: () => Readiness): Route => ({
  method: 'GET',
  path: '/ready',
  handle() {
    const { ready, degraded, parts } = state();
    return Response.json(
      { ready, degraded, parts },
      { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
    );
  },
});
