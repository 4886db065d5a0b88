import { resolve } from 'node:path';
import { createCommands, type Services } from '../../commands/index.ts';
import type { Call } from '../../src/core/answer.ts';
import type { Catalogue } from '../../src/core/catalogue.ts';
import type { Command } from '../../src/core/command.ts';
import { createDispatcher, type DispatcherParts } from '../../src/core/dispatch.ts';
import { loadTexts } from '../../src/locales/index.ts';
import { idleCommunities, idleEditing, idleGapFilling, idleSubscriptions, idleTransfer } from './idle-communities.ts';
import { idleUpdates } from './idle-updates.ts';
import { smallCatalogue } from './knowledge.ts';
import { dotPictures } from './pictures.ts';

export const texts = loadTexts(resolve(import.meta.dirname, '../../src/locales'));

/** The product's commands over a catalogue, on 1 March 2026, and any commands of the test's own. */
export function testDispatcher({
  catalogue = smallCatalogue(),
  more = [] as Command[],
  services = {},
  throttle,
}: {
  catalogue?: Catalogue;
  more?: Command[];
  /** Real ones in place of those that do nothing. */
  services?: Partial<Services>;
  throttle?: DispatcherParts['throttle'];
} = {}) {
  const faults: { error: unknown; incident: string; call: Call }[] = [];
  const product = createCommands({
    catalogue: () => catalogue,
    today: () => '2026-03-01',
    version: '0.0.0',
    homepage: undefined,
    texts,
    communities: idleCommunities(),
    editing: idleEditing,
    gapFilling: idleGapFilling,
    transfer: idleTransfer,
    subscriptions: idleSubscriptions,
    updates: idleUpdates,
    pictures: dotPictures,
    ...services,
  });
  const dispatcher = createDispatcher({
    commands: [...product, ...more],
    ...(throttle && { throttle }),
    onFault: (error, incident, call) => faults.push({ error, incident, call }),
    newIncidentId: () => `incident-${faults.length + 1}`,
  });
  return { dispatcher, faults };
}
