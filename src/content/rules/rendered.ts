import { type Document, heading, list, paragraph, spans, strong } from '../../core/document.ts';
import type { Attitude, EntryText, PlanText, PositionText } from '../../core/knowledge.ts';
import { errorAt, type Place, type Problem } from '../problem.ts';
import type { Written } from '../written.ts';
import type { Measurer, Rule } from './rule.ts';
import { textsOf } from './sizes.ts';

/** Every text can be shown on every platform. */
export const textsFit: Rule = ({ entries, positions, plans }, { measurers = [] }) => {
  const all = <T>(texts: Written<T>[], documentOf: (text: T) => Document): Problem[] =>
    texts.flatMap(({ says, at }) => misfits(documentOf(says), at('text'), measurers));
  return [
    ...all(textsOf(entries), entryDocument),
    ...all(textsOf(positions), positionDocument),
    ...all(textsOf(plans), planDocument),
  ];
};

/** The platforms that cannot show a document. */
export const misfits = (document: Document, place: Place, measurers: readonly Measurer[]): Problem[] =>
  measurers.flatMap(({ platform, fits }): Problem[] => {
    const fit = fits(document);
    if (fit === true) return [];
    const why = fit === false ? 'it is too long' : fit;
    return [errorAt(place, `${platform} cannot show this text: ${why}.`, 'Shorten or simplify it.')];
  });

const entryDocument = ({ question, lead, detail }: EntryText): Document => [heading(2, question), ...lead, ...detail];

const positionDocument = ({ stance, wants, reasons, redLines }: PositionText): Document => [
  paragraph(strong(stance)),
  ...wants,
  ...reasons,
  ...redLines,
];

function planDocument({ name, summary, terms, backedBy, rejectedBy }: PlanText): Document {
  const attitudes = (all: Attitude[]): Document =>
    all.length > 0 ? [list(all.map(({ party, why }) => spans(strong(party), ` — ${why}`)))] : [];
  return [
    heading(2, name),
    ...summary,
    ...[...terms].flatMap(([topic, term]) => [heading(3, topic), ...term]),
    ...attitudes(backedBy),
    ...attitudes(rejectedBy),
  ];
}
