import type { Counter, Histogram } from 'prom-client';
import type { Finder, Finding } from '../core/catalogue.ts';
import type { Caller, Command } from '../core/command.ts';
import type { Platform } from '../core/community.ts';
import type { Dispatcher } from '../core/dispatch.ts';
import type { Asked, Watch } from '../core/watch.ts';
import type { Tracing } from './tracing.ts';

/** Where what is watched is counted. */
export interface Counted {
  commandSeconds: Histogram<'platform' | 'command' | 'outcome'>;
  searches: Counter<'outcome'>;
  limitWaits: Histogram<'platform'>;
}

export interface WatchParts {
  metrics: Counted;
  /** The only names that commands are counted under, beside the kinds of what comes in. */
  commands: readonly Pick<Command, 'name'>[];
  /** Nothing where nobody asked for traces. */
  tracing?: Tracing | undefined;
  /** Milliseconds that only go forward, from any beginning. */
  now?: () => number;
}

/** What is asked otherwise than by a command's name. */
const kinds = ['autocomplete', 'press', 'question', 'inline', 'form'];
const otherwise = 'other';

/** How a search's outcomes are counted. */
const outcomes = { answer: 'answer', unsure: 'choice', none: 'none' } as const satisfies Record<
  Finding['outcome'],
  string
>;

export interface OperatorsWatch extends Watch {
  /** The same dispatcher, whose searches are watched. */
  over(dispatcher: Dispatcher): Dispatcher;
}

/** Counts how answering goes, and traces it where that is asked for. */
export function createWatch({
  metrics,
  commands,
  tracing,
  now = performance.now.bind(performance),
}: WatchParts): OperatorsWatch {
  const known = new Set([...kinds, ...commands.map(({ name }) => name)]);
  const nameOf = (command: string): string => (known.has(command) ? command : otherwise);

  async function answering(platform: Platform, answer: (asked: Asked) => Promise<void>): Promise<void> {
    const asked: Asked = { outcome: 'answered' };
    const startedAt = now();
    const work = async () => {
      try {
        await answer(asked);
      } catch (error) {
        asked.outcome = 'failed';
        throw error;
      } finally {
        if (asked.command !== undefined) {
          asked.command = nameOf(asked.command);
          const labels = { platform, command: asked.command, outcome: asked.outcome };
          metrics.commandSeconds.observe(labels, (now() - startedAt) / 1000);
        }
      }
    };
    await (tracing ? tracing.command(platform, asked, work) : work());
  }

  /** The question's words in full; whoever names an entry by its id has pressed a button or chosen from a list. */
  function watched(caller: Caller): Caller {
    const { knowledge, finder } = caller.catalogue;
    const find: Finder['find'] = (question, ...others) => {
      const search = () => finder.find(question, ...others);
      const finding = tracing ? tracing.search(search) : search();
      if (!knowledge.entry(question)) {
        const outcome = knowledge.entryNamed(question) ? 'answer' : finding.outcome;
        metrics.searches.inc({ outcome: outcomes[outcome] });
      }
      return finding;
    };
    return { ...caller, catalogue: { knowledge, finder: { ...finder, find } } };
  }

  return {
    answering,
    request: (platform, send) => (tracing ? tracing.request(platform, send) : send()),
    limited: (platform, forMs) => metrics.limitWaits.observe({ platform }, Math.max(0, forMs) / 1000),
    over: (dispatcher) => ({
      ...dispatcher,
      answer: (call, caller) => dispatcher.answer(call, call.command === asking ? watched(caller) : caller),
    }),
  };
}

/** The command that takes a question in the asker's own words. */
const asking = 'faq';
