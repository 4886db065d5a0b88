import type { Audit } from '../core/audit.ts';
import type { RecordedAct, Store } from '../store/store.ts';

/** Lines that are shown at once. */
const shown = 50;
/** Lines that are looked through for those about one subject, at each stretch. */
const lookedThrough = 2000;
const batch = 500;

export function createAudit({ store }: { store: Pick<Store, 'audit'> }): Audit {
  async function about(community: string, subject: string, before: number | undefined) {
    const deeds: RecordedAct[] = [];
    let last = before;
    for (let seen = 0; seen < lookedThrough; seen += batch) {
      const acts = await store.audit.list(community, batch, last);
      for (const act of acts) {
        last = act.id;
        if (act.subject === subject) deeds.push(act);
        if (deeds.length === shown) return { deeds, before: last };
      }
      if (acts.length < batch) return { deeds, before: undefined };
    }
    return { deeds, before: last };
  }

  return {
    async page({ community }, { subject, before }) {
      if (subject !== undefined) return await about(community.id, subject, before);
      const deeds = await store.audit.list(community.id, shown, before);
      return { deeds, before: deeds.length < shown ? undefined : deeds.at(-1)?.id };
    },
  };
}
