import type { Answer } from '../src/core/answer.ts';
import { type Choice, choice, command, optional } from '../src/core/command.ts';
import { note, paragraph } from '../src/core/document.ts';
import type { Pictures } from '../src/core/figure.ts';
import { presentation, presentationFor } from '../src/core/presentation.ts';
import type { Stats } from '../src/core/stats.ts';
import { statsAnswer, statsPeriods } from '../src/core/views/stats.ts';
import { statsFile } from '../src/core/views/stats-csv.ts';
import type { ChartName } from '../src/core/views/stats-figures.ts';

const usualDays = '30';

const periods: Choice[] = statsPeriods.map((days) => ({
  value: String(days),
  name: { en: `${days} days`, uk: `${days} днів`, ru: `${days} дней` },
  aliases: [],
}));

const charts: (Choice & { value: ChartName })[] = [
  { value: 'questions', code: 'q', name: { en: 'questions', uk: 'запитання', ru: 'вопросы' }, aliases: [] },
  { value: 'entries', code: 'e', name: { en: 'entries', uk: 'статті', ru: 'статьи' }, aliases: [] },
  { value: 'votes', code: 'v', name: { en: 'votes', uk: 'оцінки', ru: 'оценки' }, aliases: ['helpfulness'] },
  { value: 'deliveries', code: 'd', name: { en: 'deliveries', uk: 'доставка', ru: 'доставка' }, aliases: [] },
];

/** What a community's moderators see of its numbers. */
export const stats = (numbers: Stats, pictures: Pictures) =>
  command({
    name: 'stats',
    audience: 'moderators',
    options: {
      days: optional(choice(() => periods)),
      as: presentation(),
      chart: optional(choice(() => charts)),
    },
    run: async ({ days = usualDays, as, chart }, caller): Promise<Answer> =>
      await statsAnswer(
        await numbers.over(caller, Number(days)),
        {
          as: chart && as === undefined ? 'picture' : presentationFor(as, caller),
          chart: chart as ChartName | undefined,
        },
        { pictures, caller },
      ),
  });

/** The same numbers as a file. */
export const numbers = (stats: Stats) =>
  command({
    name: 'numbers',
    audience: 'moderators',
    unlisted: true,
    options: { days: optional(choice(() => periods)) },
    async run({ days = usualDays }, caller): Promise<Answer> {
      const file = statsFile(await stats.over(caller, Number(days)), caller);
      return {
        document: [paragraph(caller.t('stats-file-done')), note(caller.t('stats-file-columns'))],
        files: [file],
        confidential: true,
      };
    },
  });
