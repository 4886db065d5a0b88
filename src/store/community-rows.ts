import type { ExpressionBuilder } from 'kysely';
import type { Chat, Community, Settings } from '../core/community.ts';
import { jsonIn, understood } from './rows.ts';
import type { CommunityRow, Tables } from './schema.ts';
import { chatShape, settingsShape } from './shapes.ts';

/** The columns of a chat's key, whatever else the object holds. */
export const chatOf = ({ platform, id }: Chat): Chat => ({ platform, id });

export const sameChat = (chat: Chat) => (eb: ExpressionBuilder<Tables, 'chats'>) =>
  eb.and({ 'chats.platform': chat.platform, 'chats.id': chat.id });

/** Settings as they are kept: the log chat in columns of its own, for it may move. */
export function settingsColumns(settings: Settings): Pick<CommunityRow, 'settings' | 'log_platform' | 'log_id'> {
  const { logChat, ...others } = settings;
  const inOrder = Object.entries(others).toSorted(([a], [z]) => (a < z ? -1 : 1));
  return {
    settings: JSON.stringify(Object.fromEntries(inOrder)),
    log_platform: logChat?.platform ?? null,
    log_id: logChat?.id ?? null,
  };
}

export function settingsOf(row: CommunityRow): Settings {
  const place = { table: 'communities', id: row.id } as const;
  const logChat = row.log_id === null ? undefined : { platform: row.log_platform, id: row.log_id };
  return understood(settingsShape, { ...(jsonIn(row.settings, place) as object), logChat }, place);
}

type WithChat = CommunityRow & { chat_platform: string | null; chat_id: string | null };

/** Out of one row for each of their chats. */
export function communitiesIn(rows: readonly WithChat[]): Community[] {
  const found = new Map<string, Community & { chats: Chat[] }>();
  for (const row of rows) {
    const community = found.get(row.id) ?? {
      id: row.id,
      name: row.name,
      chats: [],
      settings: settingsOf(row),
      version: row.version,
    };
    found.set(row.id, community);
    if (row.chat_id === null) continue;
    const place = { table: 'chats', id: `${row.chat_platform}:${row.chat_id}` } as const;
    community.chats.push(understood(chatShape, { platform: row.chat_platform, id: row.chat_id }, place));
  }
  return [...found.values()];
}
