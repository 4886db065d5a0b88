import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type CheckSettings, checkContent } from '../../src/content/check.ts';
import { loadContent } from '../../src/content/load.ts';
import { countContent, describeProblems } from '../../src/content/report.ts';

const parties = `- id: russia
  code: ru
  name: { en: Russia, uk: Росія, ru: Россия }
  aliases: { en: [Moscow, the Kremlin] }
- id: ukraine
  code: ua
  name: { en: Ukraine }
  aliases: { en: [Kyiv] }
`;

const topics = `- id: territory
  code: te
  emoji: 🗺️
  name: { en: Territory }
  description: { en: Borders and front lines }
  aliases: { en: [land] }
- id: nato
  code: na
  emoji: 🧭
  name: { en: NATO }
  description: { en: Membership and neutrality }
  aliases: { en: [the Alliance] }
`;

const sources = `- id: speech
  title: A speech
  publisher: A ministry
  author: unknown
  kind: official
  published: 2022
  collected: 2026-01-02
`;

/** Each line is one element, so that a test can replace one and still see which line it is. */
export const borders = `---
id: borders
revision: 2
question: Where is the border?
aliases: [border line, "1991"]
topics: [territory]
parties: [russia]
sources: [speech]
as-of: 2025-02
review-by: 2027-01-31
related: [front]
---
It is where the treaty put it.

The treaty is **old**.
`;

export const front = `---
id: front
revision: 1
question: Where is the front?
aliases: []
topics: [territory]
parties: []
sources: [speech]
as-of: undated
review-by: 2027-01-31
related: []
---
It moves.
`;

export const position = `---
party: ukraine
topic: nato
revision: 1
stance: Membership
sources: [speech]
as-of: undated
review-by: 2027-01-31
---
## wants
To join.

## red-lines
A veto.
`;

export const plan = `---
id: freeze
revision: 1
name: The freeze
aliases: [frozen line]
backed-by:
  - party: russia
    why: It said so.
rejected-by: []
sources: [speech]
as-of: undated
review-by: 2027-01-31
---
All stop where they are.

## territory
The line stays.
`;

/** Not in the good content: a test that wants it puts it into `updates/`. */
export const update = `---
id: moved
revision: 1
date: 2026-11-20
title: The front has moved
importance: routine
topics: [territory]
parties: [russia, ukraine]
sources: [speech]
outdates: [front, ukraine/nato]
---

The ministry says that the front has moved.

- It gave **no map**.
`;

/** A Ukrainian translation of it. */
export const updateInUkrainian = `---
translates: 1
title: Лінія фронту змістилася
---
Міністерство повідомляє, що лінія фронту змістилася.
`;

const good: Files = {
  'parties.yaml': parties,
  'topics.yaml': topics,
  'sources.yaml': sources,
  'faq/borders.md': borders,
  'faq/front.md': front,
  'positions/ukraine/nato.md': position,
  'plans/freeze.md': plan,
};

type Files = Record<string, string | Buffer | undefined>;

/** A temporary `content/` with a little good content in which `files` are added, replaced or (undefined) left out. */
export function contentFolder(files: Files = {}): string {
  const parent = mkdtempSync(join(tmpdir(), 'parley-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'content');
  for (const [name, text] of Object.entries({ ...good, ...files })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What loading such a folder finds to serve. */
export const served = async (files: Files = {}) => (await loadContent(contentFolder(files))).records;

/** What the check says of such a folder, a line each, as a terminal shows it, but for what is not yet translated. */
export async function complaints(files: Files = {}, settings: Partial<CheckSettings> = {}): Promise<string[]> {
  return (await allComplaints(files, settings)).filter((line) => !line.includes('There is no translation into'));
}

export async function allComplaints(files: Files = {}, settings: Partial<CheckSettings> = {}): Promise<string[]> {
  const loaded = await loadContent(contentFolder(files));
  const problems = checkContent(loaded, { today: '2026-11-23', ...settings });
  return describeProblems(problems, countContent(loaded)).split('\n').slice(0, -1);
}

/** A file of the good content with one of its texts replaced, which must be there. */
export function changed(file: string, from: string, to: string): Files {
  const text = good[file];
  if (typeof text !== 'string' || !text.includes(from)) throw new Error(`“${from}” is not in ${file}.`);
  return { [file]: text.replace(from, () => to) };
}

/** A Ukrainian translation of `faq/borders.md`. */
export const bordersInUkrainian = `---
translates: 2
question: Де кордон?
aliases: [лінія кордону]
---
Він там, де його провів договір.
`;
