/** The address that a link may lead to: http, https and mailto alone; undefined for any other. */
export function linkTarget(target: string): string | undefined {
  if (!URL.canParse(target)) return undefined;
  const { protocol, href } = new URL(target);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : undefined;
}
