const colours = ['#5865f2', '#3a7f57', '#a8642a', '#b03a5b', '#6a6fa3', '#2f7f8c'];
const made = new Map<string, string>();

/** A round picture of somebody without one, as a `data:` address: their initial on a colour of their own. */
export function avatarOf(name: string): string {
  const known = made.get(name);
  if (known) return known;
  const initial = [...name.trim()][0]?.toUpperCase() ?? '?';
  const colour =
    colours[[...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973, 7) % colours.length];
  const letter = initial.replace(/[<>&]/gu, '?');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/><text x="20" y="27" text-anchor="middle" font-family="sans-serif" font-weight="600" font-size="19" fill="#fff">${letter}</text></svg>`;
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  made.set(name, url);
  return url;
}
