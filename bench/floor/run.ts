import { measureCommunities } from './communities.ts';
import { measure } from './measuring.ts';
import { readOptions, usage } from './options.ts';
import { communitiesReport, report } from './report.ts';

/** What Parley costs over the bare SDKs. */
const asked = options();
if (asked.bench === 'floor') {
  for (const platform of asked.platforms)
    process.stdout.write(`${report(platform, await measure(platform, asked.extent), asked.json)}\n`);
} else {
  const { communities, json } = asked;
  process.stdout.write(`${communitiesReport(communities, await measureCommunities(communities), json)}\n`);
}

function options() {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(64);
  }
}
