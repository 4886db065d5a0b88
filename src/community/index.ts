import type { Chat, Community, Person } from '../core/community.ts';
import type { CommunityServices } from '../core/community-services.ts';
import type { Grouping } from '../core/gaps.ts';
import type { Messenger } from '../core/messenger.ts';
import type { Store } from '../store/store.ts';
import { createAudit } from './audit.ts';
import { createGaps } from './gaps.ts';
import { newLinkCode } from './link-code.ts';
import { createLinking } from './linking.ts';
import { createPeople } from './people.ts';
import { createQuestionLog } from './question-log.ts';
import type { Registry } from './registry.ts';
import { reportNews } from './report-news.ts';
import { createReports } from './reports.ts';
import { createSettings } from './settings.ts';
import { createStats } from './stats.ts';
import { type BufferedTallies, createTallies } from './tallies.ts';
import { actTeller, tellingStore } from './told-acts.ts';
import { createVotes } from './votes.ts';

export interface CommunityParts {
  store: Store;
  registry: Registry;
  messenger: Messenger;
  operators: readonly Pick<Person, 'platform' | 'id'>[];
  groupAlike: Grouping;
  /** Whether a channel stands in one of the community's chats, as its platform says it now. */
  isChannelOf(channel: Chat, community: Community): Promise<boolean>;
  now: () => number;
  /** Eight characters of a-z and 0-9. */
  newId: () => string;
  newLinkCode?: () => string;
  /** Called where questions can't be kept: once, and again only after one could. */
  onQuestionLost(error: unknown): void;
  /** The same for totals, for as long as they wait. */
  onStatsLost(error: unknown): void;
}

/** Communities, people and the services around them, over a store; what they do is told in the log channels. */
export function createCommunityServices(parts: CommunityParts): CommunityServices & { tallies: BufferedTallies } {
  const { registry, messenger } = parts;
  const store = tellingStore(parts.store, actTeller({ communityById: registry.communityById, messenger }));
  return servicesOver({ ...parts, store });
}

function servicesOver(parts: CommunityParts): CommunityServices & { tallies: BufferedTallies } {
  const tallies = createTallies(parts);
  return {
    settings: createSettings(parts),
    linking: createLinking({ ...parts, newCode: parts.newLinkCode ?? newLinkCode }),
    people: createPeople(parts),
    reports: createReports({ ...parts, ...reportNews(parts.messenger) }),
    audit: createAudit(parts),
    gaps: createGaps(parts),
    questionLog: createQuestionLog({ ...parts, onFault: parts.onQuestionLost }),
    votes: createVotes(parts),
    tallies,
    stats: createStats(parts, tallies),
  };
}
