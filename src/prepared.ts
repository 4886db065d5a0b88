import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DefaultDeserializer, serialize } from 'node:v8';
import type { Problem } from './content/problem.ts';
import type { Asking } from './core/asking.ts';
import type { Records } from './core/knowledge.ts';
import type { ContentUpdate } from './core/update.ts';
import type { FinderState } from './search/finder.ts';

/** A content folder as it was read and checked. */
export interface ReadContent {
  records: Records;
  /** Those that can be published. */
  updates: ContentUpdate[];
  asking: Asking;
  problems: Problem[];
}

/** What a content folder is made into at a start: read, checked, and learnt by the search. */
export interface Prepared extends ReadContent {
  learnt: FinderState;
}

/**
 * The bytes of a file that spares a start the work: a digest of the folder's files, then what they come to. The build
 * writes it beside the program that made it, of the content that ships; no other program reads it.
 */
export const packPrepared = (folder: string, prepared: Prepared): Buffer =>
  Buffer.concat([digestOf(folder), serialize(prepared)]);

/** What the file holds; undefined where there is none, or the folder's files are others by now. */
export function readPrepared(file: string, folder: string): Prepared | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const digest = digestOf(folder);
  if (!bytes.subarray(0, digest.length).equals(digest)) return undefined;
  const reader = new Reader(bytes.subarray(digest.length));
  reader.readHeader();
  return reader.readValue() as Prepared;
}

/** Copies arrays of numbers, which are otherwise views of the whole file and keep it in memory for good. */
class Reader extends DefaultDeserializer {
  _readHostObject(): unknown {
    return readHostObject.call(this).slice();
  }
}
const readHostObject = (DefaultDeserializer.prototype as unknown as { _readHostObject(): Int32Array })._readHostObject;

/** Of the names and the bytes of all files, linked ones too, as they are read; a folder that is not there is empty. */
function digestOf(folder: string): Buffer {
  const hash = createHash('sha256');
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(path);
    hash.update(JSON.stringify([relative(folder, path), bytes.length])).update(bytes);
  }
  return hash.digest();
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => join(one.parentPath, one.name))
    .sort();
}
