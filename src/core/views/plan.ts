import type { Answer } from '../answer.ts';
import { type Document, divider, heading, list, spans, strong } from '../document.ts';
import type { Attitude, Plan } from '../knowledge.ts';
import { localized } from '../language.ts';
import { nameOf } from './names.ts';
import { caveats, sourcing, type Viewing } from './sourcing.ts';

/** One plan: what it says on each topic, who backs it and who rejects it, and why. */
export function planAnswer(plan: Plan, viewing: Viewing): Answer {
  const { knowledge, caller } = viewing;
  const { value: text, language } = localized(plan.text, caller.language);
  const terms = knowledge.topics.flatMap((topic): Document => {
    const term = text.terms.get(topic.id);
    return term ? [heading(3, nameOf(topic, caller)), ...term] : [];
  });
  return {
    document: [
      heading(2, text.name),
      ...caveats(plan, language, viewing),
      ...text.summary,
      ...terms,
      ...attitudes(caller.t('plan-backed-by'), text.backedBy, viewing),
      ...attitudes(caller.t('plan-rejected-by'), text.rejectedBy, viewing),
      divider,
      ...sourcing([plan], viewing),
    ],
    buttons: [{ label: caller.t('all-plans'), call: { command: 'plans', args: {} } }],
    call: { command: 'plans', args: { plan: plan.id } },
  };
}

export const planName = (plan: Plan, { caller }: Viewing): string => localized(plan.text, caller.language).value.name;

function attitudes(title: string, all: Attitude[], { knowledge, caller }: Viewing): Document {
  const items = all.map(({ party, why }) => spans(strong(nameOf(knowledge.party(party), caller)), ` — ${why}`));
  return items.length > 0 ? [heading(3, title), list(items)] : [];
}
