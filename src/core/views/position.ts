import type { Answer, Button } from '../answer.ts';
import { type Block, type Document, divider, heading, menu, note, paragraph, spans, strong } from '../document.ts';
import type { Party, Position, Topic } from '../knowledge.ts';
import { localized } from '../language.ts';
import { reportButton } from './feedback.ts';
import { nameOf } from './names.ts';
import { caveats, sourcing, type Viewing } from './sourcing.ts';

/** What one party says on one topic, or, as plainly, that no source of ours says what. */
export function positionAnswer(party: Party, topic: Topic, viewing: Viewing): Answer {
  const { knowledge, caller } = viewing;
  const { t } = caller;
  const names = { party: nameOf(party, caller), topic: nameOf(topic, caller) };
  const position = knowledge.position(party.id, topic.id);
  const others: Button[] = [
    { label: t('compare-on', names), call: { command: 'compare', args: { topic: topic.id } } },
    { label: t('all-positions-of', names), call: { command: 'position', args: { party: party.id } } },
  ];
  const call = { command: 'position', args: { party: party.id, topic: topic.id } };
  const title = heading(2, t('position-of', names));
  if (!position) return { document: [title, paragraph(t('no-position-long', names))], buttons: others, call };

  const { value: text, language } = localized(position.text, caller.language);
  return {
    document: [
      title,
      ...caveats(position, language, viewing),
      paragraph(strong(text.stance)),
      ...positionSections(position, viewing),
      divider,
      ...sourcing([position], viewing),
    ],
    buttons: [...others, reportButton(`${party.id}/${topic.id}`, caller)],
    call,
  };
}

/** What the party wants, why, and what it rules out; sections without a source are named as such. */
function positionSections(position: Position, { caller }: Viewing): Document {
  const { value: text } = localized(position.text, caller.language);
  const { t } = caller;
  const section = (title: string, body: Document): Block[] =>
    body.length > 0 ? [heading(3, title), ...body] : [heading(3, title), note(t('not-in-source'))];
  return [
    ...section(t('position-wants'), text.wants),
    ...section(t('position-reasons'), text.reasons),
    ...section(t('position-red-lines'), text.redLines),
  ];
}

/** The same in less room, among others: headings become the first words, and what the source lacks is left out. */
export function positionInShort(position: Position, { caller }: Viewing): Document {
  const { value: text } = localized(position.text, caller.language);
  const { t } = caller;
  const titled = (title: string, [first, ...rest]: Document): Document => {
    if (!first) return [];
    return first.kind === 'paragraph'
      ? [paragraph(strong(`${title}: `), first.spans), ...rest]
      : [paragraph(strong(title)), first, ...rest];
  };
  return [
    ...text.wants,
    ...titled(t('position-reasons'), text.reasons),
    ...titled(t('position-red-lines'), text.redLines),
  ];
}

/** A party's stance on every topic, those without a source included. */
export function partyAnswer(party: Party, viewing: Viewing): Answer {
  const { knowledge, caller } = viewing;
  const { t } = caller;
  const sourced = knowledge.topics.flatMap((topic) => knowledge.position(party.id, topic.id) ?? []);
  return {
    document: [
      heading(2, t('positions-of', { party: nameOf(party, caller) })),
      {
        kind: 'table',
        header: [spans(t('topic')), spans(t('stance'))],
        rows: knowledge.topics.map((topic) => [
          spans(strong(nameOf(topic, caller))),
          spans(stanceOf(knowledge.position(party.id, topic.id), viewing)),
        ]),
      },
      note(t('choose-position')),
      menu(
        sourced.map((position) => ({
          label: nameOf(knowledge.topic(position.topic), caller),
          call: { command: 'position', args: { party: party.id, topic: position.topic } },
        })),
      ),
      divider,
      ...sourcing(sourced, viewing),
    ],
    call: { command: 'position', args: { party: party.id } },
  };
}

/** The stance in a few words, for tables. */
export function stanceOf(position: Position | undefined, { caller }: Viewing): string {
  return position ? localized(position.text, caller.language).value.stance : caller.t('no-position');
}
