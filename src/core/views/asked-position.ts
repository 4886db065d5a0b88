import type { Answer, Button } from '../answer.ts';
import type { Mentions } from '../catalogue.ts';
import { comparisonAnswer } from './comparison.ts';
import { nameOf } from './names.ts';
import { partyAnswer, positionAnswer } from './position.ts';
import type { Viewing } from './sourcing.ts';

/** The position or comparison that a question asks for (“what does Moscow say about NATO”); undefined for other ones. */
export function askedPosition({ parties, topics, asksForPosition }: Mentions, viewing: Viewing): Answer | undefined {
  const { knowledge } = viewing;
  const named = parties.flatMap((id) => knowledge.party(id) ?? []);
  const [party] = named;
  const topic = topics[0] === undefined ? undefined : knowledge.topic(topics[0]);
  if (!asksForPosition || !party) return undefined;
  if (!topic) return named.length === 1 ? partyAnswer(party, viewing) : undefined;
  return named.length === 1 ? positionAnswer(party, topic, viewing) : comparisonAnswer(topic, named, viewing);
}

/** The way from another answer to the position that was asked for, where there is one. */
export function wayToPosition({ parties, topics, asksForPosition }: Mentions, viewing: Viewing): Button[] {
  const { knowledge, caller } = viewing;
  const [party = '', topic = ''] = [parties[0], topics[0]];
  if (!asksForPosition || !knowledge.position(party, topic)) return [];
  const names = { party: nameOf(knowledge.party(party), caller), topic: nameOf(knowledge.topic(topic), caller) };
  return [{ label: caller.t('position-of', names), call: { command: 'position', args: { party, topic } } }];
}
