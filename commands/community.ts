import type { Answer, Button } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { isShared, sharedCommunity } from '../src/core/community.ts';
import { type Document, heading, list, menu, note, paragraph, strong } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { People } from '../src/core/people.ts';
import { chatInWords } from '../src/core/views/chats.ts';
import { communityName } from '../src/core/views/community-name.ts';

/** Works for none. */
const none = 'none';

/** Which community this is and, in private, for which one a moderator works. */
export const community = (people: People) =>
  command({
    name: 'community',
    options: { id: optional(text({ maxLength: 40 })) },
    async run({ id }, caller): Promise<Answer> {
      if (id !== undefined) return await chosen(id, caller, people);
      return caller.chat ? await here(caller) : await inPrivate(caller, people);
    },
  });

/** Told in a chat: which community it is, and the way to work for it in private. */
async function here(caller: Caller): Promise<Answer> {
  const { t, community } = caller;
  if (isShared(community) || (await caller.role()) !== 'moderator') throw new UserError('error-moderators-only');
  return {
    document: [
      heading(2, t('community-here', { community: communityName(community, t) })),
      paragraph(t('community-chats')),
      list(community.chats.map((chat) => chatInWords(chat, caller))),
      note(t('community-private-why')),
    ],
    buttons: [
      { label: t('community-work'), call: workFor(community.id) },
      { label: t('all-settings'), call: { command: 'settings', args: {} } },
    ],
    confidential: true,
  };
}

async function inPrivate(caller: Caller, people: People): Promise<Answer> {
  const { t } = caller;
  const workplaces = await people.workplaces(caller);
  const others = workplaces.filter(({ id }) => id !== caller.community.id);
  const isWorking = !isShared(caller.community);
  const isOperator = people.isOperator(caller.person);
  const now: Document = isWorking
    ? [paragraph(t('community-now'), ' ', strong(communityName(caller.community, t)))]
    : [paragraph(t(isOperator ? 'community-now-shared' : 'community-now-none'))];
  const stop: Button[] = isOperator
    ? [{ label: t('community-shared'), call: workFor(sharedCommunity) }]
    : [{ label: t('community-stop'), call: workFor(none) }];
  return {
    document: [
      heading(2, t('community-title')),
      ...now,
      ...(others.length > 0
        ? [note(t('community-choose')), menu(others.map(({ id, name }) => ({ label: name, call: workFor(id) })))]
        : []),
      note(t('community-how')),
    ],
    buttons: isWorking ? stop : [],
    call: { command: 'community', args: {} },
    confidential: true,
  };
}

async function chosen(id: string, caller: Caller, people: People): Promise<Answer> {
  const { t } = caller;
  const isNone = id === none || (id === sharedCommunity && people.isOperator(caller.person));
  const community = await people.workFor(caller, isNone ? undefined : id);
  const said = community
    ? t('community-chosen', { community: communityName(community, t) })
    : t(people.isOperator(caller.person) ? 'community-now-shared' : 'community-stopped');
  return {
    document: [paragraph(said)],
    buttons: [{ label: t('community-other'), call: { command: 'community', args: {} } }],
    confidential: true,
  };
}

const workFor = (id: string) => ({ command: 'community', args: { id } });
