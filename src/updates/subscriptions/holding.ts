/** In ms: what a subscription missed while it was paused is sent when it goes on, unless it is older than that. */
export const heldForMs = 24 * 3_600_000;

export const heldSince = (now: number): number => now - heldForMs;
