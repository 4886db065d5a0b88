import type { Generated } from 'kysely';
import type {
  DeliveryRow,
  OutdatedRow,
  SubscriptionRow,
  TermRow,
  UpdateRevisionRow,
  UpdateRow,
} from './delivery-schema.ts';
import type { ClaimRow, InboxRow, ProcessRow } from './process-schema.ts';

/**
 * The tables as the newest migration leaves them. Only text, integer and bigint, so that both databases hold the
 * same; JSON is text, truth is 0 or 1, times are milliseconds since the epoch.
 */
export interface Tables {
  communities: CommunityRow;
  chats: ChatRow;
  links: { hash: string; community: string; until: number };
  people: { platform: string; id: string; language: string | null; works_for: string | null };
  items: ItemRow;
  revisions: RevisionRow;
  names: NameRow;
  drafts: DraftRow;
  imports: ImportRow;
  dialogues: DialogueRow;
  reports: ReportRow;
  gaps: GapRow;
  votes: VoteRow;
  acts: ActRow;
  updates: UpdateRow;
  update_revisions: UpdateRevisionRow;
  outdated: OutdatedRow;
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  digest_items: { digest: string; update_id: string; position: number };
  terms: TermRow;
  marks: { name: string; value: number };
  tallies: { community: string; day: string; kind: string; entry: string; count: number };
  processes: ProcessRow;
  claims: ClaimRow;
  inbox: InboxRow;
}

/** Nothing in all three for nobody. */
export type NamedPerson<Prefix extends string> = Record<
  `${Prefix}_platform` | `${Prefix}_id` | `${Prefix}_name`,
  string | null
>;

export interface CommunityRow {
  id: string;
  name: string;
  /** JSON, without the log chat. */
  settings: string;
  log_platform: string | null;
  log_id: string | null;
  /** Counts up with every change of an entry. */
  version: number;
}

export interface ChatRow {
  platform: string;
  id: string;
  title: string;
  community: string;
  /** The community that it had before it was linked. */
  former: string | null;
  joined_at: number;
}

export interface ItemRow {
  community: string;
  kind: string;
  key: string;
  revision: number;
  state: string;
  changed_at: number;
}

export interface RevisionRow extends NamedPerson<'author'>, NamedPerson<'approver'> {
  community: string;
  kind: string;
  key: string;
  number: number;
  intent: string;
  /** JSON. */
  writing: string | null;
  at: number;
  reason: string;
}

interface NameRow {
  community: string;
  /** Folded, and cut by `indexable`. */
  name: string;
  kind: string;
  key: string;
}

export interface DraftRow extends NamedPerson<'author'> {
  community: string;
  id: string;
  kind: string;
  key: string;
  intent: string;
  base: number;
  /** JSON. */
  form: string;
  state: string;
  reason: string;
  comment: string;
  version: number;
  created_at: number;
  changed_at: number;
}

export interface ImportRow extends NamedPerson<'by'> {
  community: string;
  id: string;
  file: string;
  /** JSON. */
  items: string;
  /** How many there are. */
  count: number;
  unchanged: number;
  state: string;
  at: number;
}

export interface DialogueRow {
  platform: string;
  chat: string;
  person: string;
  /** JSON. */
  state: string;
  changed_at: number;
}

export interface ReportRow extends NamedPerson<'by'> {
  community: string;
  id: string;
  kind: string;
  key: string;
  text: string;
  at: number;
  state: string;
  outcome: string;
}

export interface GapRow {
  community: string;
  /** `folded`, cut by `indexable`. */
  id: string;
  folded: string;
  question: string;
  language: string;
  outcome: string;
  nearest: string;
  count: number;
  first_on: string;
  last_on: string;
}

interface VoteRow {
  community: string;
  entry: string;
  by_platform: string;
  by_id: string;
  helpful: number;
  at: number;
}

export interface ActRow extends NamedPerson<'by'> {
  id: Generated<number>;
  community: string;
  at: number;
  act: string;
  subject: string;
  /** JSON. */
  detail: string | null;
}

/**
 * Every table, those that others refer to first, with the migration that made it and the columns of its key: what a
 * backup goes by.
 */
export const tables: readonly {
  name: keyof Tables;
  since: number;
  key: readonly string[];
  /** Means something only to the processes that run now: no backup has it. */
  isPassing?: true;
}[] = [
  { name: 'communities', since: 1, key: ['id'] },
  { name: 'chats', since: 1, key: ['platform', 'id'] },
  { name: 'links', since: 1, key: ['hash'] },
  { name: 'people', since: 1, key: ['platform', 'id'] },
  { name: 'items', since: 1, key: ['community', 'kind', 'key'] },
  { name: 'revisions', since: 1, key: ['community', 'kind', 'key', 'number'] },
  { name: 'names', since: 1, key: ['community', 'name'] },
  { name: 'drafts', since: 1, key: ['community', 'id'] },
  { name: 'imports', since: 1, key: ['community', 'id'] },
  { name: 'dialogues', since: 1, key: ['platform', 'chat', 'person'] },
  { name: 'reports', since: 1, key: ['community', 'id'] },
  { name: 'gaps', since: 1, key: ['community', 'id'] },
  { name: 'votes', since: 1, key: ['community', 'entry', 'by_platform', 'by_id'] },
  { name: 'acts', since: 1, key: ['id'] },
  { name: 'updates', since: 2, key: ['id'] },
  { name: 'update_revisions', since: 2, key: ['update_id', 'number'] },
  { name: 'outdated', since: 2, key: ['community', 'kind', 'key', 'update_id'] },
  { name: 'subscriptions', since: 2, key: ['id'] },
  { name: 'deliveries', since: 2, key: ['id'] },
  { name: 'digest_items', since: 2, key: ['digest', 'update_id'] },
  { name: 'terms', since: 2, key: ['name'] },
  { name: 'marks', since: 2, key: ['name'] },
  { name: 'tallies', since: 3, key: ['community', 'day', 'kind', 'entry'] },
  { name: 'processes', since: 4, key: ['kind', 'id'], isPassing: true },
  { name: 'claims', since: 4, key: ['kind', 'slot'], isPassing: true },
  { name: 'inbox', since: 4, key: ['id'], isPassing: true },
];

/** Those that count their rows by themselves. */
export const countedTables = ['acts', 'deliveries'] as const satisfies readonly (keyof Tables)[];

/** What a program that has only just opened the database may have written: it says nothing of a community. */
export const ownTables: ReadonlySet<keyof Tables> = new Set([
  'terms',
  'marks',
  ...tables.filter(({ isPassing }) => isPassing).map(({ name }) => name),
]);
