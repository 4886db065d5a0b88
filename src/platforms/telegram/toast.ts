/** What the person who pressed sees at once: nothing, a line, an alert, or a chat that opens. */
export type Toast = { text: string; show_alert?: true } | { url: string } | Record<string, never>;

/** Telegram takes at most 200 characters. */
const longest = 200;

export const alert = (text: string): Toast => ({ text: cut(text), show_alert: true });

/** A line that goes away by itself. */
export const remark = (text: string): Toast => ({ text: cut(text) });

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).replace(/\p{Surrogate}$/u, '')}…` : text;
}
