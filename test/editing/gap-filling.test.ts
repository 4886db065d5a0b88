import { describe, expect, it } from 'vitest';
import { documentText } from '../../src/core/document.ts';
import { createGapFilling } from '../../src/editing/gap-filling.ts';
import { guild, newsroom } from './newsroom.ts';

const today = () => '2026-03-01';

describe('a question without an answer', () => {
  it('becomes another name of an entry, which is published or waits like every change', async () => {
    const { editing, caller, moderator, meet, settle } = await newsroom();
    moderator('anna');
    const filling = createGapFilling(editing, today);
    const said = await filling.addAlias(await caller('anna'), 'nato-membership', 'is nato possible', 'en');
    expect(documentText(said.document)).toContain('is published');
    expect(await meet('mia', guild).say('/faq is nato possible')).toContain('Hardly.');
    expect(await meet('mia', guild).say('/history nato accession')).toContain('Also asked as: is nato possible');

    await settle(guild, { approvals: 1 });
    const waits = await filling.addAlias(await caller('anna'), 'nato-membership', 'чи можливе НАТО', 'uk');
    expect(documentText(waits.document)).toContain('waits for another moderator');
  });

  it('does not become the name of two entries', async () => {
    const { editing, caller, moderator } = await newsroom();
    moderator('anna');
    const filling = createGapFilling(editing, today);
    await expect(
      filling.addAlias(await caller('anna'), 'nato-membership', 'Land for Peace', 'en'),
    ).rejects.toMatchObject({ key: 'problem-name-taken' });
  });

  it('begins an entry', async () => {
    const { editing, caller, moderator } = await newsroom();
    moderator('anna');
    const { form } = await createGapFilling(editing, today).beginEntry(await caller('anna'), 'Коли мир?', 'uk');
    expect(form?.fields[0]?.value).toBe('Коли мир?');
    expect(form?.submit.args).toEqual({ language: 'uk' });
  });
});
