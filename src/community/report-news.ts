import { isSamePerson } from '../core/community.ts';
import { note, paragraph } from '../core/document.ts';
import type { Messenger } from '../core/messenger.ts';
import { reportedCall, reportedTitle } from '../core/views/reported.ts';
import type { ReportsParts } from './reports.ts';

/** What people hear about reports: their author how it ended, the moderators' log channel that there is one. */
export function reportNews(messenger: Messenger): Pick<ReportsParts, 'tellReporter' | 'announce'> {
  return {
    async tellReporter(report, outcome, comment, { catalogue, community }) {
      const { by } = report;
      // Who wrote in a chat's name would be told in front of everybody there.
      if (!by || community.chats.some((chat) => isSamePerson(chat, by))) return false;
      return await messenger.tell(by, (reader) => {
        const { t } = reader;
        const title = reportedTitle(report, catalogue, reader);
        const said = outcome === 'mended' ? 'report-outcome-mended' : 'report-outcome-fine';
        return {
          document: [
            paragraph(t(said, { title })),
            ...(comment ? [{ kind: 'quote' as const, paragraphs: [[{ kind: 'text' as const, text: comment }]] }] : []),
            note(t('report-outcome-thanks')),
          ],
          buttons: [{ label: t('report-see'), call: reportedCall(report) }],
        };
      });
    },
    async announce({ community, catalogue }, report) {
      const { logChat, language } = community.settings;
      if (!logChat) return;
      await messenger.post(
        logChat,
        (reader) => ({
          document: [paragraph(reader.t('report-news', { title: reportedTitle(report, catalogue, reader) }))],
        }),
        language,
      );
    },
  };
}
