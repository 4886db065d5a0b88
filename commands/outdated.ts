import type { Answer } from '../src/core/answer.ts';
import { command, optional, text } from '../src/core/command.ts';
import { paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { Updates } from '../src/core/updates.ts';
import { titled } from '../src/core/views/draft.ts';
import { reviewButton } from '../src/core/views/draft-parts.ts';
import { namedItem } from '../src/core/views/item-option.ts';
import { outdatedAnswer } from '../src/core/views/update-list.ts';

/** What an update has made outdated: to be changed, or found to be still right. */
export const outdated = (updates: Updates) =>
  command({
    name: 'outdated',
    audience: 'moderators',
    unlisted: true,
    options: { entry: text({ maxLength: 100 }), act: optional(text({ maxLength: 10 })) },
    async run({ entry, act }, caller): Promise<Answer> {
      const item = namedItem(entry, caller);
      const { outdated: lines } = await updates.queue(caller);
      const line = lines.find(({ kind, key }) => kind === item?.kind && key === item.key);
      if (!line) throw new UserError('error-not-outdated');
      if (act === undefined) return outdatedAnswer(line, caller);
      if (act !== 'fine') throw new UserError('error-old-button');
      await updates.settleOutdated(caller, line);
      return {
        document: [paragraph(caller.t('outdated-settled', { title: titled(line, line.title, caller) }))],
        buttons: [reviewButton(caller.t)],
        confidential: true,
      };
    },
  });
