import type { Answer, Call } from '../answer.ts';
import { type Block, divider, heading, spans, strong } from '../document.ts';
import { stanceFoot } from './figures.ts';
import { nameOf } from './names.ts';
import { stanceOf } from './position.ts';
import type { Viewing } from './sourcing.ts';

/** Where every party stands on every topic, in words: a table for each topic; what is missing is shown as missing. */
export function positionsAnswer(viewing: Viewing): Answer & { call: Call } {
  const { knowledge, caller } = viewing;
  const { t } = caller;
  const { parties, topics, positions } = knowledge;
  const section = (topic: (typeof topics)[number]): Block[] => [
    heading(3, nameOf(topic, caller)),
    {
      kind: 'table',
      header: [spans(t('party')), spans(t('stance'))],
      rows: parties.map((party) => [
        spans(strong(nameOf(party, caller))),
        spans(stanceOf(knowledge.position(party.id, topic.id), viewing)),
      ]),
    },
  ];
  return {
    document: [
      heading(2, t('positions-title')),
      ...topics.flatMap(section),
      divider,
      ...stanceFoot(positions, viewing),
    ],
    buttons: parties.map((party) => ({
      label: nameOf(party, caller),
      call: { command: 'position', args: { party: party.id } },
    })),
    call: { command: 'positions', args: {} },
  };
}
