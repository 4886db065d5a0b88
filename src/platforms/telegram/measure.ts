/** Room that a page may take, a little under Telegram's own limits: 4096 characters and 100 entities of a message. */
export const room = { characters: 4000, entities: 90, lines: 120, menuItems: 10 } as const;

/** How Telegram will count plain HTML: characters (UTF-16) after parsing, formatted stretches, lines. */
export function measure(html: string): { characters: number; entities: number; lines: number } {
  const text = html.replace(/<[^>]*>/gu, '').replace(/&(?:lt|gt|amp|quot);/gu, '.');
  const tags = html.match(/<[a-z]/gu)?.length ?? 0;
  const commands = text.match(/\/\w/gu)?.length ?? 0;
  return { characters: text.length, entities: tags + commands, lines: text.split('\n').length };
}
