import type { Answer } from '../src/core/answer.ts';
import { command } from '../src/core/command.ts';
import type { Pictures } from '../src/core/figure.ts';
import { presentation, presentationFor } from '../src/core/presentation.ts';
import { matrixFigures, stanceFoot } from '../src/core/views/figures.ts';
import { positionsAnswer } from '../src/core/views/matrix.ts';
import { inEitherWay } from '../src/core/views/pictured.ts';

/** In one picture of several: a client makes a taller one smaller, until it can't be read. Telegram takes one a message. */
const mostTopics = 4;

/** Where every party stands on every topic. */
export const positions = (today: () => string, pictures: Pictures) =>
  command({
    name: 'positions',
    options: { as: presentation() },
    async run(args, caller): Promise<Answer> {
      const { knowledge } = caller.catalogue;
      const viewing = { knowledge, caller, today: today() };
      return await inEitherWay(
        positionsAnswer(viewing),
        () => ({
          figures: matrixFigures(viewing, caller.pictures === 'first' ? mostTopics : undefined),
          name: 'positions',
          below: stanceFoot(knowledge.positions, viewing),
        }),
        presentationFor(args.as, caller),
        { pictures, caller },
      );
    },
  });
