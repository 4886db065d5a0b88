import { OperatorError } from '../core/errors.ts';
import { type Check, type Finding, problem, skipped, Unasked } from './finding.ts';

/** Carries out all checks at once. One that fails, or takes longer than it may, says so and holds up none of the others. */
export async function runChecks(checks: readonly Check[], secrets: readonly string[] = []): Promise<Finding[]> {
  const found = await Promise.all(checks.map(carryOut));
  return found.flat().map((finding) => withoutSecrets(finding, secrets));
}

async function carryOut({ name, limitMs, examine }: Check): Promise<Finding[]> {
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => {
      ending.abort();
      resolve([problem(name, `There was no answer within ${limitMs / 1000} s.`, 'Try again; see whether it is busy.')]);
    }, limitMs);
  });
  try {
    return await Promise.race([examine(ending.signal), late]);
  } catch (error) {
    return [failed(name, error)];
  } finally {
    clearTimeout(timer);
  }
}

function failed(name: string, error: unknown): Finding {
  if (error instanceof Unasked) return skipped(name, error.message);
  const said = error instanceof Error ? error.message : String(error);
  if (!(error instanceof OperatorError)) return problem(name, `It could not be looked at: ${said}`);
  // Such a sentence says first what is wrong, then what to do.
  const [what = said, ...mend] = said.split(': ');
  if (mend.length === 0) return problem(name, said);
  const text = mend.join(': ');
  return problem(name, `${what}.`, text.charAt(0).toUpperCase() + text.slice(1));
}

/** What is shorter would be found everywhere. */
const shortestSecret = 4;

/** None is ever written on purpose; what other programs say in their errors is not known beforehand. */
function withoutSecrets(finding: Finding, secrets: readonly string[]): Finding {
  const longestFirst = secrets.filter(({ length }) => length >= shortestSecret).sort((a, z) => z.length - a.length);
  const clean = (text: string) => longestFirst.reduce((left, secret) => left.replaceAll(secret, '[secret]'), text);
  const { mend, message, ...rest } = finding;
  return { ...rest, message: clean(message), ...(mend !== undefined && { mend: clean(mend) }) };
}
