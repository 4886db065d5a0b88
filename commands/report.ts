import type { Answer } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { longestReport, type Reported, type Reports } from '../src/core/reports.ts';
import { entryOption } from '../src/core/views/entry-option.ts';
import { reportedBy, reportedTitle } from '../src/core/views/reported.ts';

/** A member says what is wrong with an entry or position; the moderators see it in their queue. */
export function report(reports: Reports) {
  async function sent(reported: Reported, what: string, caller: Caller): Promise<Answer> {
    await reports.add(caller, reported, what);
    const title = reportedTitle(reported, caller.catalogue, caller);
    return {
      document: [paragraph(caller.t('report-sent', { title })), note(caller.t('report-sent-then'))],
      private: true,
    };
  }
  return command({
    name: 'report',
    options: {
      entry: entryOption(),
      what: optional(text({ maxLength: longestReport })),
    },
    async run({ entry, what }, caller): Promise<Answer> {
      const reported = meant(entry, caller);
      return what === undefined ? whatForm(reported, caller) : await sent(reported, what, caller);
    },
    submit: ({ entry }, values, caller) => sent(meant(entry, caller), values.what ?? '', caller),
  });
}

function meant(typed: string, caller: Caller): Reported {
  const found = reportedBy(typed, caller);
  if (!found) throw new UserError('error-no-entry', { typed: typed.slice(0, 80) });
  return found;
}

function whatForm(reported: Reported, caller: Caller): Answer {
  const { t } = caller;
  return {
    document: [paragraph(t('report-what', { title: reportedTitle(reported, caller.catalogue, caller) }))],
    form: {
      title: t('report-title'),
      fields: [
        {
          kind: 'text',
          lines: 'many',
          name: 'what',
          label: t('report-field'),
          hint: t('report-hint'),
          required: true,
          value: '',
          maxLength: longestReport,
        },
      ],
      submit: { command: 'report', args: { entry: reported.key } },
    },
    private: true,
  };
}
