import type { Caller } from '../command.ts';
import { type Block, type Document, note, plainText } from '../document.ts';
import type { ComparisonFigure, MatrixFigure, StanceCell, TimelineFigure } from '../figure.ts';
import type { Party, Position, Topic } from '../knowledge.ts';
import { localized } from '../language.ts';
import type { ShownUpdate } from '../update.ts';
import { updateTextIn } from '../update-text.ts';
import { instantInWords } from './instants.ts';
import { nameOf } from './names.ts';
import { stanceOf } from './position.ts';
import { sourcing, type Viewing } from './sourcing.ts';

/** More would be too small to read on a phone. */
const mostUpdates = 8;
const markTexts = { breaking: 'timeline-breaking', retracted: 'timeline-retracted' };

/** Every party's stance on every topic; in several figures where there are more than `mostTopics`, each with its own small print. */
export function matrixFigures(viewing: Viewing, mostTopics = Number.POSITIVE_INFINITY): MatrixFigure[] {
  const { topics } = viewing.knowledge;
  const count = Math.max(1, Math.ceil(topics.length / mostTopics));
  const each = Math.ceil(topics.length / count);
  return Array.from({ length: count }, (_, i) => matrixOf(topics.slice(i * each, (i + 1) * each), viewing));
}

function matrixOf(topics: readonly Topic[], viewing: Viewing): MatrixFigure {
  const { knowledge, caller } = viewing;
  const { parties } = knowledge;
  return {
    kind: 'matrix',
    title: caller.t('positions-title'),
    parties: parties.map((party) => nameOf(party, caller)),
    rows: topics.map((topic) => ({
      topic: nameOf(topic, caller),
      cells: parties.map((party) => cellOf(knowledge.position(party.id, topic.id), viewing)),
    })),
    ...footOf(
      knowledge.positions.filter((one) => topics.some(({ id }) => id === one.topic)),
      viewing,
    ),
  };
}

/** What each of these parties says on a topic. */
export function comparisonFigure(topic: Topic, parties: readonly Party[], viewing: Viewing): ComparisonFigure {
  const { knowledge, caller } = viewing;
  const positions = parties.map((party) => knowledge.position(party.id, topic.id));
  return {
    kind: 'comparison',
    title: caller.t('compare-on', { topic: nameOf(topic, caller) }),
    parties: parties.map((party, i) => ({ name: nameOf(party, caller), stance: cellOf(positions[i], viewing) })),
    ...footOf(
      positions.flatMap((one) => one ?? []),
      viewing,
    ),
  };
}

/** The latest updates, latest first. */
export function timelineFigure(
  updates: readonly ShownUpdate[],
  topic: Topic | undefined,
  caller: Caller,
): TimelineFigure {
  const { t, language, community, catalogue } = caller;
  const shown = updates.slice(0, mostUpdates);
  return {
    kind: 'timeline',
    title: topic ? t('latest-on', { topic: nameOf(topic, caller) }) : t('latest-title'),
    items: shown.map(({ writing, state, publishedAt }) => {
      const mark = state === 'retracted' ? 'retracted' : writing.importance;
      return {
        date: instantInWords(publishedAt, community.settings.timeZone, language),
        title: updateTextIn(writing, language).text.title,
        mark,
        markText: mark === 'routine' ? '' : t(markTexts[mark]),
        topics: writing.topics
          .map((id) => nameOf(catalogue.knowledge.topic(id), caller))
          .filter(Boolean)
          .join(' · '),
      };
    }),
    notes: [t('timeline-sources')],
    sources: [],
  };
}

const cellOf = (position: Position | undefined, viewing: Viewing): StanceCell => ({
  text: stanceOf(position, viewing),
  isMissing: position === undefined,
});

/** The small print of stances: whose words they are, which of them are overdue or not translated, how old and from where. */
function footOf(positions: readonly Position[], viewing: Viewing): { notes: string[]; sources: string[] } {
  const foot = stanceFoot(positions, viewing);
  const lines = (block: Block): string[] =>
    block.kind === 'sources' ? block.items.map((item) => `${block.label}: ${plainText(item)}`) : [];
  return {
    notes: foot.flatMap((block) => (block.kind === 'note' ? [plainText(block.spans)] : [])).filter(Boolean),
    sources: foot.flatMap(lines),
  };
}

/** The same as a document. */
export function stanceFoot(positions: readonly Position[], viewing: Viewing): Document {
  const { knowledge, caller, today } = viewing;
  const named = (chosen: readonly Position[]) => ({
    items: chosen
      .map(({ party, topic }) => `${nameOf(knowledge.party(party), caller)}: ${nameOf(knowledge.topic(topic), caller)}`)
      .join('; '),
  });
  const overdue = positions.filter(({ reviewBy }) => reviewBy < today);
  const foreign = positions.filter(({ text }) => localized(text, caller.language).language !== caller.language);
  return [
    note(caller.t('stances-attributed')),
    ...(overdue.length > 0 ? [note(caller.t('stances-overdue', named(overdue)))] : []),
    ...(foreign.length > 0 ? [note(caller.t('stances-untranslated', named(foreign)))] : []),
    ...(positions.length > 0 ? sourcing([...positions], viewing) : []),
  ];
}
