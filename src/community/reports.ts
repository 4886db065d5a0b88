import type { Caller } from '../core/command.ts';
import { isSamePerson } from '../core/community.ts';
import { UserError } from '../core/errors.ts';
import { longestReport, type OpenReport, type Reported, type ReportOutcome, type Reports } from '../core/reports.ts';
import { tidyText } from '../core/tidy-text.ts';
import { AlreadyReported } from '../store/failures.ts';
import type { Report, Store } from '../store/store.ts';
import { actOf, writableCommunity } from './acting.ts';
import { createTurns } from './turns.ts';

/** How the author of a report hears what became of it. */
export type TellReporter = (
  report: Report,
  outcome: ReportOutcome,
  comment: string,
  caller: Caller,
) => Promise<boolean>;

export interface ReportsParts {
  store: Pick<Store, 'reports'>;
  now: () => number;
  newId: () => string;
  tellReporter: TellReporter;
  /** Says in the moderators' log channel, where there is one, that something was reported. Never rejects. */
  announce(caller: Caller, report: OpenReport): Promise<void>;
}

/** Open reports of one member in one community. */
const mostOpen = 5;
/** Open reports of one community: past them nobody reads the next one before settling some. */
const mostInCommunity = 500;

export function createReports({ store, now, newId, tellReporter, announce }: ReportsParts): Reports {
  const inTurn = createTurns();

  async function add(caller: Caller, reported: Reported, typed: string): Promise<void> {
    const text = tidyText(typed);
    if (text === '') throw new UserError('error-report-empty');
    if ([...text].length > longestReport) throw new UserError('error-report-long', { limit: longestReport });
    const { person } = caller;
    const community = writableCommunity(caller);
    const open = await store.reports.open(community);
    const own = open.filter(({ by }) => by && isSamePerson(by, person));
    if (own.some(({ kind, key }) => kind === reported.kind && key === reported.key)) throw already();
    if (own.length >= mostOpen || open.length >= mostInCommunity)
      throw new UserError('error-report-many', { most: mostOpen });
    const report = { ...reported, id: newId(), community, text, by: person, at: now() };
    await store.reports.add(report).catch((error: unknown) => {
      throw error instanceof AlreadyReported ? already() : error;
    });
    await announce(caller, report);
  }

  return {
    /** One after the other for each person, so that many at once are counted like many in a row. */
    add: (caller, reported, typed) =>
      inTurn(`${caller.person.platform}:${caller.person.id}`, () => add(caller, reported, typed)),

    async open({ community }) {
      const all = await store.reports.open(community.id);
      return all.map(withoutAuthor).sort((a, z) => a.at - z.at);
    },

    async settle(caller, id, outcome, typed) {
      const comment = tidyText(typed);
      const { community } = caller;
      const found = await store.reports.get(community.id, id);
      if (!found) return undefined;
      const act = actOf(caller, now(), 'report.settle', found.key, { outcome });
      const report = await store.reports.settle(community.id, id, [outcome, comment].filter(Boolean).join('\n'), act);
      if (!report) return undefined;
      const told = await tellReporter(report, outcome, comment, caller);
      return { report: withoutAuthor(report), told };
    },
  };
}

const already = (): UserError => new UserError('error-reported-already');

/** As moderators see it: what is wrong, not who says so. */
const withoutAuthor = ({ id, kind, key, text, at }: Report): OpenReport => ({ id, kind, key, text, at });
