import type { Answer } from '../src/core/answer.ts';
import type { Hit } from '../src/core/catalogue.ts';
import { type Caller, command, optional } from '../src/core/command.ts';
import { heading, menu, note, paragraph } from '../src/core/document.ts';
import { findEntry } from '../src/core/find-entry.ts';
import type { QuestionLog } from '../src/core/gaps.ts';
import type { Tallies } from '../src/core/stats.ts';
import { askedPosition, wayToPosition } from '../src/core/views/asked-position.ts';
import { entryAnswer, questionOf, ratedEntryAnswer } from '../src/core/views/entry.ts';
import { entryOption } from '../src/core/views/entry-option.ts';
import { withFeedback } from '../src/core/views/feedback.ts';

/** Answers a question in the asker's own words; with nothing asked, shows all that can be asked. */
export const faq = (today: () => string, questionLog: QuestionLog, tallies: Tallies) =>
  command({
    name: 'faq',
    options: {
      question: optional(entryOption()),
    },
    messageMenu: 'question',
    run({ question }, caller, page): Answer {
      const { knowledge } = caller.catalogue;
      const viewing = { knowledge, caller, today: today() };
      if (question === undefined) return everything(caller);

      const finding = findEntry(caller.catalogue, question, caller.language);
      const found = finding.answer && knowledge.entry(finding.answer.id);
      if (found) {
        // Buttons, lists and suggestions name the entry by its id; whoever turns its pages has seen it already.
        if (question !== found.id) tallies.asked(caller, 'answered', found.id);
        else if (page === 1) tallies.shown(caller, found.id);
        const way = wayToPosition(finding.mentions, viewing);
        if (way.length === 0) return ratedEntryAnswer(found, viewing);
        const answer = entryAnswer(found, viewing);
        return withFeedback({ ...answer, buttons: [...way, ...(answer.buttons ?? [])] }, found, caller);
      }
      const position = askedPosition(finding.mentions, viewing);
      if (position) {
        tallies.asked(caller, 'answered');
        return position;
      }

      questionLog.asked(caller, question, finding);
      tallies.asked(caller, finding.outcome === 'unsure' ? 'unsure' : 'none');
      const nearest = finding.alternatives.flatMap((hit) => menuItem(hit, caller));
      return {
        document:
          finding.outcome === 'unsure'
            ? [paragraph(caller.t('did-you-mean')), menu(nearest)]
            : [
                paragraph(caller.t('no-answer')),
                ...(nearest.length > 0 ? [note(caller.t('nearest')), menu(nearest)] : []),
              ],
        buttons: [{ label: caller.t('browse'), call: { command: 'topics', args: {} } }],
      };
    },
  });

function everything(caller: Caller): Answer {
  const { knowledge } = caller.catalogue;
  return {
    document: [
      heading(2, caller.t('faq-title')),
      note(caller.t('faq-hint')),
      menu(knowledge.entries.flatMap((entry) => menuItem(entry, caller))),
    ],
    call: { command: 'faq', args: {} },
  };
}

function menuItem({ id }: Pick<Hit, 'id'>, caller: Caller) {
  const entry = caller.catalogue.knowledge.entry(id);
  return entry ? [{ label: questionOf(entry, caller), call: { command: 'faq', args: { question: id } } }] : [];
}
