import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { type Finding, many, type State } from './finding.ts';

interface Look {
  /** In columns. */
  width: number;
  colour: boolean;
}

const marks: Record<State, { mark: string; colour: number }> = {
  ok: { mark: '✓', colour: 32 },
  warning: { mark: '!', colour: 33 },
  problem: { mark: '✗', colour: 31 },
  skipped: { mark: '–', colour: 90 },
};

/** The findings for a terminal: a mark, what was looked at, what was found, and below it what to do. */
export function describeFindings(findings: readonly Finding[], { width, colour }: Look): string {
  const nameWidth = Math.max(...findings.map(({ check }) => stringWidth(check)));
  const paint = (text: string, code: number) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const indent = ' '.repeat(nameWidth + 4);
  // On a very narrow window long lines are better than a word a line.
  const room = Math.max(width - indent.length, 30);
  const below = (text: string, deeper = '') =>
    wrapAnsi(text, room - deeper.length, { trim: true }).replaceAll('\n', `\n${indent}${deeper}`);

  const lines = findings.map(({ check, state, message, mend }, index) => {
    const { mark, colour: code } = marks[state];
    const name = findings[index - 1]?.check === check ? '' : check;
    const found = `${paint(mark, code)} ${name.padEnd(nameWidth)}  ${below(message)}`;
    return mend === undefined ? found : `${found}\n${indent}→ ${below(mend, '  ')}`;
  });
  return `${lines.join('\n')}\n\n${summary(findings)}\n`;
}

/** One line of JSON for each finding. */
export const findingsJson = (findings: readonly Finding[]): string =>
  findings.map((finding) => `${JSON.stringify(finding)}\n`).join('');

export const mustBeMended = (findings: readonly Finding[]): boolean =>
  findings.some(({ state }) => state === 'problem');

function summary(findings: readonly Finding[]): string {
  const count = (state: State) => findings.filter((one) => one.state === state).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  const worth = warnings > 0 ? `${many(warnings, 'thing')} worth a look (!).` : '';
  if (problems > 0) return `${many(problems, 'thing')} to mend (✗). ${worth}`.trim();
  return `Nothing must be mended. ${worth}`.trim();
}
