import type { ReceivedFile, SentFile } from './answer.ts';
import type { Caller } from './command.ts';
import type { Person } from './community.ts';
import type { FieldDifference } from './difference.ts';
import type { Language } from './language.ts';
import type { TextValues } from './texts.ts';
import type { WritingKey } from './writing.ts';
import type { FieldName } from './written-values.ts';

export type ExportFormat = 'zip' | 'json';

/** The community's own live texts, or everything that it sees. */
export type ExportScope = 'own' | 'all';

/** In one file. */
export const mostImportedItems = 500;

/** What is wrong with a file: in the words of the content check, or as the forms would say it. */
export type ImportProblem = { file: string } & (
  | { line: number; message: string; mend: string }
  | { field: FieldName | undefined; language: Language | undefined; key: string; values?: TextValues }
);

export type ImportEffect = 'add' | 'change' | 'restore';

export interface ImportLine extends WritingKey {
  title: string;
  does: ImportEffect;
  /** What differs, of a text that is changed. */
  fields: FieldName[];
}

/** A file that was read and found sound: what it would do now. */
export interface OpenImport {
  id: string;
  file: string;
  by: Person;
  isMine: boolean;
  state: 'open' | 'review';
  needsReview: boolean;
  lines: ImportLine[];
  unchanged: number;
  /** What others have changed since it was compared; nothing is imported while there is any. */
  stale: Pick<ImportLine, 'kind' | 'key' | 'title'>[];
}

export type Staged =
  /** Nothing is kept. */
  | { kind: 'problems'; problems: ImportProblem[] }
  /** All of it is there already. */
  | { kind: 'nothing'; unchanged: number }
  | { kind: 'staged'; open: OpenImport };

export type ImportOutcome =
  | { kind: 'done'; counts: Record<ImportEffect, number> }
  /** Nothing was done. */
  | { kind: 'stale'; open: OpenImport }
  | { kind: 'problems'; id: string; problems: ImportProblem[] };

/** An import that waits for another moderator, or has been left open by the caller. */
export interface WaitingImport {
  id: string;
  file: string;
  by: Person;
  isMine: boolean;
  state: 'open' | 'review';
  count: number;
}

/**
 * How texts leave a community as a file, and come in. That the caller is a moderator has been checked; whose import it
 * is, and whether another one has to agree, is checked here. Throws `UserError` for what they can mend.
 */
export interface Transfer {
  export(caller: Caller, format: ExportFormat, scope: ExportScope): Promise<{ file: SentFile; count: number }>;
  /** Reads and checks a file, and keeps what it would change. */
  stage(caller: Caller, file: ReceivedFile): Promise<Staged>;
  /** One's own, or one that waits for review. */
  open(caller: Caller, id: string): Promise<OpenImport>;
  /** What one text of it would change, by its number from 1. */
  difference(caller: Caller, id: string, number: number): Promise<{ line: ImportLine; difference: FieldDifference[] }>;
  submit(caller: Caller, id: string): Promise<OpenImport>;
  /** All of it or nothing. */
  apply(caller: Caller, id: string): Promise<ImportOutcome>;
  /** Compares it with what is there now; from then on it goes by another id. */
  again(caller: Caller, id: string): Promise<Staged>;
  /** Whether it was another one's, who has been told. */
  discard(caller: Caller, id: string): Promise<'own' | 'told' | 'not-told'>;
  waiting(caller: Caller): Promise<WaitingImport[]>;
}
