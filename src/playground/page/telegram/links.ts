/** The address that a link may lead to: http, https and tg alone, `example.org` as https; undefined for any other. */
export function linkTarget(url: string): string | undefined {
  const address = /^[a-z][a-z0-9+.-]*:/iu.test(url) && !/^[\w.-]+:\d/u.test(url) ? url : `https://${url}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return ['http:', 'https:', 'tg:'].includes(protocol) ? href : undefined;
}

/** The payload of a link that opens the private chat with this bot (core.telegram.org/bots/features#deep-linking). */
export function startPayload(url: string, botUsername: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  const isHere = /^https?:$/u.test(protocol)
    ? ['t.me', 'telegram.me'].includes(hostname) && pathname.slice(1).toLowerCase() === botUsername.toLowerCase()
    : protocol === 'tg:' && searchParams.get('domain')?.toLowerCase() === botUsername.toLowerCase();
  return isHere && !searchParams.has('startgroup') ? (searchParams.get('start') ?? '') : undefined;
}
