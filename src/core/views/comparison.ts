import type { Answer, Call } from '../answer.ts';
import { type Block, divider, heading, note, spans, strong } from '../document.ts';
import type { Party, Topic } from '../knowledge.ts';
import { localized } from '../language.ts';
import { nameOf } from './names.ts';
import { positionInShort, stanceOf } from './position.ts';
import { caveats, sourcing, type Viewing } from './sourcing.ts';

/**
 * The parties' positions on one topic, side by side; a party without a sourced one is shown as having none. Other topics
 * are shown in the way (`as`) that was asked for.
 */
export function comparisonAnswer(
  topic: Topic,
  chosen: Party[] | undefined,
  viewing: Viewing,
  as?: string,
): Answer & { call: Call } {
  const { knowledge, caller } = viewing;
  const { t } = caller;
  const parties = chosen ?? knowledge.parties;
  const positions = parties.map((party) => knowledge.position(party.id, topic.id));
  const sourced = positions.flatMap((one) => one ?? []);
  const kept = chosen && { parties: chosen.map(({ id }) => id).join(',') };

  const sections = sourced.map((one): Block => {
    const { value: text, language } = localized(one.text, caller.language);
    return {
      kind: 'details',
      summary: spans(strong(nameOf(knowledge.party(one.party), caller)), `: ${text.stance}`),
      blocks: [...caveats(one, language, viewing), ...positionInShort(one, viewing)],
    };
  });
  return {
    document: [
      heading(2, t('compare-on', { topic: nameOf(topic, caller) })),
      {
        kind: 'table',
        header: [spans(t('party')), spans(t('stance'))],
        rows: parties.map((party, i) => [spans(strong(nameOf(party, caller))), spans(stanceOf(positions[i], viewing))]),
      },
      note(t('compare-attributed')),
      ...sections,
      divider,
      ...(sourced.length > 0 ? sourcing(sourced, viewing) : []),
    ],
    buttons: knowledge.topics
      .filter((other) => other.id !== topic.id)
      .map((other) => ({
        label: `${other.emoji} ${nameOf(other, caller)}`,
        call: { command: 'compare', args: { ...kept, topic: other.id, ...(as !== undefined && { as }) } },
      })),
    call: { command: 'compare', args: { topic: topic.id, ...kept } },
  };
}
