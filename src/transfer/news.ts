import type { Caller } from '../core/command.ts';
import { paragraph } from '../core/document.ts';
import type { Messenger, Reader } from '../core/messenger.ts';
import { communityName } from '../core/views/community-name.ts';
import { deedInWords } from '../core/views/deed.ts';
import type { Act, StagedImport } from '../store/store.ts';

/** What people hear of imports that they did not just now act on. */
export interface News {
  /** In the moderators' log channel, where there is one. Nobody waits for it. */
  log(caller: Caller, act: Act): void;
  /** Whoever sent the file; false where they can't be reached, or wrote in a chat's name. */
  applied(caller: Caller, staged: StagedImport): Promise<boolean>;
  rejected(caller: Caller, staged: StagedImport): Promise<boolean>;
}

export function createNews(messenger: Messenger): News {
  async function tell({ community }: Caller, { by, file }: StagedImport, key: string): Promise<boolean> {
    const isChat = community.chats.some(({ platform, id }) => platform === by.platform && id === by.id);
    if (isChat) return false;
    return await messenger.tell(by, ({ t }) => ({
      document: [paragraph(t(key, { file, community: communityName(community, t) }))],
    }));
  }

  return {
    log({ community }, act) {
      const { logChat, timeZone, language } = community.settings;
      if (!logChat) return;
      const say = (reader: Reader) => ({ document: [paragraph(deedInWords(act, timeZone, reader))] });
      void messenger.post(logChat, say, language);
    },
    applied: (caller, staged) => tell(caller, staged, 'told-import-applied'),
    rejected: (caller, staged) => tell(caller, staged, 'told-import-rejected'),
  };
}
