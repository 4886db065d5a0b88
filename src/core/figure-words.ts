import type { ComparisonFigure, Figure, MatrixFigure, TimelineFigure } from './figure.ts';

/** A figure in words, a line for each topic, party, update or label: what is said to who does not see the picture, below its title. */
export const figureInWords = (figure: Figure): string => linesOf(figure).join('\n');

function linesOf(figure: Figure): string[] {
  switch (figure.kind) {
    case 'matrix':
      return figure.rows.map((row) => topicLine(row, figure.parties));
    case 'comparison':
      return figure.parties.map(partyLine);
    case 'timeline':
      return figure.items.map(updateLine);
    case 'chart':
      return figure.labels.map(
        (label, i) => `${label}: ${figure.series.map(({ name, values }) => `${name} ${values[i] ?? 0}`).join(', ')}`,
      );
  }
}

/** What each party says on a topic; those without a sourced position are named together. */
function topicLine({ topic, cells }: MatrixFigure['rows'][number], parties: string[]): string {
  const named = cells.map((cell, i) => ({ ...cell, party: parties[i] ?? '' }));
  const said = named.filter(({ isMissing }) => !isMissing).map(({ party, text }) => `${party} — ${text}`);
  const missing = named.filter(({ isMissing }) => isMissing);
  const without = missing[0] && `${missing[0].text}: ${missing.map(({ party }) => party).join(', ')}`;
  return `${topic}: ${[...said, ...(without ? [without] : [])].join('; ')}.`;
}

const partyLine = ({ name, stance }: ComparisonFigure['parties'][number]): string => `${name} — ${stance.text}`;

const updateLine = ({ date, markText, title, topics }: TimelineFigure['items'][number]): string =>
  `${[date, markText].filter(Boolean).join(', ')}: ${title}${topics && ` (${topics})`}`;

/** As many whole lines as fit into that many characters, with a word on how many are left out. */
export function fitLines(text: string, limit: number, more: (count: number) => string): string {
  if (text.length <= limit) return text;
  const lines = text.split('\n');
  for (let count = lines.length - 1; count > 0; count--) {
    const shortened = [...lines.slice(0, count), more(lines.length - count)].join('\n');
    if (shortened.length <= limit) return shortened;
  }
  const [first = ''] = lines;
  return `${[...first].slice(0, Math.max(0, limit - 1)).join('')}…`.slice(0, limit);
}
