import type { Editing } from '../core/editing.ts';
import { UserError } from '../core/errors.ts';
import type { GapFilling } from '../core/gaps.ts';
import { draftAnswer, outcomeAnswer } from '../core/views/draft.ts';
import { beginEntry } from '../core/views/new-entry.ts';

/** What becomes of a question without an answer: an entry of its own, or another name of one that is there. */
export const createGapFilling = (editing: Editing, today: () => string): GapFilling => ({
  beginEntry: (caller, question, language) => beginEntry(editing, caller, { question, answer: '' }, language),

  async addAlias(caller, entry, alias, language) {
    const key = { kind: 'entry' as const, key: entry };
    // A name in a language that the entry is not translated into leads to the original.
    const isWritten = caller.catalogue.knowledge.entry(entry)?.text[language] !== undefined;
    const opened = await editing.open(caller, { ...key, language: isWritten ? language : undefined });
    const values = {
      ...opened.values,
      aliases: [opened.values.aliases, alias].filter(Boolean).join('\n'),
      reason: caller.t('alias-reason', { alias }).slice(0, 200),
    };
    const problem = opened.read(values).problems.find(({ field }) => field === 'aliases');
    if (problem) throw new UserError(problem.key, problem.values);
    const draft = await editing.begin(caller, { ...key, language: opened.language }, opened.base, values);
    if (draft.problems.length > 0) return { ...draftAnswer(draft, caller, today()), failed: true };
    const outcome = draft.needsReview
      ? await editing.submit(caller, draft.id, draft.version)
      : await editing.publish(caller, draft.id, draft.version);
    const answer = outcomeAnswer(outcome, caller, today());
    return outcome.kind === 'undone' ? { ...answer, failed: true } : answer;
  },
});
