import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import { createCommands } from '../commands/index.ts';
import { type Catalogues, createCatalogues } from './catalogues.ts';
import { createCommunityServices } from './community/index.ts';
import { createLimits } from './community/limits.ts';
import { createRegistry, type Registry } from './community/registry.ts';
import type { Library } from './content/library.ts';
import type { Broadcaster } from './core/broadcast.ts';
import {
  type Chat,
  type Community,
  defaultSettings,
  isShared,
  type Person,
  type Platform,
  sharedCommunity,
} from './core/community.ts';
import { createDispatcher, type Dispatcher } from './core/dispatch.ts';
import type { Document } from './core/document.ts';
import type { Deliverer } from './core/messenger.ts';
import { createReception, type Reception } from './core/reception.ts';
import type { Texts } from './core/texts.ts';
import { dayOf } from './core/views/instants.ts';
import { differenceOf } from './editing/difference.ts';
import { createGapFilling } from './editing/gap-filling.ts';
import { sharedWriting } from './editing/ground.ts';
import { lastChange } from './editing/history.ts';
import { createEditing } from './editing/index.ts';
import { createMessenger } from './messenger.ts';
import { createPictures } from './pictures/index.ts';
import { groupAlike } from './search/grouping.ts';
import type { ServedContent } from './served-content.ts';
import type { Store } from './store/store.ts';
import { createTransfer } from './transfer/index.ts';
import { createUpdates } from './updates/editorial/index.ts';
import { createSubscriptions, type SubscriptionEvents } from './updates/subscriptions/index.ts';

/** What a running Parley is made of, whatever it is connected to. */
export interface Parley {
  dispatcher: Dispatcher;
  reception: Reception;
  registry: Registry;
  catalogues: Catalogues;
  /** Platforms that are connected add themselves. */
  deliverers: Map<Platform, Deliverer>;
  broadcasters: Map<Platform, Broadcaster>;
  /** Whether a document goes into one message; platforms add themselves. */
  measurers: Map<Platform, (document: Document) => boolean>;
  /** Looks a chat up by its public name (`@news`); platforms that have such names add themselves. */
  names: Map<Platform, (name: string) => Promise<Chat | undefined>>;
  subscriptions: SubscriptionEvents;
  /** Whom to tell that there may be something to send. */
  onWake(handler: () => void): void;
  /** Whether a channel stands in one of a community's chats, as its platform says; platforms add themselves. */
  channels: Map<Platform, (channel: Chat, community: Community) => boolean | Promise<boolean>>;
  /** Writes down what was counted and still waits; before the store is closed. */
  flush(): Promise<void>;
  /** How many entries are in memory, by cache. */
  cacheSizes(): Record<string, number>;
}

export interface ParleyParts {
  store: Store;
  library: Library<ServedContent>;
  texts: Texts;
  log: Logger;
  operators: readonly Pick<Person, 'platform' | 'id'>[];
  /** Milliseconds since the epoch. */
  now: () => number;
  version: string;
  homepage: string | undefined;
}

const shared: Community = { id: sharedCommunity, name: '', chats: [], settings: defaultSettings };

/** Joins the core to what is kept: everything but the platforms. */
export function createParley(parts: ParleyParts): Parley {
  const { store, library, texts, log, operators, now } = parts;
  const today = () => dayOf(now());
  const deliverers: Parley['deliverers'] = new Map();
  const broadcasters: Parley['broadcasters'] = new Map();
  const measurers: Parley['measurers'] = new Map();
  const names: Parley['names'] = new Map();
  const channels: Parley['channels'] = new Map();
  let wake = () => {};
  const registry = createRegistry({
    store,
    shared,
    now,
    // Nobody else writes to a file.
    ...(!store.isShared && { freshMs: Number.POSITIVE_INFINITY }),
    onFault: (error) => log.error({ err: error }, 'The database does not answer; answers come from memory meanwhile'),
  });
  const catalogues = createCatalogues({
    base: library.current,
    store,
    onFault: (error, community) => log.error({ err: error, community }, 'The entries of a community cannot be read'),
  });
  const messenger = createMessenger({
    texts,
    deliverers,
    languageOfPerson: async (person) => (await registry.choicesOf(person)).language,
    onFault: (error, platform) => log.error({ err: error, platform }, 'Somebody could not be told something'),
  });
  const writing = {
    store,
    messenger,
    now,
    today,
    newId,
    beneath: (community: Pick<Community, 'id'>) =>
      (isShared(community) ? library.current() : catalogues.shared()).knowledge,
    changed: async ({ id }: Pick<Community, 'id'>) => {
      registry.expire({ of: 'community', id });
      await catalogues.refresh(id);
    },
  };
  const editing = createEditing(writing);
  const transfer = createTransfer({ ...writing, sharedWriting, differenceOf });
  const communities = createCommunityServices({
    store,
    registry,
    messenger,
    operators,
    groupAlike,
    now,
    newId,
    isChannelOf: async (channel, community) => (await channels.get(channel.platform)?.(channel, community)) ?? false,
    onQuestionLost: (error) => log.error({ err: error }, 'Questions without an answer cannot be kept just now'),
    onStatsLost: (error) => log.error({ err: error }, 'Totals cannot be written just now; they wait in memory'),
  });
  const updates = createUpdates({
    ...writing,
    texts,
    lastChange: (caller, item) => lastChange(caller, item, writing),
    fitsOneMessage: (document) => [...measurers.values()].every((fits) => fits(document)),
    wake: () => wake(),
  });
  const subscriptions = createSubscriptions({
    store,
    broadcasters,
    communityById: registry.communityById,
    chatNamed: async (platform, name) => await names.get(platform)?.(name),
    messenger,
    texts,
    now,
    newId,
    changed: () => wake(),
    onFault: (error) => log.error({ err: error }, 'A subscription could not be dealt with'),
  });
  const pictures = createPictures({
    warmsUp: true,
    onFault: (error) => log.error({ err: error }, 'A picture cannot be drawn; answers come in words meanwhile'),
  });
  const commands = createCommands({
    catalogue: catalogues.shared,
    today,
    texts,
    communities,
    editing,
    transfer,
    updates,
    subscriptions,
    gapFilling: createGapFilling(editing, today),
    pictures,
    version: parts.version,
    homepage: parts.homepage,
  });
  const dispatcher = createDispatcher({
    commands,
    throttle: createLimits({ now }),
    newIncidentId,
    onFault: (error, incident, { command }) => log.error({ err: error, incident, command }, 'A command failed'),
  });
  const reception = createReception({
    texts,
    operators,
    shared: registry.shared,
    communityOf: registry.communityOf,
    communityById: registry.communityById,
    choicesOf: registry.choicesOf,
    catalogueOf: catalogues.of,
  });
  return {
    dispatcher,
    reception,
    registry,
    catalogues,
    deliverers,
    broadcasters,
    measurers,
    names,
    channels,
    subscriptions,
    flush: communities.tallies.flush,
    cacheSizes: () => ({ ...registry.sizes(), catalogues: catalogues.size, pictures: pictures.kept }),
    onWake(handler) {
      wake = handler;
    },
  };
}

/** Short enough to read out, random enough to find in the log. */
export const newIncidentId = (): string => randomBytes(4).toString('hex');

/** Eight characters of a-z and 0-9. */
export function newId(): string {
  return [...randomBytes(8)].map((byte) => (byte % 36).toString(36)).join('');
}
