import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import { divider, heading } from '../document.ts';
import type { Entry, Knowledge } from '../knowledge.ts';
import { localized } from '../language.ts';
import { onceEach } from '../once-each.ts';
import type { Translate } from '../texts.ts';
import { withFeedback } from './feedback.ts';
import { nameOf } from './names.ts';
import { caveats, sourcing, type Viewing } from './sourcing.ts';

type View = (entry: Entry, viewing: Viewing) => Answer;

/** An entry as its readers see it: question, answer, date, sources, and the ways on from there. */
export const entryAnswer: View = onceADay(composed);

/** The same with the ways to say whether it helped. */
export const ratedEntryAnswer: View = onceADay((entry, viewing) =>
  withFeedback(entryAnswer(entry, viewing), entry, viewing.caller),
);

/**
 * Most entries are asked for again: what is the same for all readers of a language is made once a day, and stays the
 * same object, so that a platform renders it once.
 */
function onceADay(make: View): View {
  const answersFrom = onceEach((_: Knowledge) =>
    onceEach((_: Translate) => new Map<Entry, { today: string; answer: Answer }>()),
  );
  return (entry, viewing) => {
    const { knowledge, caller, today } = viewing;
    const answers = answersFrom(knowledge)(caller.t);
    const known = answers.get(entry);
    if (known?.today === today) return known.answer;
    const answer = make(entry, viewing);
    answers.set(entry, { today, answer });
    return answer;
  };
}

function composed(entry: Entry, viewing: Viewing): Answer {
  const { knowledge, caller } = viewing;
  const { value: text, language } = localized(entry.text, caller.language);
  return {
    document: [
      heading(2, text.question),
      ...caveats(entry, language, viewing),
      ...text.lead,
      ...text.detail,
      divider,
      ...sourcing([entry], viewing),
    ],
    buttons: [...relatedButtons(entry, knowledge, caller), ...positionButtons(entry, knowledge, caller)],
    call: { command: 'faq', args: { question: entry.id } },
  };
}

/** The question of an entry in the caller's language. */
export const questionOf = (entry: Entry, caller: Caller): string =>
  localized(entry.text, caller.language).value.question;

function relatedButtons(entry: Entry, knowledge: Knowledge, caller: Caller): Button[] {
  return entry.related
    .flatMap((id) => knowledge.entry(id) ?? [])
    .slice(0, 4)
    .map((other) => ({
      label: questionOf(other, caller),
      call: { command: 'faq', args: { question: other.id } },
    }));
}

/** What the entry's parties say on its first topic on which any of them has a sourced position. */
function positionButtons(entry: Entry, knowledge: Knowledge, caller: Caller): Button[] {
  for (const topic of entry.topics) {
    const parties = entry.parties.filter((party) => knowledge.position(party, topic)).slice(0, 4);
    if (parties.length === 0) continue;
    return parties.map((party) => ({
      label: caller.t('position-of', {
        party: nameOf(knowledge.party(party), caller),
        topic: nameOf(knowledge.topic(topic), caller),
      }),
      call: { command: 'position', args: { party, topic } },
    }));
  }
  return [];
}
