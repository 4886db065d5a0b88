import type { Answer } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { heading, list, note, paragraph } from '../src/core/document.ts';
import { gapsKeptDays } from '../src/core/gaps.ts';
import type { People } from '../src/core/people.ts';
import { statsKeptDays } from '../src/core/stats.ts';

/** The texts of what may be kept about a person. */
const kinds: Record<string, string> = {
  choices: 'kept-choices',
  drafts: 'kept-drafts',
  imports: 'kept-imports',
  dialogues: 'kept-dialogues',
  revisions: 'kept-revisions',
  reports: 'kept-reports',
  votes: 'kept-votes',
  acts: 'kept-acts',
  subscriptions: 'kept-subscriptions',
  updates: 'kept-updates',
};

/** What is kept about whoever asks, and the way to have it erased. */
export const privacy = (people: People) =>
  command({
    name: 'privacy',
    options: {},
    async run(_, caller): Promise<Answer> {
      const { t } = caller;
      const kept = await people.kept(caller.person);
      const lines = Object.entries(kept)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (kinds[kind] ? t(kinds[kind], { count }) : `${kind}: ${count}`));
      return {
        document: [
          heading(2, t('privacy-title')),
          ...(lines.length > 0 ? [paragraph(t('privacy-kept')), list(lines)] : [paragraph(t('privacy-nothing'))]),
          paragraph(t('privacy-how-long')),
          paragraph(t('privacy-questions', { days: gapsKeptDays })),
          paragraph(t('privacy-totals', { days: statsKeptDays })),
          note(t('privacy-platforms')),
        ],
        buttons: lines.length > 0 ? [{ label: t('privacy-erase'), call: { command: 'erase', args: {} } }] : [],
        confidential: true,
      };
    },
  });

/** What the second button holds: nothing is erased by one press. */
const sure = 'yes';

/** Erases what is kept about whoever asks, once they have read what that means. */
export const erase = (people: People) =>
  command({
    name: 'erase',
    unlisted: true,
    options: { sure: optional(text({ maxLength: 10 })) },
    async run(args, caller): Promise<Answer> {
      if (args.sure !== sure) return confirmation(caller);
      await people.erase(caller.person);
      return { document: [paragraph(caller.t('erased'))], confidential: true };
    },
  });

const confirmation = ({ t }: Caller): Answer => ({
  document: [
    heading(2, t('erase-title')),
    list([t('erase-goes'), t('erase-nameless'), t('erase-stays')]),
    paragraph(t('erase-final')),
  ],
  buttons: [
    { label: t('erase-now'), call: { command: 'erase', args: { sure } } },
    { label: t('erase-keep'), call: { command: 'privacy', args: {} } },
  ],
  confidential: true,
});
