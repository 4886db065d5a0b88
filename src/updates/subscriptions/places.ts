import type { Broadcaster, Inspection } from '../../core/broadcast.ts';
import type { Caller } from '../../core/command.ts';
import { type Chat, type Platform, sharedCommunity } from '../../core/community.ts';
import { UserError } from '../../core/errors.ts';
import { isSameChat } from '../../core/linking.ts';
import { chatOfPlace, type Place, type Subscription } from '../../core/subscription.ts';
import type { Translate } from '../../core/texts.ts';
import { isOwn, isPersonal, moderates } from './rights.ts';
import { readWhere, type Where } from './where.ts';

export interface PlaceParts {
  broadcasters: ReadonlyMap<Platform, Broadcaster>;
  /** The chat that has a public name (`@news`) on a platform; undefined where there is none, or it can't be asked. */
  chatNamed(platform: Platform, name: string): Promise<Chat | undefined>;
}

/** A place where the caller may have updates sent, and the bot may send them. */
export interface FitPlace {
  place: Place;
  title: string;
  canCrosspost: boolean;
  isPrivate: boolean;
  /** The id of the community whose updates come there. */
  community: string;
}

type Named = Where & { kind: 'channel' | 'chat' | 'name' };

/** Finds the places that people name, and asks the platforms whether the bot may post there. */
export function createPlaces({ broadcasters, chatNamed }: PlaceParts) {
  function broadcasterOf(platform: Platform): Broadcaster {
    const found = broadcasters.get(platform);
    if (!found) throw new UserError('error-subscribe-platform');
    return found;
  }

  /** The place that is meant. Throws `UserError` for one that is not the caller's, or where the bot may not post. */
  async function fitPlace(caller: Caller, where: string | undefined): Promise<FitPlace> {
    const broadcaster = broadcasterOf(caller.person.platform);
    const named = whereOf(caller, where);
    if (named.kind === 'me') return await inPrivate(caller, broadcaster);
    const inspected =
      named.kind === 'here' ? await here(caller, broadcaster) : await elsewhere(caller, named, broadcaster);
    const { place, title, canCrosspost } = fitOf(inspected, caller);
    // Telegram does not say what a topic is called.
    const called = place.thread === undefined ? title : `${title} #${place.thread}`;
    return { place, title: called, canCrosspost, isPrivate: false, community: caller.community.id };
  }

  async function inPrivate({ person, here, t }: Caller, broadcaster: Broadcaster): Promise<FitPlace> {
    if (!isPersonal(person)) throw new UserError('error-subscribe-person');
    const { platform, id } = person;
    const place = here && isOwn(here.place, person) ? here.place : privatePlace(platform, id);
    const found = fitOf(await broadcaster.inspect(place), { t }, 'error-private-unfit');
    return { place: found.place, title: found.title, canCrosspost: false, isPrivate: true, community: sharedCommunity };
  }

  async function here(caller: Caller, broadcaster: Broadcaster): Promise<Inspection> {
    const { place } = caller.here ?? {};
    if (!place) throw new UserError('error-subscribe-nowhere');
    const chat = chatOfPlace(place);
    // The chat of whoever asks is their community's, unless that can't be read.
    if (!caller.community.chats.some((one) => isSameChat(one, chat))) throw new UserError('error-unreachable');
    if (!(await moderates(caller, caller.community, chat))) throw new UserError('error-subscribe-moderators');
    return await broadcaster.inspect(place);
  }

  /** What is nobody's, somebody else's and not there is refused alike, so that nothing is learnt of other places. */
  async function elsewhere(caller: Caller, named: Named, broadcaster: Broadcaster): Promise<Inspection> {
    const own = await moderatedChats(caller);
    if (own.length === 0) throw new UserError('error-subscribe-moderators');
    if (named.kind === 'channel') return await channelIn(own, named, broadcaster);
    const chat = named.kind === 'chat' ? named.chat : (await chatNamed(caller.person.platform, named.name))?.id;
    const found = own.find(({ id }) => id === chat);
    if (!found) throw new UserError('error-subscribe-foreign');
    const { platform, id } = found;
    return await broadcaster.inspect({
      platform,
      chat: id,
      channel: id,
      ...(named.thread !== undefined && { thread: named.thread }),
    });
  }

  async function moderatedChats(caller: Caller): Promise<Chat[]> {
    const { community } = caller;
    const may = await Promise.all(community.chats.map((chat) => moderates(caller, community, chat)));
    return community.chats.filter((_, i) => may[i]);
  }

  /** What the platform says of a subscription's place now; throws `UserError` where the bot may not post there. */
  const inspected = async ({ place }: Pick<Subscription, 'place'>, reader: { t: Translate }) =>
    fitOf(await broadcasterOf(place.platform).inspect(place), reader);

  return { fitPlace, inspected, broadcasterOf };
}

export type Places = ReturnType<typeof createPlaces>;

/** Throws `UserError` for what is no place; a person's private chat is theirs wherever they name it from. */
export function whereOf({ person, here }: Caller, where: string | undefined): Where {
  const named: Where | undefined = where === undefined ? { kind: 'here' } : readWhere(where, person.platform);
  if (!named) throw new UserError('error-subscribe-where', { typed: [...(where ?? '')].slice(0, 80).join('') });
  return named.kind === 'here' && here && isOwn(here.place, person) ? { kind: 'me' } : named;
}

/** Discord gives a private chat its id when it is opened. */
const privatePlace = (platform: Platform, id: string): Place => ({
  platform,
  chat: id,
  channel: platform === 'discord' ? '' : id,
});

/** A guild of the caller's that has the channel, as Discord sees it: of the others it says that there is no such channel. */
async function channelIn(
  guilds: readonly Chat[],
  { channel, chat: guild }: Named & { kind: 'channel' },
  broadcaster: Broadcaster,
): Promise<Inspection> {
  let isSilent = false;
  for (const { platform, id } of guilds) {
    if (guild !== undefined && guild !== id) continue;
    const found = await broadcaster.inspect({ platform, chat: id, channel });
    if (found.kind === 'unknown') isSilent = true;
    else if (found.kind === 'fit' || !found.missing.some((key) => notTheirs.has(key))) return found;
  }
  if (isSilent) return { kind: 'unknown' };
  throw new UserError('error-subscribe-foreign');
}

/** What Discord says of channels that are in no guild where the bot is: of those where it is, it tells what is missing. */
const notTheirs: ReadonlySet<string> = new Set(['place-gone', 'place-forbidden']);

/** What was inspected, if the bot may post there; throws `UserError` that names all that is missing. */
function fitOf(
  inspection: Inspection,
  { t }: { t: Translate },
  unfit = 'error-place-unfit',
): Inspection & { kind: 'fit' } {
  if (inspection.kind === 'unknown') throw new UserError('error-place-silent');
  if (inspection.kind === 'unfit')
    throw new UserError(unfit, { missing: inspection.missing.map((key) => t(key)).join(' ') });
  return inspection;
}
