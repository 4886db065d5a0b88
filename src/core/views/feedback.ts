import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { Entry } from '../knowledge.ts';

/** Under an answer, so that nobody has to look for one among too many. */
const mostButtons = 10;

/** The report button of an entry (by its id) or position (`party/topic`). */
export const reportButton = (key: string, { t }: Caller): Button => ({
  label: t('report-button'),
  call: { command: 'report', args: { entry: key } },
});

/**
 * The same answer with the ways to say whether it helped, or what is wrong with it, after its other buttons, of which
 * none is there twice.
 */
export function withFeedback(answer: Answer, { id }: Pick<Entry, 'id'>, caller: Caller): Answer {
  const vote = (label: string, vote: 'y' | 'n'): Button => ({
    label,
    call: { command: 'helpful', args: { entry: id, vote } },
  });
  const feedback = [vote('👍', 'y'), vote('👎', 'n'), reportButton(id, caller)];
  const others = distinct(answer.buttons ?? []).slice(0, mostButtons - feedback.length);
  return { ...answer, buttons: [...others, ...feedback] };
}

/** Without a second button for the same call. */
const distinct = (buttons: readonly Button[]): Button[] => [
  ...new Map(buttons.map((button) => [JSON.stringify('call' in button ? button.call : button.url), button])).values(),
];
