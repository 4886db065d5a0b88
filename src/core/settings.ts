import type { Caller } from './command.ts';
import type { Chat, Community, Settings } from './community.ts';

/** The settings of the caller's community, for its moderators. The caller's right has been checked. */
export interface CommunitySettings {
  /** As they are now. */
  current(caller: Caller): Promise<Community>;
  /** Changes them unless somebody else has changed them since `base` was read; then `stale`, and nothing is changed. */
  change(caller: Caller, base: Community, change: Partial<Settings>): Promise<{ stale: boolean; community: Community }>;
  /**
   * Says in a channel that moderators' acts will be told there. `foreign` for a channel that is in none of the
   * community's chats, `closed` for one where the bot may not write.
   */
  openLog(community: Community, channel: Chat): Promise<'open' | 'foreign' | 'closed'>;
}
