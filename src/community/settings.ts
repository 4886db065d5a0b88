import type { Caller } from '../core/command.ts';
import type { Chat, Community, Settings } from '../core/community.ts';
import { note } from '../core/document.ts';
import { UserError } from '../core/errors.ts';
import type { Messenger } from '../core/messenger.ts';
import { settingFields, settingNames } from '../core/setting-values.ts';
import type { CommunitySettings } from '../core/settings.ts';
import { Stale } from '../store/failures.ts';
import type { Store } from '../store/store.ts';
import { actOf } from './acting.ts';
import type { Registry } from './registry.ts';

export interface SettingsParts {
  store: Pick<Store, 'communities' | 'gaps'>;
  registry: Registry;
  messenger: Pick<Messenger, 'post'>;
  now: () => number;
  /** Whether a channel stands in one of the community's chats, as its platform says it now. */
  isChannelOf(channel: Chat, community: Community): Promise<boolean>;
}

export function createSettings({ store, registry, messenger, now, isChannelOf }: SettingsParts): CommunitySettings {
  /** Past the memory: what is changed must be what is there. */
  async function current({ community }: Caller): Promise<Community> {
    const found = await store.communities.byId(community.id);
    if (!found) throw new UserError('error-no-community');
    registry.keep(found);
    return found;
  }

  return {
    current,
    async change(caller, base, change) {
      const settings: Settings = { ...base.settings, ...change };
      const { subject, values } = told(change);
      const act = actOf(caller, now(), 'settings.change', subject, values);
      try {
        const community = await store.communities.change(base.id, base.settings, settings, act);
        registry.keep(community);
        if (change.keepsQuestions === false) await store.gaps.clear(community.id);
        return { stale: false, community };
      } catch (error) {
        if (!(error instanceof Stale)) throw error;
        return { stale: true, community: await current(caller) };
      }
    },
    async openLog(community, channel) {
      const isOwn = community.chats.some(({ platform, id }) => platform === channel.platform && id === channel.id);
      if (!isOwn && !(await isChannelOf(channel, community))) return 'foreign';
      const isWritable = await messenger.post(
        channel,
        ({ t }) => ({ document: [note(t('log-opened'))] }),
        community.settings.language,
      );
      return isWritable ? 'open' : 'closed';
    },
  };
}

/** The names of the settings that change, and their new values, as the audit log has them. */
function told(change: Partial<Settings>): { subject: string; values: Record<string, string> } {
  const names = settingNames.filter((name) => settingFields[name] in change);
  return {
    subject: names.join(', '),
    values: Object.fromEntries(names.map((name) => [name, valueInWords(change[settingFields[name]])])),
  };
}

function valueInWords(value: Settings[keyof Settings] | undefined): string {
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : '—';
  return typeof value === 'object' ? (value as Chat).id : String(value);
}
