import type { Caller } from '../command.ts';
import type { ChartFigure } from '../figure.ts';
import { type DeliveryOutcome, deliveryOutcomes, type Numbers, questionOutcomes, sumOf } from '../stats.ts';
import { dateInWords, dayShort } from './dates.ts';
import { questionOf } from './entry.ts';

/** What there is a chart of, in the order in which they are shown. */
export const chartNames = ['questions', 'entries', 'votes', 'deliveries'] as const;
export type ChartName = (typeof chartNames)[number];

/** Of entries, so many have a bar; all are in the file. */
export const mostBars = 8;

const outcomeTexts = { answered: 'stats-answered', unsure: 'stats-unsure', none: 'stats-none' } as const;

export const deliveryTexts: Record<DeliveryOutcome, string> = {
  sent: 'status-delivered',
  held: 'status-held',
  uncertain: 'status-uncertain',
  failed: 'status-failed',
};

/** Charts of what there are any numbers of. */
export function statsFigures(numbers: Numbers, caller: Caller): Map<ChartName, ChartFigure> {
  const { t } = caller;
  const { questions, entries, votes, deliveries } = numbers;
  const charts: Record<ChartName, () => ChartFigure> = {
    questions: () =>
      columns(
        t('stats-chart-questions'),
        questionOutcomes.map((one) => ({ name: t(outcomeTexts[one]), values: [...questions[one]] })),
      ),
    entries: () => bars(t('stats-chart-entries'), entries, [{ name: t('stats-shown'), countOf: ({ count }) => count }]),
    votes: () =>
      bars(t('stats-chart-votes'), votes, [
        { name: t('stats-yes'), countOf: ({ helpful }) => helpful },
        { name: t('stats-no'), countOf: ({ unhelpful }) => unhelpful },
      ]),
    deliveries: () =>
      columns(
        t('stats-chart-deliveries'),
        deliveryOutcomes.map((one) => ({ name: t(deliveryTexts[one]), values: [...(deliveries?.[one] ?? [])] })),
        [t('stats-deliveries-note')],
      ),
  };
  const framed = (notes: string[]) => ({
    kind: 'chart' as const,
    notes: [periodOf(numbers, caller), ...notes],
    sources: [],
  });

  function columns(title: string, series: ChartFigure['series'], notes: string[] = []): ChartFigure {
    const labels = numbers.days.map((day) => dayShort(day, caller.language));
    return { ...framed(notes), title, shape: 'columns', labels, series };
  }

  function bars<T extends { entry: string }>(
    title: string,
    rows: readonly T[],
    series: { name: string; countOf(row: T): number }[],
  ): ChartFigure {
    const shown = rows.slice(0, mostBars);
    const more = rows.length - shown.length;
    return {
      ...framed(more > 0 ? [t('stats-more', { count: more })] : []),
      title,
      shape: 'bars',
      labels: shown.map(({ entry }) => entryTitle(entry, caller)),
      series: series.map(({ name, countOf }) => ({ name, values: shown.map(countOf) })),
    };
  }

  const drawn = chartNames.map((name) => [name, charts[name]()] as const);
  return new Map(drawn.filter(([, { series }]) => series.some(({ values }) => sumOf(values) > 0)));
}

/** From the first day to the last, and the zone of the days. */
export const periodOf = ({ days }: Pick<Numbers, 'days'>, { t, language, community }: Caller): string =>
  t('stats-period', {
    from: dateInWords(days[0] ?? '', language),
    to: dateInWords(days.at(-1) ?? '', language),
    zone: community.settings.timeZone,
  });

/** The question of an entry, or its id where it is no longer there. */
export function entryTitle(id: string, caller: Caller): string {
  const entry = caller.catalogue.knowledge.entry(id);
  return entry ? questionOf(entry, caller) : caller.t('stats-gone', { entry: id });
}
