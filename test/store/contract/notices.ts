import pg from 'pg';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Notice } from '../../../src/store/store.ts';
import type { Setting } from '../contract.ts';
import { act, at, change, group, guild, olha } from '../things.ts';

/** What other processes hear. */
export function noticeContract(setting: Setting): void {
  async function listening() {
    const heard: Notice[] = [];
    const gaps: number[] = [];
    const faults: unknown[] = [];
    const other = await setting.another();
    const { stop } = await other.notices.listen({
      onNotice: (notice) => heard.push(notice),
      onGap: () => gaps.push(heard.length),
      onFault: (error) => faults.push(error),
    });
    onTestFinished(stop);
    return { heard, gaps, faults, hears: (notice: Notice) => vi.waitFor(() => expect(heard).toContainEqual(notice)) };
  }

  /** Has the server end every connection that listens, as a restart of it would. */
  async function cutListeners(): Promise<void> {
    const client = new pg.Client({ connectionString: (setting.options as { url: string }).url });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'parley_' || current_schema()",
    );
    await client.end();
  }

  it('tells of a community, its entries, its chats and people', async () => {
    const { id } = await setting.store.communities.of(guild, at);
    const { heard, hears } = await listening();
    await setting.store.entries.change([change(id)], [act(id)]);
    await hears({ of: 'entries', id });
    await setting.store.people.choose(olha, { language: 'uk' });
    await hears({ of: 'person', platform: olha.platform, id: olha.id });
    await setting.store.communities.rename(guild, 'Renamed');
    await hears({ of: 'community', id });
    await hears({ of: 'chat', platform: guild.platform, id: guild.id });
    const other = await setting.store.communities.of(group, at);
    await hears({ of: 'chat', platform: group.platform, id: group.id });
    // A change of entries is not one of the settings, and reading is no change.
    expect(heard.filter((one) => one.of === 'entries')).toEqual([{ of: 'entries', id }]);
    expect(heard).not.toContainEqual({ of: 'entries', id: other.id });
  });

  it('says when it may have missed something, and hears again after that', async () => {
    const { id } = await setting.store.communities.of(guild, at);
    const { gaps, hears } = await listening();
    await cutListeners();
    await vi.waitFor(() => expect(gaps).toEqual([0]), { timeout: 5000 });
    await setting.store.entries.change([change(id)], [act(id)]);
    await hears({ of: 'entries', id });
  });
}
