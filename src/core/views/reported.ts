import type { Call } from '../answer.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Caller } from '../command.ts';
import { findEntry } from '../find-entry.ts';
import { localized } from '../language.ts';
import type { Reader } from '../messenger.ts';
import type { Reported } from '../reports.ts';
import { nameOf } from './names.ts';

/** What is meant by an entry's name or id, a question, or a position as `party/topic`; undefined for nothing here. */
export function reportedBy(typed: string, { catalogue, language }: Caller): Reported | undefined {
  const [party = '', topic = ''] = typed.split('/');
  if (catalogue.knowledge.position(party, topic)) return { kind: 'position', key: `${party}/${topic}` };
  const found = findEntry(catalogue, typed, language).answer;
  return found ? { kind: 'entry', key: found.id } : undefined;
}

/** What its readers call it; the bare key of what is no longer there. */
export function reportedTitle({ kind, key }: Reported, { knowledge }: Catalogue, { language }: Reader): string {
  if (kind === 'entry') {
    const entry = knowledge.entry(key);
    return entry ? localized(entry.text, language).value.question : key;
  }
  const [party = '', topic = ''] = key.split('/');
  const names = [knowledge.party(party), knowledge.topic(topic)].map((named) => nameOf(named, { language }));
  return names.every(Boolean) ? names.join(': ') : key;
}

/** Shows it. */
export function reportedCall({ kind, key }: Reported): Call {
  if (kind === 'entry') return { command: 'faq', args: { question: key } };
  const [party = '', topic = ''] = key.split('/');
  return { command: 'position', args: { party, topic } };
}
