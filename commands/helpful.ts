import type { Answer } from '../src/core/answer.ts';
import { command, optional, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { QuestionLog } from '../src/core/gaps.ts';
import { reportButton } from '../src/core/views/feedback.ts';
import type { Votes } from '../src/core/votes.ts';

/** Whether an answer helped: the latest of a person's votes on it counts. */
export const helpful = (votes: Votes, questionLog: QuestionLog) =>
  command({
    name: 'helpful',
    unlisted: true,
    options: {
      entry: optional(text({ maxLength: 300 })),
      vote: optional(text({ maxLength: 1 })),
    },
    async run({ entry: id, vote }, caller): Promise<Answer> {
      const entry = caller.catalogue.knowledge.entry(id ?? '');
      if (!entry || (vote !== 'y' && vote !== 'n')) throw new UserError('error-old-button');
      await votes.cast(caller, entry, vote === 'y');
      if (vote === 'y') return { document: [paragraph(caller.t('helpful-yes'))], private: true };
      questionLog.unhelpful(caller, entry);
      return {
        document: [paragraph(caller.t('helpful-no'))],
        buttons: [reportButton(entry.id, caller)],
        private: true,
      };
    },
  });
