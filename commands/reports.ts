import type { Answer, Button } from '../src/core/answer.ts';
import { type Caller, type Choice, command, optional, text } from '../src/core/command.ts';
import { heading, menu, note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { languages } from '../src/core/language.ts';
import {
  longestComment,
  type OpenReport,
  type ReportOutcome,
  type Reports,
  reportOutcomes,
} from '../src/core/reports.ts';
import type { Texts } from '../src/core/texts.ts';
import { instantInWords } from '../src/core/views/instants.ts';
import { reportedCall, reportedTitle } from '../src/core/views/reported.ts';

const outcomeTexts: Record<ReportOutcome, string> = { mended: 'report-mended', fine: 'report-fine' };

/** In characters: an id in a button. */
const longestId = 40;

/** The moderators' queue of reports, or one of them. */
export const reports = (queue: Reports) =>
  command({
    name: 'reports',
    audience: 'moderators',
    unlisted: true,
    options: { report: optional(text({ maxLength: longestId })) },
    async run({ report: id }, caller): Promise<Answer> {
      const open = await queue.open(caller);
      if (id === undefined) return list(open, caller);
      const found = open.find((one) => one.id === id);
      return found ? one(found, caller) : settledAlready(caller);
    },
  });

/** Settles a report with an outcome, or asks in a form for one with a word to the reporter. */
export const settle = (queue: Reports, texts: Texts) =>
  command({
    name: 'settle',
    audience: 'moderators',
    unlisted: true,
    options: {
      report: optional(text({ maxLength: longestId })),
      outcome: optional(text({ maxLength: 10 })),
    },
    async run({ report, outcome }, caller): Promise<Answer> {
      if (report === undefined) throw new UserError('error-old-button');
      return outcome === undefined
        ? commentForm(report, caller, texts)
        : await settled(report, outcomeNamed(outcome), '', caller, queue);
    },
    async submit({ report }, { outcome = '', comment = '' }, caller): Promise<Answer> {
      if (report === undefined) throw new UserError('error-old-button');
      const short = [...comment].slice(0, longestComment).join('');
      return await settled(report, outcomeNamed(outcome), short, caller, queue);
    },
  });

const listCall = { command: 'reports', args: {} };

function list(open: OpenReport[], caller: Caller): Answer {
  const { t, catalogue } = caller;
  if (open.length === 0) return { document: [paragraph(t('reports-none'))], confidential: true };
  return {
    document: [
      heading(2, t('reports-title', { count: open.length })),
      menu(
        open.map((report) => ({
          label: `${reportedTitle(report, catalogue, caller)} — ${shorten(report.text)}`,
          call: { command: 'reports', args: { report: report.id } },
        })),
      ),
    ],
    call: listCall,
    confidential: true,
  };
}

function one(report: OpenReport, caller: Caller): Answer {
  const { t, catalogue, community, language } = caller;
  const settleWith = (outcome?: ReportOutcome): Button => ({
    label: t(outcome ? outcomeTexts[outcome] : 'report-comment'),
    call: { command: 'settle', args: { report: report.id, ...(outcome && { outcome }) } },
  });
  return {
    document: [
      heading(2, reportedTitle(report, catalogue, caller)),
      note(t('report-at', { date: instantInWords(report.at, community.settings.timeZone, language) })),
      { kind: 'quote', paragraphs: report.text.split('\n').map((line) => [{ kind: 'text', text: line }]) },
    ],
    buttons: [
      { label: t('report-see'), call: reportedCall(report) },
      ...reportOutcomes.map((outcome) => settleWith(outcome)),
      settleWith(),
      { label: t('reports-all'), call: listCall },
    ],
    confidential: true,
  };
}

function commentForm(report: string, { t }: Caller, texts: Texts): Answer {
  return {
    document: [paragraph(t('report-comment-what'))],
    form: {
      title: t('report-comment-title'),
      fields: [
        {
          kind: 'choice',
          name: 'outcome',
          label: t('report-outcome'),
          required: true,
          value: 'mended',
          choices: reportOutcomes.map((outcome) => outcomeChoice(outcome, texts)),
        },
        {
          kind: 'text',
          lines: 'many',
          name: 'comment',
          label: t('report-comment-field'),
          required: false,
          value: '',
          maxLength: longestComment,
        },
      ],
      submit: { command: 'settle', args: { report } },
    },
    confidential: true,
  };
}

function outcomeChoice(outcome: ReportOutcome, texts: Texts): Choice {
  const [en = outcome, uk, ru] = languages.map((language) => texts.in(language)(outcomeTexts[outcome]));
  return { value: outcome, name: { en, uk, ru }, aliases: [] };
}

async function settled(
  id: string,
  outcome: ReportOutcome,
  comment: string,
  caller: Caller,
  queue: Reports,
): Promise<Answer> {
  const { t } = caller;
  const found = await queue.settle(caller, id, outcome, comment);
  if (!found) return settledAlready(caller);
  return {
    document: [paragraph(t('report-settled')), note(t(found.told ? 'report-told' : 'report-not-told'))],
    buttons: [{ label: t('reports-all'), call: listCall }],
    confidential: true,
  };
}

const settledAlready = ({ t }: Caller): Answer => ({
  document: [paragraph(t('report-gone'))],
  buttons: [{ label: t('reports-all'), call: listCall }],
  confidential: true,
});

function outcomeNamed(typed: string): ReportOutcome {
  const found = reportOutcomes.find((one) => one === typed);
  if (!found) throw new UserError('error-old-button');
  return found;
}

const shorten = (text: string): string => {
  const signs = [...text.replace(/\s+/gu, ' ')];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : signs.join('');
};
