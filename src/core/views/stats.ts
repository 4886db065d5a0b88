import type { Answer, Button, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import { isShared } from '../community.ts';
import { type Block, type Document, heading, note, paragraph, type Span, spans } from '../document.ts';
import type { ChartFigure, Pictures } from '../figure.ts';
import { figureInWords } from '../figure-words.ts';
import type { Presentation } from '../presentation.ts';
import { type Numbers, questionOutcomes, sumOf } from '../stats.ts';
import { communityName } from './community-name.ts';
import { type ChartName, chartNames, periodOf, statsFigures } from './stats-figures.ts';

/** In days. */
export const statsPeriods = [7, 30, 90] as const;

const chartTexts: Record<ChartName, string> = {
  questions: 'stats-chart-questions',
  entries: 'stats-chart-entries',
  votes: 'stats-chart-votes',
  deliveries: 'stats-chart-deliveries',
};

export interface StatsWish {
  as: Presentation;
  /** One of them alone. */
  chart: ChartName | undefined;
}

/** A community's numbers in sentences, with charts or tables, and the ways to the others and to the file. */
export async function statsAnswer(
  numbers: Numbers,
  { as, chart }: StatsWish,
  { pictures, caller }: { pictures: Pictures; caller: Caller },
): Promise<Answer> {
  const { t, community } = caller;
  const figures = statsFigures(numbers, caller);
  const wanted = [...figures].filter(([name]) => chart === undefined || name === chart);
  // Where pictures are sent only when asked for, each is a message of its own.
  const drawn = caller.pictures === 'first' ? wanted : wanted.slice(0, 1);
  const shown = as === 'picture' && caller.pictures !== 'never' ? await draw(drawn, pictures) : undefined;
  const blocks = shown ?? wanted.flatMap(([, figure]) => inWords(figure, numbers.days.length));
  const way: Call = call(numbers, { as: shown ? 'picture' : 'words', ...(chart && { chart }) });
  return {
    document: [
      heading(2, t('stats-title', { community: communityName(community, t) })),
      ...summary(numbers, caller).map((line) => paragraph(line)),
      ...blocks,
      note(periodOf(numbers, caller)),
      note(t('stats-kept')),
      ...(figures.has('deliveries') ? [note(t('stats-deliveries-note'))] : []),
      ...(isShared(community) ? [note(t('stats-shared'))] : []),
    ],
    buttons: buttonsFor(numbers, caller, { shown: shown && drawn, figures, chart }),
    call: way,
    confidential: true,
  };
}

const call = ({ days }: Pick<Numbers, 'days'>, more: Record<string, string> = {}): Call => ({
  command: 'stats',
  args: { days: String(days.length), ...more },
});

/** Nothing where there is no chart, or none can be drawn: its fault is logged by who draws. */
async function draw(charts: [ChartName, ChartFigure][], pictures: Pictures): Promise<Document | undefined> {
  const drawn: Block[] = [];
  try {
    for (const [name, figure] of charts) {
      const picture = await pictures.draw(figure, `stats-${name}.png`);
      drawn.push({ kind: 'picture', picture, alt: altOf(figure) });
    }
  } catch {
    return undefined;
  }
  return drawn.length > 0 ? drawn : undefined;
}

/** What comes first is said even where there is room for little: the sums. */
function altOf(figure: ChartFigure): string {
  const { title } = figure;
  const lines = figureInWords(figure).split('\n');
  const sums = figure.series.map(({ name, values }) => `${name} ${sumOf(values)}`).join(', ');
  return [`${title}. ${sums}`, ...lines].join('\n');
}

/** The numbers of all days together, a sentence for each thing that was counted. */
function summary({ questions, opened, votes, deliveries }: Numbers, { t }: Caller): string[] {
  const [answered, unsure, none] = questionOutcomes.map((one) => sumOf(questions[one])) as [number, number, number];
  const count = answered + unsure + none;
  const share = (part: number) => Math.round((100 * part) / count);
  const shares = { answeredShare: share(answered), unsureShare: share(unsure), noneShare: share(none) };
  const [helpful, unhelpful] = [sumOf(votes.map((one) => one.helpful)), sumOf(votes.map((one) => one.unhelpful))];
  const sent = deliveries && {
    sent: sumOf(deliveries.sent),
    held: sumOf(deliveries.held),
    uncertain: sumOf(deliveries.uncertain),
    failed: sumOf(deliveries.failed),
  };
  return [
    count > 0 ? t('stats-questions', { count, answered, unsure, none, ...shares }) : t('stats-questions-none'),
    ...(sumOf(opened) > 0 ? [t('stats-opened', { count: sumOf(opened) })] : []),
    ...(helpful + unhelpful > 0 ? [t('stats-votes', { helpful, unhelpful })] : []),
    ...(sent && sumOf(Object.values(sent)) > 0 ? [t('stats-deliveries', sent)] : []),
  ];
}

/** A row for each entry; of columns, one for each day or, of more than a week, each seven days. */
function inWords(figure: ChartFigure, days: number): Document {
  const size = figure.shape === 'columns' && days > 7 ? 7 : 1;
  const cell = (text: string | number): Span[] => spans(String(text));
  const rows: Span[][][] = [];
  for (let end = figure.labels.length; end > 0; end -= size) {
    const start = Math.max(0, end - size);
    const [first = '', last = ''] = [figure.labels[start], figure.labels[end - 1]];
    const sums = figure.series.map(({ values }) => cell(sumOf(values.slice(start, end))));
    rows.unshift([cell(first === last ? first : `${first} – ${last}`), ...sums]);
  }
  const header = [cell(''), ...figure.series.map(({ name }) => cell(name))];
  return [heading(3, figure.title), { kind: 'table', header, rows }];
}

interface Shown {
  /** The charts that are seen; nothing where there are tables. */
  shown: [ChartName, ChartFigure][] | undefined;
  figures: Map<ChartName, ChartFigure>;
  chart: ChartName | undefined;
}

function buttonsFor(numbers: Numbers, { t, pictures }: Caller, { shown, figures, chart }: Shown): Button[] {
  const seen = new Set(shown?.map(([name]) => name));
  const isSeparate = pictures === 'asked' || chart !== undefined;
  const others = chartNames.filter(
    (name) => pictures !== 'never' && isSeparate && figures.has(name) && !seen.has(name),
  );
  const as = shown ? 'picture' : 'words';
  return [
    ...others.map((name) => ({
      label: `🖼 ${t(chartTexts[name])}`,
      call: call(numbers, { as: 'picture', chart: name }),
    })),
    ...(pictures === 'first' && !shown && figures.size > 0
      ? [{ label: t('as-picture'), call: call(numbers, { as: 'picture' }) }]
      : []),
    ...(shown ? [{ label: t('in-words'), call: call(numbers, { as: 'words' }) }] : []),
    ...statsPeriods
      .filter((days) => days !== numbers.days.length)
      .map((days) => ({
        label: t('stats-days', { days }),
        call: { command: 'stats', args: { days: String(days), as, ...(chart && { chart }) } },
      })),
    { label: t('stats-file'), call: { command: 'numbers', args: { days: String(numbers.days.length) } } },
  ];
}
