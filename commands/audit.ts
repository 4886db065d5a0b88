import type { Answer } from '../src/core/answer.ts';
import type { Audit } from '../src/core/audit.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { type Document, heading, list, paragraph } from '../src/core/document.ts';
import { deedInWords } from '../src/core/views/deed.ts';
import { entryOption } from '../src/core/views/entry-option.ts';

/** What a community's moderators have done, the latest first. */
export const audit = (log: Audit) =>
  command({
    name: 'audit',
    audience: 'moderators',
    options: { entry: optional(entryOption()) },
    run: ({ entry }, caller) => stretch(caller, log, subjectNamed(entry, caller)),
  });

/** A later stretch of the same. */
export const deeds = (log: Audit) =>
  command({
    name: 'deeds',
    audience: 'moderators',
    unlisted: true,
    options: {
      before: optional(text({ maxLength: 15 })),
      entry: optional(text({ maxLength: 300 })),
    },
    run({ before, entry }, caller) {
      const number = before !== undefined && /^\d+$/u.test(before) ? Number(before) : undefined;
      return stretch(caller, log, entry, number);
    },
  });

/** Whoever names an entry means its id; what is no longer served goes by the id alone. */
const subjectNamed = (typed: string | undefined, { catalogue }: Caller): string | undefined =>
  typed === undefined ? undefined : (catalogue.knowledge.entryNamed(typed)?.id ?? typed);

async function stretch(caller: Caller, log: Audit, subject?: string, from?: number): Promise<Answer> {
  const { t, community } = caller;
  const { deeds: found, before } = await log.page(caller, { subject, before: from });
  const zone = community.settings.timeZone;
  const lines: Document =
    found.length > 0 ? [list(found.map((deed) => deedInWords(deed, zone, caller)))] : [paragraph(t('audit-none'))];
  const on = { ...(subject === undefined ? {} : { entry: subject }) };
  return {
    document: [heading(2, t('audit-title', { zone })), ...lines],
    buttons:
      before === undefined
        ? []
        : [{ label: t('audit-older'), call: { command: 'deeds', args: { before: String(before), ...on } } }],
    call:
      from === undefined ? { command: 'audit', args: on } : { command: 'deeds', args: { before: String(from), ...on } },
    confidential: true,
  };
}
