import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, command, optional, text } from '../src/core/command.ts';
import { note } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import type { Pictures } from '../src/core/figure.ts';
import { presentation } from '../src/core/presentation.ts';
import type { Updates } from '../src/core/updates.ts';
import { timelineFigure } from '../src/core/views/figures.ts';
import { namedChoices } from '../src/core/views/names.ts';
import { inEitherWay } from '../src/core/views/pictured.ts';
import { updateAnswer } from '../src/core/views/update.ts';
import { latestAnswer } from '../src/core/views/update-list.ts';

/** What has been published, latest first; on one topic where it is named. */
export const latest = (updates: Pick<Updates, 'latest'>, catalogue: () => Catalogue, pictures: Pictures) =>
  command({
    name: 'latest',
    options: { topic: optional(choice(() => namedChoices(catalogue().knowledge.topics))), as: presentation() },
    async run({ topic: id, as }, caller): Promise<Answer> {
      const topic = id === undefined ? undefined : caller.catalogue.knowledge.topic(id);
      const published = await updates.latest(caller, topic?.id);
      const words = latestAnswer(published, topic, caller);
      if (published.length === 0) return words;
      return await inEitherWay(
        words,
        () => ({
          figures: [timelineFigure(published, topic, caller)],
          name: 'latest',
          below: [note(caller.t('timeline-sources'))],
        }),
        as === 'picture' ? 'picture' : 'words',
        { pictures, caller },
      );
    },
  });

/** One update. */
export const news = (updates: Pick<Updates, 'shown'>) =>
  command({
    name: 'news',
    unlisted: true,
    options: { id: text({ maxLength: 8 }) },
    async run({ id }, caller): Promise<Answer> {
      const update = await updates.shown(caller, id);
      if (!update) throw new UserError('error-no-update', { typed: id });
      const { catalogue, community } = caller;
      const { timeZone } = community.settings;
      return updateAnswer(update, { knowledge: catalogue.knowledge, reader: caller, timeZone });
    },
  });
