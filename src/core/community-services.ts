import type { Audit } from './audit.ts';
import type { Gaps, QuestionLog } from './gaps.ts';
import type { Linking } from './linking.ts';
import type { People } from './people.ts';
import type { Reports } from './reports.ts';
import type { CommunitySettings } from './settings.ts';
import type { Stats, Tallies } from './stats.ts';
import type { Votes } from './votes.ts';

/** What communities and people have a command for. */
export interface CommunityServices {
  settings: CommunitySettings;
  linking: Linking;
  people: People;
  reports: Reports;
  audit: Audit;
  gaps: Gaps;
  questionLog: QuestionLog;
  votes: Votes;
  tallies: Tallies;
  stats: Stats;
}
