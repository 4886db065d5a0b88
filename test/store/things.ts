import type { Person } from '../../src/core/community.ts';
import type { Subscription } from '../../src/core/subscription.ts';
import type { UpdateWriting } from '../../src/core/update.ts';
import type { EntryWriting } from '../../src/core/writing.ts';
import type {
  Act,
  Change,
  Draft,
  KeptUpdate,
  NewUpdate,
  Report,
  StagedImport,
  UpdateChange,
} from '../../src/store/store.ts';

export const at = Date.UTC(2026, 10, 23, 12);

export const olha: Person = { platform: 'telegram', id: '7001', name: 'Ольга' };
export const ivan: Person = { platform: 'discord', id: '80351110224678912', name: 'Ivan' };

export const guild = { platform: 'discord', id: '197038439483310086', title: 'Kyiv talks' } as const;
export const group = { platform: 'telegram', id: '-1001234567890', title: 'Переговори' } as const;

export const entryWriting = (question = 'What is a ceasefire?'): EntryWriting => ({
  kind: 'entry',
  original: 'en',
  sources: ['isw'],
  cites: [
    {
      id: 'own-1',
      title: 'A statement',
      publisher: 'unknown',
      author: 'unknown',
      kind: 'official',
      url: 'https://example.org/1',
      published: '2026-11',
      collected: '2026-11-20',
    },
  ],
  asOf: '2026-11-20',
  reviewBy: '2027-02-28',
  topics: ['ceasefire'],
  parties: ['ukraine'],
  related: [],
  text: { en: { question, aliases: ['truce'], body: 'Fighting *stops*.', follows: 1 } },
});

export const act = (community: string, done: Partial<Act> = {}): Act => ({
  community,
  by: ivan,
  at,
  act: 'entry.publish',
  subject: 'ceasefire',
  ...done,
});

export const bareAct = (): Omit<Act, 'community'> => ({ by: ivan, at, act: 'link.join', subject: 'Kyiv talks' });

/** An entry that is new unless told. */
export const change = (community: string, key = 'ceasefire', made: Partial<Change> = {}): Change => ({
  kind: 'entry',
  key,
  community,
  base: 0,
  intent: 'write',
  writing: entryWriting(),
  names: [key],
  author: ivan,
  at,
  reason: 'new',
  ...made,
});

export const draft = (community: string, id: string, typed: Partial<Draft> = {}): Omit<Draft, 'version'> => ({
  kind: 'entry',
  key: 'ceasefire',
  id,
  community,
  intent: 'write',
  base: 0,
  values: { question: 'What is a ceasefire?', body: '' },
  state: 'editing',
  author: ivan,
  reason: '',
  comment: '',
  createdAt: at,
  changedAt: at,
  ...typed,
});

export const stagedImport = (community: string, id: string, read: Partial<StagedImport> = {}): StagedImport => ({
  id,
  community,
  by: ivan,
  file: 'entries.zip',
  items: [{ kind: 'entry', key: 'ceasefire', base: 0, writing: entryWriting() }],
  unchanged: 0,
  state: 'open',
  at,
  ...read,
});

export const report = (community: string, id: string, said: Partial<Report> = {}) => ({
  kind: 'entry' as const,
  key: 'ceasefire',
  id,
  community,
  text: 'The date is wrong.',
  by: olha as Person | undefined,
  at,
  ...said,
});

export const updateWriting = (said: Partial<UpdateWriting> = {}): UpdateWriting => ({
  original: 'en',
  importance: 'routine',
  sources: ['isw'],
  cites: [],
  topics: ['ceasefire'],
  parties: ['ukraine'],
  outdates: [],
  text: { en: { title: 'Talks resume', body: 'In *Geneva*.', follows: 1 } },
  ...said,
});

/** An update that is due at once unless told. */
export const newUpdate = (community: string, id: string, posted: Partial<NewUpdate> = {}): NewUpdate => ({
  id,
  community,
  writing: updateWriting(),
  author: ivan,
  at,
  publishAt: at,
  ...posted,
});

export const correction = (
  { id, community, revision, writing }: Pick<KeptUpdate, 'id' | 'community' | 'revision' | 'writing'>,
  made: Partial<UpdateChange> = {},
): UpdateChange => ({
  id,
  community,
  base: revision,
  intent: 'edit',
  writing,
  author: ivan,
  at: at + 60_000,
  reason: 'The place was wrong.',
  isSilent: false,
  ...made,
});

export const updateDraft = (
  community: string,
  id: string,
  typed: Partial<Draft<'update'>> = {},
): Omit<Draft<'update'>, 'version'> => ({ ...draft(community, id), kind: 'update', key: '', ...typed });

/** Of a Telegram group of its own, which gets everything at once, unless told. */
export const subscription = (
  community: string,
  id: string,
  chosen: Partial<Subscription> = {},
): Omit<Subscription, 'version'> => ({
  id,
  community,
  place: { platform: 'telegram', chat: `-100${id}`, channel: `-100${id}` },
  title: 'Переговори',
  isPrivate: false,
  topics: [],
  parties: [],
  importance: 'all',
  language: 'uk',
  timeZone: 'Europe/Kyiv',
  digest: undefined,
  quiet: undefined,
  silent: false,
  crosspost: false,
  state: 'active',
  pause: undefined,
  by: olha,
  createdAt: at,
  deliveredAt: undefined,
  digestedUntil: at,
  slotAt: at,
  waitUntil: 0,
  ...chosen,
});

/** How many of the promises were kept, and what the others failed with. */
export async function outcomes(promises: readonly Promise<unknown>[]): Promise<{ kept: number; failures: string[] }> {
  const settled = await Promise.allSettled(promises);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [String(one.reason?.name)] : []));
  return { kept: settled.length - failures.length, failures };
}
