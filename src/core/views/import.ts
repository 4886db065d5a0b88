import type { Answer, Button } from '../answer.ts';
import type { Caller } from '../command.ts';
import type { FieldDifference } from '../difference.ts';
import {
  type Document,
  documentText,
  heading,
  list,
  type MenuItem,
  menu,
  note,
  paragraph,
  type Span,
  spans,
  strong,
} from '../document.ts';
import { languageNames } from '../language-names.ts';
import type { Translate } from '../texts.ts';
import type {
  ImportEffect,
  ImportLine,
  ImportOutcome,
  ImportProblem,
  OpenImport,
  Staged,
  WaitingImport,
} from '../transfer.ts';
import { differenceBlocks } from './difference.ts';
import { fieldLabel } from './writing-form.ts';

/** What became of a file that was sent, or of an import that was compared again. */
export function stagedAnswer(staged: Staged, caller: Caller): Answer {
  if (staged.kind === 'staged') return importAnswer(staged.open, caller);
  if (staged.kind === 'problems') return problemsAnswer(staged.problems, caller);
  return {
    document: [paragraph(caller.t('import-nothing', { count: staged.unchanged }))],
    confidential: true,
  };
}

/** What an import would do now, text by text; while others have changed some of them, which ones. */
export function importAnswer(open: OpenImport, caller: Caller): Answer {
  const { t } = caller;
  const isStale = open.stale.length > 0;
  return {
    document: [
      heading(2, t('import-of', { file: open.file })),
      ...(open.isMine ? [] : [note(t('import-by', { name: open.by.name }))]),
      ...(isStale ? staleBlocks(open, t) : effectBlocks(open, t)),
      ...(open.unchanged > 0 ? [note(t('import-unchanged', { count: open.unchanged }))] : []),
      ...(open.isMine && open.needsReview && open.state === 'review' ? [note(t('import-waits'))] : []),
    ],
    buttons: buttonsOf(open, isStale, t),
    call: importCall(open.id),
    confidential: true,
  };
}

/** What one text of an import would change, word by word. */
export function importedAnswer(
  id: string,
  { line, difference }: { line: ImportLine; difference: FieldDifference[] },
  { t }: Caller,
): Answer {
  return {
    document: [heading(2, line.title), note(t(effects[line.does].one)), ...differenceBlocks(difference, t)],
    buttons: [{ label: t('import-back'), call: importCall(id) }],
    confidential: true,
  };
}

export function importOutcome(outcome: ImportOutcome, caller: Caller): Answer {
  const { t } = caller;
  switch (outcome.kind) {
    case 'stale':
      return { ...importAnswer(outcome.open, caller), failed: true };
    case 'problems':
      return {
        ...problemsAnswer(outcome.problems, caller),
        buttons: [{ label: t('draft-discard'), call: importCall(outcome.id, 'discard') }],
      };
    case 'done':
      return {
        document: [paragraph(t('import-done')), list(countLines(outcome.counts, t))],
        buttons: [{ label: t('list-own'), call: { command: 'entry list', args: {} } }],
        confidential: true,
      };
  }
}

/** Imports that wait for a moderator, to be chosen; nothing where there are none. */
export function waitingImports(waiting: readonly WaitingImport[], { t }: Caller): Document {
  if (waiting.length === 0) return [];
  const items = waiting.map(({ id, file, by, isMine, count }): MenuItem => {
    const label = isMine ? t('import-line-own', { file, count }) : t('import-line', { file, count, name: by.name });
    return { label, call: importCall(id) };
  });
  return [heading(3, t('import-review')), menu(items)];
}

const importCall = (id: string, act?: string) => ({ command: 'imported', args: { id, ...(act && { act }) } });

const effects: Record<ImportEffect, { title: string; count: string; one: string }> = {
  add: { title: 'import-adds', count: 'import-added', one: 'import-is-new' },
  change: { title: 'import-changes', count: 'import-changed', one: 'import-is-changed' },
  restore: { title: 'import-restores', count: 'import-restored', one: 'import-is-restored' },
};
const inOrder = ['add', 'change', 'restore'] as const;

const countLines = (counts: Record<ImportEffect, number>, t: Translate): string[] =>
  inOrder.flatMap((does) => (counts[does] > 0 ? [t(effects[does].count, { count: counts[does] })] : []));

function effectBlocks({ id, lines }: OpenImport, t: Translate): Document {
  const items = lines.map((line, i) => ({ ...line, call: { command: 'imported', args: { id, item: String(i + 1) } } }));
  const sections = inOrder.map((does) => items.filter((one) => one.does === does));
  let start = 1;
  return sections.flatMap((some, i): Document => {
    if (some.length === 0) return [];
    const section: Document = [
      heading(3, `${t(effects[inOrder[i] as ImportEffect].title)} (${some.length})`),
      { ...menu(some.map((one) => ({ label: labelOf(one, t), call: one.call }))), start } as Document[number],
    ];
    start += some.length;
    return section;
  });
}

const labelOf = ({ title, fields }: ImportLine, t: Translate): string =>
  fields.length > 0 ? `${title} — ${fields.map((field) => fieldLabel(field, t)).join(', ')}` : title;

const staleBlocks = ({ stale }: OpenImport, t: Translate): Document => [
  paragraph(strong(t('import-stale'))),
  list(stale.map(({ title }) => title)),
  paragraph(t('import-stale-then')),
];

function buttonsOf({ id, isMine, needsReview, state }: OpenImport, isStale: boolean, t: Translate): Button[] {
  const button = (key: string, act: string): Button => ({ label: t(key), call: importCall(id, act) });
  const mayApply = !isMine || !needsReview;
  const going = isStale
    ? [button('import-again', 'again')]
    : mayApply
      ? [button(isMine ? 'import-apply' : 'import-approve', 'apply')]
      : state === 'open'
        ? [button('draft-send', 'submit')]
        : [];
  return [...going, button(isMine ? 'draft-discard' : 'draft-reject', 'discard')];
}

/** In characters: as much as one message of any platform holds. */
const mostShown = 2500;

/** Everything that is wrong at once: the first of it to be read here, and all of it as a file where that is more. */
function problemsAnswer(problems: readonly ImportProblem[], { t }: Caller): Answer {
  const lines = problems.map((problem) => problemSpans(problem, t));
  const texts = lines.map((line) => documentText([paragraph(line)]));
  let length = 0;
  const shown = lines.filter((_, i) => {
    length += texts[i]?.length ?? 0;
    return i === 0 || length <= mostShown;
  });
  const isMore = shown.length < lines.length;
  return {
    document: [
      heading(2, t('import-problems', { count: problems.length })),
      list(shown),
      ...(isMore ? [note(t('import-problems-more', { count: lines.length - shown.length }))] : []),
      paragraph(t('import-problems-then')),
    ],
    ...(isMore && { files: [{ name: 'problems.txt', bytes: new TextEncoder().encode(`${texts.join('\n')}\n`) }] }),
    confidential: true,
    failed: true,
  };
}

function problemSpans(problem: ImportProblem, t: Translate): Span[] {
  const { file } = problem;
  if ('line' in problem) return spans(strong(`${file}:${problem.line}`), ` — ${problem.message} ${problem.mend}`);
  const { field, language, key, values } = problem;
  const label = field && `${fieldLabel(field, t)}${language ? ` (${languageNames[language]})` : ''}: `;
  return spans(strong(file), ` — ${label ?? ''}${t(key, values)}`);
}
