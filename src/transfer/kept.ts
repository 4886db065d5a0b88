/** How long an import waits for somebody to have it done. */
export const importKeptMs = 7 * 86_400_000;
