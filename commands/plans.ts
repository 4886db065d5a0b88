import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { type Choice, choice, command, optional } from '../src/core/command.ts';
import { type Document, divider, heading, menu, note, paragraph, strong } from '../src/core/document.ts';
import type { Plan, Topic } from '../src/core/knowledge.ts';
import { localized } from '../src/core/language.ts';
import { namedChoices, nameOf } from '../src/core/views/names.ts';
import { planAnswer, planName } from '../src/core/views/plan.ts';
import { sourcing, type Viewing } from '../src/core/views/sourcing.ts';

/** The peace plans: all in short, one in full, or what each says on one topic. */
export const plans = (catalogue: () => Catalogue, today: () => string) =>
  command({
    name: 'plans',
    options: {
      plan: optional(choice(() => catalogue().knowledge.plans.map(planChoice))),
      topic: optional(choice(() => namedChoices(catalogue().knowledge.topics))),
    },
    run(args, caller): Answer {
      const { knowledge } = caller.catalogue;
      const viewing = { knowledge, caller, today: today() };
      const plan = args.plan === undefined ? undefined : knowledge.plan(args.plan);
      const topic = args.topic === undefined ? undefined : knowledge.topic(args.topic);
      if (topic) return onTopic(topic, plan ? [plan] : knowledge.plans, viewing);
      return plan ? planAnswer(plan, viewing) : overview(viewing);
    },
  });

function planChoice(plan: Plan): Choice {
  const texts = Object.values(plan.text).flatMap((text) => text ?? []);
  const { en, uk, ru } = plan.text;
  return {
    value: plan.id,
    name: { en: en.name, uk: uk?.name, ru: ru?.name },
    aliases: texts.flatMap((text) => text.aliases),
  };
}

const choose = (viewing: Viewing): Document => [
  note(viewing.caller.t('choose-plan')),
  menu(
    viewing.knowledge.plans.map((plan) => ({
      label: planName(plan, viewing),
      call: { command: 'plans', args: { plan: plan.id } },
    })),
  ),
];

function overview(viewing: Viewing): Answer {
  const { knowledge, caller } = viewing;
  return {
    document: [
      heading(2, caller.t('plans-title')),
      ...knowledge.plans.flatMap(
        (plan): Document => [
          heading(3, planName(plan, viewing)),
          ...localized(plan.text, caller.language).value.summary,
        ],
      ),
      ...choose(viewing),
      divider,
      ...sourcing(knowledge.plans, viewing),
    ],
    call: { command: 'plans', args: {} },
  };
}

/** Plans that say nothing on the topic are named too. */
function onTopic(topic: Topic, all: Plan[], viewing: Viewing): Answer {
  const { caller } = viewing;
  const silent = all.filter((plan) => !localized(plan.text, caller.language).value.terms.has(topic.id));
  const speaking = all.filter((plan) => !silent.includes(plan));
  return {
    document: [
      heading(2, caller.t('plans-on', { topic: nameOf(topic, caller) })),
      ...speaking.flatMap(
        (plan): Document => [
          heading(3, planName(plan, viewing)),
          ...(localized(plan.text, caller.language).value.terms.get(topic.id) ?? []),
        ],
      ),
      ...silent.map((plan) => paragraph(strong(planName(plan, viewing)), ` — ${caller.t('plan-silent')}`)),
      ...choose(viewing),
      divider,
      ...sourcing(all, viewing),
    ],
    buttons: [
      {
        label: caller.t('compare-on', { topic: nameOf(topic, caller) }),
        call: { command: 'compare', args: { topic: topic.id } },
      },
    ],
    call: { command: 'plans', args: { ...(all.length === 1 && all[0] && { plan: all[0].id }), topic: topic.id } },
  };
}
