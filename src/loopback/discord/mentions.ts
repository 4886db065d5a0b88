import { parse } from 'discord-markdown-parser';
import { messageText } from './message-text.ts';
import type { MessageBody } from './payloads.ts';
import type { Pings } from './world.ts';

/** A node of Discord's Markdown: `{type: 'strong', content: [...]}`, `{type: 'text', content: 'plain'}`, `{type: 'user', id}`. */
export interface MarkupNode {
  type: string;
  content?: string | MarkupNode[];
  id?: string;
  target?: string;
  timestamp?: string;
}

/** Discord's reading of a text, so that a test can prove that someone's words became no markup. */
export function markup(text: string): MarkupNode[] {
  return parse(text, 'extended') as MarkupNode[];
}

/** The kinds of markup in a text besides plain text and line breaks, each once. */
export function markupKinds(text: string): string[] {
  const kinds = flatten(markup(text)).map(({ type }) => type);
  return [...new Set(kinds.filter((kind) => kind !== 'text' && kind !== 'br' && kind !== 'newline'))];
}

function flatten(nodes: MarkupNode[]): MarkupNode[] {
  return nodes.flatMap((node) => [node, ...(Array.isArray(node.content) ? flatten(node.content) : [])]);
}

/**
 * Who a message notifies: what its text mentions, as far as `allowed_mentions` lets it (all of it when absent). The
 * bot's own permission to mention everyone is left aside: a text that would need it is one too many
 * (discord.com/developers/docs/resources/message#allowed-mentions-object).
 */
export function pingsOf(body: MessageBody, repliedTo?: string): Pings {
  const nodes = flatten(markup(messageText(body)));
  const ids = (type: string) => [...new Set(nodes.flatMap((node) => (node.type === type && node.id ? [node.id] : [])))];
  const rules = body.allowed_mentions;
  const allowed = (kind: 'users' | 'roles', found: string[]) =>
    !rules || rules.parse?.includes(kind) ? found : found.filter((id) => rules[kind]?.includes(id));
  const replied = repliedTo !== undefined && (rules ? rules.replied_user === true : true) ? [repliedTo] : [];
  return {
    everyone:
      nodes.some(({ type }) => type === 'everyone' || type === 'here') &&
      (!rules || rules.parse?.includes('everyone') === true),
    users: [...new Set([...allowed('users', ids('user')), ...replied])],
    roles: allowed('roles', ids('role')),
  };
}
