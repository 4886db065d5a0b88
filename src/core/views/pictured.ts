import type { Answer, Button, Call } from '../answer.ts';
import type { Caller } from '../command.ts';
import { type Document, heading } from '../document.ts';
import type { Figure, Pictures } from '../figure.ts';
import { figureInWords } from '../figure-words.ts';
import type { Presentation } from '../presentation.ts';

/** What an answer looks like as a picture. */
export interface Pictured {
  /** One below the other, under the title of the first. */
  figures: readonly Figure[];
  /** Of the files, without number and ending: letters and hyphens. */
  name: string;
  /** What is said below the picture: whose words these are, and the sources. */
  below: Document;
}

/**
 * An answer as a picture or in words, each with the way to the other. Where no picture can be drawn, or shown, it is given
 * in words. `shown` is made only where it is needed.
 */
export async function inEitherWay(
  words: Answer & { call: Call },
  shown: () => Pictured,
  wanted: Presentation,
  { pictures, caller }: { pictures: Pictures; caller: Caller },
): Promise<Answer> {
  if (caller.pictures === 'never') return words;
  const other = (label: string, as: Presentation): Button => ({ label: caller.t(label), call: asked(words.call, as) });
  if (wanted === 'words') return withButton(words, other('as-picture', 'picture'));
  const { figures, name, below } = shown();
  // The fault is logged by who draws; it costs nobody the answer.
  const drawn = await drawAll(figures, name, pictures).catch(() => undefined);
  if (!drawn) return words;
  const answer: Answer = {
    document: [heading(2, figures[0]?.title ?? ''), ...drawn, ...below],
    buttons: words.buttons ?? [],
    call: asked(words.call, 'picture'),
  };
  return withButton(answer, other('in-words', 'words'));
}

const drawAll = (figures: readonly Figure[], name: string, pictures: Pictures): Promise<Document> =>
  Promise.all(
    figures.map(async (figure, i) => {
      const number = figures.length > 1 ? `-${i + 1}` : '';
      const picture = await pictures.draw(figure, `${name}${number}.png`);
      return { kind: 'picture' as const, picture, alt: figureInWords(figure) };
    }),
  );

const asked = (call: Call, as: Presentation): Call => ({ ...call, args: { ...call.args, as } });

const withButton = (answer: Answer, button: Button): Answer => ({
  ...answer,
  buttons: [button, ...(answer.buttons ?? [])],
});
