import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, command, optional } from '../src/core/command.ts';
import { heading, list, menu, paragraph, spans, strong } from '../src/core/document.ts';
import type { Topic } from '../src/core/knowledge.ts';
import { localized } from '../src/core/language.ts';
import { questionOf } from '../src/core/views/entry.ts';
import { namedChoices, nameOf } from '../src/core/views/names.ts';
import type { Viewing } from '../src/core/views/sourcing.ts';

/** Everything by topic: the way in for somebody who has no question yet. */
export const topics = (catalogue: () => Catalogue, today: () => string) =>
  command({
    name: 'topics',
    options: { topic: optional(choice(() => namedChoices(catalogue().knowledge.topics))) },
    run(args, caller): Answer {
      const { knowledge } = caller.catalogue;
      const viewing = { knowledge, caller, today: today() };
      const topic = args.topic === undefined ? undefined : knowledge.topic(args.topic);
      return topic ? oneTopic(topic, viewing) : allTopics(viewing);
    },
  });

function allTopics({ knowledge, caller }: Viewing): Answer {
  const described = (topic: Topic) => localized(topic.description, caller.language).value;
  return {
    document: [
      heading(2, caller.t('topics-title')),
      list(knowledge.topics.map((topic) => spans(strong(nameOf(topic, caller)), ` — ${described(topic)}`))),
    ],
    buttons: knowledge.topics.map((topic) => ({
      label: `${topic.emoji} ${nameOf(topic, caller)}`,
      call: { command: 'topics', args: { topic: topic.id } },
    })),
    call: { command: 'topics', args: {} },
  };
}

function oneTopic(topic: Topic, { knowledge, caller }: Viewing): Answer {
  const { t } = caller;
  const entries = knowledge.entries.filter((entry) => entry.topics.includes(topic.id));
  const names = { topic: nameOf(topic, caller) };
  return {
    document: [
      heading(2, `${topic.emoji} ${names.topic}`),
      paragraph(localized(topic.description, caller.language).value),
      menu(
        entries.map((entry) => ({
          label: questionOf(entry, caller),
          call: { command: 'faq', args: { question: entry.id } },
        })),
      ),
    ],
    buttons: [
      { label: t('compare-on', names), call: { command: 'compare', args: { topic: topic.id } } },
      { label: t('plans-on', names), call: { command: 'plans', args: { topic: topic.id } } },
      { label: t('all-topics'), call: { command: 'topics', args: {} } },
    ],
    call: { command: 'topics', args: { topic: topic.id } },
  };
}
