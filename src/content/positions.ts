import type * as z from 'zod';
import type { Document } from '../core/document.ts';
import type { Position, PositionText } from '../core/knowledge.ts';
import { readSections } from './body.ts';
import type { MarkdownKind } from './markdown-file.ts';
import { suggestion } from './nearest.ts';
import { positionSchema, positionTranslationSchema } from './schemas.ts';
import { sourcing } from './sourcing.ts';
import type { InEnglish } from './written.ts';

type Front = z.output<typeof positionSchema>;

const titles = ['wants', 'reasons', 'red-lines'] as const;

/** `positions/<party>/<topic>.md`: what a party wants, and where a source says so, why and what it rules out. */
export const positions: MarkdownKind<InEnglish<Position, PositionText>, PositionText, Front, Pick<Front, 'stance'>> = {
  original: positionSchema,
  translation: positionTranslationSchema,
  placedBy: ['party', 'topic'],
  readText({ stance }, body, report) {
    const { intro, sections, lines } = readSections(body, report);
    for (const title of sections.keys()) {
      if (titles.some((one) => one === title)) continue;
      report.error(lines.get(`## ${title}`) ?? 1, `There is no section “${title}”.`, suggestion(title, titles, ''));
    }
    if (intro.length > 0) {
      report.error(body.line, 'The text begins before the first section.', 'Put “## wants” above it.');
    }
    if (!sections.has('wants')) {
      report.error(body.line, 'The section “wants” is missing.', 'Add a line “## wants” with what the party wants.');
    }
    const section = (title: (typeof titles)[number]): Document => sections.get(title) ?? [];
    return {
      text: { stance, wants: section('wants'), reasons: section('reasons'), redLines: section('red-lines') },
      lines,
    };
  },
  record: ({ party, topic, ...front }, text) => ({ party, topic, ...sourcing(front), text: { en: text } }),
};
