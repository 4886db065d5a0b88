import { loadContent } from '../../src/content/load.ts';
import type { Caller } from '../../src/core/command.ts';
import { defaultSettings, sharedCommunity } from '../../src/core/community.ts';
import type { Figure } from '../../src/core/figure.ts';
import { createKnowledge } from '../../src/core/knowledge.ts';
import { type Language, languages } from '../../src/core/language.ts';
import type { ShownUpdate } from '../../src/core/update.ts';
import { comparisonFigure, matrixFigures, timelineFigure } from '../../src/core/views/figures.ts';
import { loadTexts } from '../../src/locales/index.ts';
import { createFinder } from '../../src/search/finder.ts';

/** A figure made of the content that the product is shipped with. */
export interface RealFigure {
  name: string;
  language: Language;
  figure: Figure;
}

const dayMs = 86_400_000;

/** Every kind of figure in every language, a comparison for each topic. */
export async function realFigures(root = '.'): Promise<RealFigure[]> {
  const { records } = await loadContent(`${root}/content`);
  const knowledge = createKnowledge(records);
  const texts = loadTexts(`${root}/src/locales`);
  const updates = madeUpdates(records.positions, records.entries);
  return languages.flatMap((language) => {
    const caller: Caller = {
      person: { platform: 'console', id: 'reader', name: 'Reader' },
      place: 'private',
      language,
      t: texts.in(language),
      community: { id: sharedCommunity, name: '', chats: [], settings: defaultSettings },
      catalogue: { knowledge, finder: createFinder(knowledge) },
      pictures: 'first',
      role: async () => 'member',
      roleIn: async () => 'member',
    };
    const viewing = { knowledge, caller, today: '2026-12-01' };
    const { parties, topics } = knowledge;
    const days = Array.from({ length: 30 }, (_, i) => `${i + 1}`);
    return [
      ...matrixFigures(viewing).map((figure) => ({ name: 'matrix', language, figure })),
      ...topics.map((topic) => ({ name: 'comparison', language, figure: comparisonFigure(topic, parties, viewing) })),
      { name: 'timeline', language, figure: timelineFigure(updates, undefined, caller) },
      {
        name: 'chart',
        language,
        figure: {
          kind: 'chart' as const,
          shape: 'columns' as const,
          title: texts.in(language)('latest-title'),
          labels: days,
          series: parties.slice(0, 3).map((party, s) => ({
            name: party.name[language] ?? party.name.en,
            values: days.map((_, i) => ((i + 1) * (s + 3) * 7) % 23),
          })),
          notes: [],
          sources: [],
        },
      },
    ];
  });
}

/** Updates with titles of a usual length: stances of the parties, the third breaking, the fifth retracted. */
function madeUpdates(
  positions: readonly { topic: string; party: string }[],
  entries: readonly { text: Record<string, { question: string } | undefined> }[],
): ShownUpdate[] {
  return positions.slice(0, 8).map(({ topic, party }, i): ShownUpdate => {
    const text = (language: Language) => ({ title: entries[i]?.text[language]?.question ?? '', body: '' });
    const at = Date.UTC(2026, 10, 23, 9, 30) - i * dayMs;
    return {
      id: `update-${i}`,
      state: i === 4 ? 'retracted' : 'published',
      revision: 1,
      publishedAt: at,
      changedAt: at,
      reason: '',
      writing: {
        text: { en: text('en'), uk: text('uk'), ru: text('ru') },
        importance: i === 2 ? 'breaking' : 'routine',
        topics: [topic],
        parties: [party],
        sources: [],
        cites: [],
        outdates: [],
      },
    } as unknown as ShownUpdate;
  });
}
