import type * as z from 'zod';
import type { Plan, PlanText } from '../core/knowledge.ts';
import { readSections } from './body.ts';
import type { MarkdownKind } from './markdown-file.ts';
import { planSchema, planTranslationSchema } from './schemas.ts';
import { sourcing } from './sourcing.ts';

type Front = z.output<typeof planSchema>;

/** `plans/<id>.md`: a paragraph that sums the plan up, then a section for each topic that it has terms on. */
export const plans: MarkdownKind<
  Plan,
  PlanText,
  Front,
  Pick<Front, 'name' | 'aliases' | 'backed-by' | 'rejected-by'>
> = {
  original: planSchema,
  translation: planTranslationSchema,
  placedBy: ['id'],
  readText(front, body, report) {
    const { intro, sections, lines } = readSections(body, report);
    if (intro[0]?.kind !== 'paragraph' || intro.length > 1) {
      const mend = 'Begin with one paragraph that sums the plan up, then the sections “## topic”.';
      report.error(body.line, 'The plan does not begin with a single paragraph.', mend);
    }
    return {
      text: {
        name: front.name,
        aliases: front.aliases,
        summary: intro,
        terms: sections,
        backedBy: front['backed-by'],
        rejectedBy: front['rejected-by'],
      },
      lines,
    };
  },
  record: (front, text) => ({ id: front.id, ...sourcing(front), text: { en: text } }),
};
