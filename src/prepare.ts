import { writeFileSync } from 'node:fs';
import { prepareContent } from './served-content.ts';

/** Run by the build, with a content folder and the file to write: what a start would otherwise do each time. */
const [folder, file] = process.argv.slice(2) as [string, string];
writeFileSync(file, await prepareContent(folder, new Date().toISOString().slice(0, 10)));
