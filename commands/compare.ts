import type { Answer } from '../src/core/answer.ts';
import type { Catalogue } from '../src/core/catalogue.ts';
import { choice, choices, command, optional } from '../src/core/command.ts';
import { type Block, divider, heading, note, spans, strong } from '../src/core/document.ts';
import type { Party, Topic } from '../src/core/knowledge.ts';
import { localized } from '../src/core/language.ts';
import { namedChoices, nameOf } from '../src/core/views/names.ts';
import { positionSections, stanceOf } from '../src/core/views/position.ts';
import { caveats, sourcing } from '../src/core/views/sourcing.ts';

/** The parties' positions on one topic, side by side; a party without a sourced one is shown as having none. */
export const compare = (catalogue: () => Catalogue, today: () => string) =>
  command({
    name: 'compare',
    options: {
      topic: choice(() => namedChoices(catalogue().knowledge.topics)),
      parties: optional(choices(() => namedChoices(catalogue().knowledge.parties))),
    },
    run(args, caller): Answer {
      const { knowledge } = catalogue();
      const { t } = caller;
      const viewing = { knowledge, caller, today: today() };
      const topic = knowledge.topic(args.topic) as Topic;
      const parties = args.parties?.map((id) => knowledge.party(id) as Party) ?? knowledge.parties;
      const positions = parties.map((party) => knowledge.position(party.id, topic.id));
      const sourced = positions.flatMap((one) => one ?? []);

      const sections = sourced.map(
        (one): Block => ({
          kind: 'details',
          summary: spans(
            strong(nameOf(knowledge.party(one.party), caller)),
            `: ${localized(one.text, caller.language).value.stance}`,
          ),
          blocks: [
            ...caveats(one, localized(one.text, caller.language).language, viewing),
            ...positionSections(one, viewing),
          ],
        }),
      );
      return {
        document: [
          heading(2, t('compare-on', { topic: nameOf(topic, caller) })),
          {
            kind: 'table',
            header: [spans(t('party')), spans(t('stance'))],
            rows: parties.map((party, i) => [
              spans(strong(nameOf(party, caller))),
              spans(stanceOf(positions[i], viewing)),
            ]),
          },
          note(t('compare-attributed')),
          ...sections,
          divider,
          ...(sourced.length > 0 ? sourcing(sourced, viewing) : []),
        ],
        buttons: knowledge.topics
          .filter((other) => other.id !== topic.id)
          .map((other) => ({
            label: `${other.emoji} ${nameOf(other, caller)}`,
            call: {
              command: 'compare',
              args: { ...(args.parties && { parties: args.parties.join(',') }), topic: other.id },
            },
          })),
        call: {
          command: 'compare',
          args: { topic: topic.id, ...(args.parties && { parties: args.parties.join(',') }) },
        },
      };
    },
  });
