import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, command, optional } from '../src/core/command.ts';
import type { Party } from '../src/core/knowledge.ts';
import { namedChoices } from '../src/core/views/names.ts';
import { partyAnswer, positionAnswer } from '../src/core/views/position.ts';

/** What one party says: on one topic, or in short on all of them. */
export const position = (catalogue: () => Catalogue, today: () => string) =>
  command({
    name: 'position',
    options: {
      party: choice(() => namedChoices(catalogue().knowledge.parties)),
      topic: optional(choice(() => namedChoices(catalogue().knowledge.topics))),
    },
    run(args, caller): Answer {
      const { knowledge } = caller.catalogue;
      const viewing = { knowledge, caller, today: today() };
      const party = knowledge.party(args.party) as Party;
      const topic = args.topic === undefined ? undefined : knowledge.topic(args.topic);
      return topic ? positionAnswer(party, topic, viewing) : partyAnswer(party, viewing);
    },
  });
