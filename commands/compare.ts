import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, choices, command, optional } from '../src/core/command.ts';
import type { Pictures } from '../src/core/figure.ts';
import type { Topic } from '../src/core/knowledge.ts';
import { presentation, presentationFor } from '../src/core/presentation.ts';
import { comparisonAnswer } from '../src/core/views/comparison.ts';
import { comparisonFigure, stanceFoot } from '../src/core/views/figures.ts';
import { namedChoices } from '../src/core/views/names.ts';
import { inEitherWay } from '../src/core/views/pictured.ts';

/** The parties' positions on one topic, side by side. */
export const compare = (catalogue: () => Catalogue, today: () => string, pictures: Pictures) =>
  command({
    name: 'compare',
    options: {
      topic: choice(() => namedChoices(catalogue().knowledge.topics)),
      parties: optional(choices(() => namedChoices(catalogue().knowledge.parties))),
      as: presentation(),
    },
    async run(args, caller): Promise<Answer> {
      const { knowledge } = caller.catalogue;
      const topic = knowledge.topic(args.topic) as Topic;
      const parties = args.parties?.flatMap((id) => knowledge.party(id) ?? []);
      const viewing = { knowledge, caller, today: today() };
      const shown = parties ?? knowledge.parties;
      const positions = shown.flatMap((party) => knowledge.position(party.id, topic.id) ?? []);
      return await inEitherWay(
        comparisonAnswer(topic, parties, viewing, args.as),
        () => ({
          figures: [comparisonFigure(topic, shown, viewing)],
          name: `compare-${topic.id}`,
          below: stanceFoot(positions, viewing),
        }),
        presentationFor(args.as, caller),
        { pictures, caller },
      );
    },
  });
