import type { Answer, Button } from '../src/core/answer.ts';
import { type Caller, command, optional, text } from '../src/core/command.ts';
import { heading, list, menu, note, paragraph } from '../src/core/document.ts';
import { UserError } from '../src/core/errors.ts';
import { type AskedQuestion, type GapFilling, type GapGroup, type Gaps, gapsKeptDays } from '../src/core/gaps.ts';
import { dateInWords } from '../src/core/views/dates.ts';
import { questionOf } from '../src/core/views/entry.ts';

/** Of a group, so many of its questions are shown. */
const mostShown = 10;

/** What members asked in vain, grouped by meaning, most asked first. */
export const gaps = (list: Gaps) =>
  command({
    name: 'gaps',
    audience: 'moderators',
    options: {},
    run: async (_, caller): Promise<Answer> => allGroups(await list.groups(caller), caller),
  });

/** One group of such questions, and what is done about it. */
export const gap = (gaps: Gaps, filling: GapFilling) =>
  command({
    name: 'gap',
    audience: 'moderators',
    unlisted: true,
    options: {
      group: optional(text({ maxLength: 8 })),
      act: optional(text({ maxLength: 10 })),
    },
    async run({ group: id, act }, caller): Promise<Answer> {
      const group = await gaps.group(caller, id ?? '');
      if (!group) return { document: [paragraph(caller.t('gap-gone'))], buttons: [back(caller)], confidential: true };
      const first = clearest(group);
      switch (act) {
        case undefined:
          return oneGroup(group, caller);
        case 'entry':
          return { ...(await filling.beginEntry(caller, first.question, first.language)), confidential: true };
        case 'alias': {
          if (!caller.catalogue.knowledge.entry(group.nearest)) throw new UserError('error-old-button');
          const answer = await filling.addAlias(caller, group.nearest, first.question, first.language);
          if (!answer.failed) await gaps.close(caller, group, 'alias');
          return { ...answer, confidential: true };
        }
        case 'dismiss':
          await gaps.close(caller, group, 'dismissed');
          return {
            document: [paragraph(caller.t('gap-dismissed', { question: first.question }))],
            buttons: [back(caller)],
            confidential: true,
          };
        default:
          throw new UserError('error-old-button');
      }
    },
  });

/** The question that stands for the group: one that was asked, rather than an entry’s own. */
const clearest = ({ questions }: GapGroup): AskedQuestion =>
  questions.find(({ outcome }) => outcome !== 'unhelpful') ?? (questions[0] as AskedQuestion);

const back = ({ t }: Caller): Button => ({ label: t('gaps-all'), call: { command: 'gaps', args: {} } });

function allGroups(groups: GapGroup[], caller: Caller): Answer {
  const { t, community } = caller;
  if (!community.settings.keepsQuestions) {
    return {
      document: [paragraph(t('gaps-off'))],
      buttons: [{ label: t('setting-questions'), call: { command: 'settings', args: { setting: 'questions' } } }],
      confidential: true,
    };
  }
  if (groups.length === 0) return { document: [paragraph(t('gaps-none'))], confidential: true };
  return {
    document: [
      heading(2, t('gaps-title')),
      note(t('gaps-note', { days: gapsKeptDays })),
      menu(
        groups.map((group) => ({
          label: t('gap-line', { question: clearest(group).question, count: group.count }),
          call: { command: 'gap', args: { group: group.id } },
        })),
      ),
    ],
    call: { command: 'gaps', args: {} },
    confidential: true,
  };
}

const outcomes: Record<AskedQuestion['outcome'], string> = {
  none: 'gap-outcome-none',
  unsure: 'gap-outcome-unsure',
  unhelpful: 'gap-outcome-unhelpful',
};

function oneGroup(group: GapGroup, caller: Caller): Answer {
  const { t, language, catalogue } = caller;
  const act = (label: string, act: string): Button => ({
    label,
    call: { command: 'gap', args: { group: group.id, act } },
  });
  const nearest = catalogue.knowledge.entry(group.nearest);
  const isNamed = group.questions.every(({ outcome }) => outcome === 'unhelpful');
  const shown = group.questions.slice(0, mostShown);
  const lastOn = group.questions.reduce((latest, one) => (one.lastOn > latest ? one.lastOn : latest), '');
  return {
    document: [
      heading(2, t('gap-title', { count: group.count })),
      list(
        shown.map(({ question, count, outcome }) => `${t('gap-line', { question, count })} — ${t(outcomes[outcome])}`),
      ),
      ...(group.questions.length > shown.length
        ? [note(t('gap-more', { count: group.questions.length - shown.length }))]
        : []),
      note(t('gap-last', { date: dateInWords(lastOn, language) })),
      ...(nearest ? [paragraph(t('gap-nearest', { question: questionOf(nearest, caller) }))] : []),
    ],
    buttons: [
      ...(isNamed ? [] : [act(t('gap-entry'), 'entry')]),
      ...(nearest && !isNamed ? [act(t('gap-alias', { question: questionOf(nearest, caller) }), 'alias')] : []),
      ...(nearest ? [{ label: t('back-to-answer'), call: { command: 'faq', args: { question: nearest.id } } }] : []),
      act(t('gap-dismiss'), 'dismiss'),
      back(caller),
    ],
    confidential: true,
  };
}
