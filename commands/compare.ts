import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, choices, command, optional } from '../src/core/command.ts';
import type { Topic } from '../src/core/knowledge.ts';
import { comparisonAnswer } from '../src/core/views/comparison.ts';
import { namedChoices } from '../src/core/views/names.ts';

/** The parties' positions on one topic, side by side. */
export const compare = (catalogue: () => Catalogue, today: () => string) =>
  command({
    name: 'compare',
    options: {
      topic: choice(() => namedChoices(catalogue().knowledge.topics)),
      parties: optional(choices(() => namedChoices(catalogue().knowledge.parties))),
    },
    run(args, caller): Answer {
      const { knowledge } = caller.catalogue;
      const topic = knowledge.topic(args.topic) as Topic;
      const parties = args.parties?.flatMap((id) => knowledge.party(id) ?? []);
      return comparisonAnswer(topic, parties, { knowledge, caller, today: today() });
    },
  });
