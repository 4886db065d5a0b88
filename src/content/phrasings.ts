import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import type { Asking, Meaning } from '../core/asking.ts';
import { languages } from '../core/language.ts';
import { suggestion } from './nearest.ts';
import { createReport, type Problem, type Report } from './problem.ts';
import { readText } from './text-file.ts';
import { validate } from './validate.ts';
import { readYaml, type Yaml } from './yaml.ts';

const byLanguage = z.strictObject(
  Object.fromEntries(languages.map((language) => [language, z.array(z.string()).optional()])),
);
const meanings = z.record(z.string(), z.string());

/**
 * Reads `phrasings/`: `<entry id>.yaml` with other ways of asking by language, `_none.yaml` with what nobody answers,
 * `_words.yaml` with words of one meaning, a line each. A file with errors is left out; there may be no folder at all.
 */
export async function loadPhrasings(
  content: string,
  entries: readonly { id: string }[],
): Promise<{ asking: Asking; problems: Problem[] }> {
  const folder = join(content, 'phrasings');
  const names = (await readdir(folder).catch(() => [])).filter((name) => !name.startsWith('.')).sort();
  const phrasings = new Map<string, string[]>();
  const asking = { phrasings, unanswered: [] as string[], meanings: [] as Meaning[] };
  const reports = await Promise.all(
    names.map(async (name) => {
      const report = createReport(`${basename(resolve(content))}/phrasings/${name}`);
      const yaml = await read(join(folder, name), report);
      return { name: name.replace(/\.yaml$/u, ''), yaml, report };
    }),
  );
  for (const { name, yaml, report } of reports) {
    if (!yaml) continue;
    if (name === '_words') asking.meanings = meaningsIn(yaml, report);
    else if (name === '_none') asking.unanswered = phrases(yaml, report);
    else if (entries.some(({ id }) => id === name)) phrasings.set(name, phrases(yaml, report));
    else {
      const mend = suggestion(
        name,
        entries.map(({ id }) => id),
        'Name the file after the entry that it belongs to.',
      );
      report.warning(1, `There is no entry “${name}”.`, mend);
    }
  }
  return { asking, problems: reports.flatMap(({ report }) => report.problems) };
}

async function read(path: string, report: Report): Promise<Yaml | undefined> {
  if (!path.endsWith('.yaml')) {
    report.warning(1, 'Parley does not read this file.', 'Let its name end in .yaml, or take it away.');
    return undefined;
  }
  const text = readText(await readFile(path), report);
  return text === undefined ? undefined : readYaml(text, 1, report);
}

const phrases = (yaml: Yaml, report: Report): string[] =>
  Object.values(validate(byLanguage, yaml, [], report) ?? {}).flatMap((list) => list ?? []);

const meaningsIn = (yaml: Yaml, report: Report): Meaning[] =>
  Object.entries(validate(meanings, yaml, [], report) ?? {}).map(([id, words]) => ({ id, patterns: words.split(',') }));
