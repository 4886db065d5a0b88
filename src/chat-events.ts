import type { Registry } from './community/registry.ts';
import type { Chat, Person } from './core/community.ts';
import type { Store } from './store/store.ts';

/** What becomes of the chats that the platforms are in, for the store and for what is remembered of it. */
export function chatEvents(store: Pick<Store, 'communities' | 'people'>, registry: Registry, now: () => number) {
  return {
    async onJoined(chat: Chat & { title: string }): Promise<void> {
      await registry.communityOf(chat);
    },

    async onRenamed(chat: Chat, title: string): Promise<void> {
      await store.communities.rename(chat, title);
      registry.forgetChat(chat);
    },

    async onMoved(from: Chat, to: Chat): Promise<void> {
      const community = await store.communities.of({ ...from, title: '' }, now());
      await store.communities.moveChat(from, to);
      registry.forget(community.id);
      registry.forgetChat(from);
      registry.forgetChat(to);
    },

    /** From now on the person works for that chat's community in private. */
    async workFor(person: Person, chat: Chat & { title: string }): Promise<void> {
      const { id } = await store.communities.of(chat, now());
      await store.people.choose(person, { worksFor: id });
      registry.forgetPerson(person);
    },
  };
}
