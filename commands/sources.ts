import type { Answer } from '../src/core/answer.ts';
import { type Caller, command } from '../src/core/command.ts';
import { type Document, heading, list, note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { findEntry } from '../src/core/find-entry.ts';
import type { Source } from '../src/core/knowledge.ts';
import { dateInWords } from '../src/core/views/dates.ts';
import { questionOf } from '../src/core/views/entry.ts';
import { entryOption } from '../src/core/views/entry-option.ts';
import { citation } from '../src/core/views/sourcing.ts';

/** What an answer rests on, in full: who made each source, when, and when it was read. */
export const sources = () =>
  command({
    name: 'sources',
    options: {
      entry: entryOption(),
    },
    run(args, caller): Answer {
      const { knowledge } = caller.catalogue;
      const found = findEntry(caller.catalogue, args.entry, caller.language).answer;
      const entry = found && knowledge.entry(found.id);
      if (!entry) throw new UserError('error-no-entry', { typed: args.entry.slice(0, 80) });
      return {
        document: [
          heading(2, caller.t('sources-of')),
          paragraph(questionOf(entry, caller)),
          ...entry.sources.flatMap((id) => knowledge.source(id) ?? []).flatMap((one) => card(one, caller)),
        ],
        buttons: [{ label: caller.t('back-to-answer'), call: { command: 'faq', args: { question: entry.id } } }],
        call: { command: 'sources', args: { entry: entry.id } },
      };
    },
  });

function card(source: Source, caller: Caller): Document {
  const { t, language } = caller;
  const or = (maker: string) => (maker === 'unknown' ? t('not-given') : maker);
  return [
    paragraph(citation(source, caller)),
    list([
      `${t('source-author')}: ${or(source.author)}`,
      `${t('source-publisher')}: ${or(source.publisher)}`,
      `${t('source-collected')}: ${dateInWords(source.collected, language)}`,
      ...(source.url ? [] : [t('source-no-link')]),
    ]),
    ...(source.note ? [note(source.note)] : []),
  ];
}
