import { describe, expect, it } from 'vitest';
import { startProgram } from './program.ts';

async function run(argv: string[], setting: { environment?: Record<string, string>; input?: string } = {}) {
  const program = startProgram({ argv, ...setting });
  const status = await program.status;
  return { status, output: await program.output, errors: program.errors.join('\n') };
}

describe('npm start', () => {
  it('without a token answers lines until the input ends', async () => {
    const { status, output } = await run([], { input: '/position russia nato\nis a ceasefire likely?\n' });
    expect(status).toBe(0);
    expect(output).toContain('Russia: NATO');
    expect(output).toContain('Is a ceasefire likely');
  });

  it('-- ask answers once', async () => {
    const { status, output } = await run(['ask', 'Can Ukraine join NATO during the war?']);
    expect(status).toBe(0);
    expect(output).toMatch(/According to the analysis, technically no/u);
    expect(output).toMatch(/Sources/u);
  });

  it('-- ask --json prints one line', async () => {
    const { output } = await run(['ask', 'NATO membership during the war', '--json']);
    expect(output.split('\n')).toHaveLength(2);
    expect(JSON.parse(output)).toMatchObject({
      query: 'NATO membership during the war',
      lang: 'en',
      answer: { id: 'nato-membership-at-war' },
      alternatives: expect.any(Array),
    });
  });

  it('-- ask --stdin prints a line for each line read', async () => {
    const { output } = await run(['ask', '--stdin', '--lang', 'uk'], { input: 'nato membership\n\nreparations\n' });
    const lines = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ query, lang }) => [query, lang])).toEqual([
      ['nato membership', 'uk'],
      ['', 'uk'],
      ['reparations', 'uk'],
    ]);
  });

  it.each(['discord', 'telegram'])('-- commands --platform %s prints JSON and nothing else', async (platform) => {
    const { status, output, errors } = await run(['commands', '--platform', platform]);
    expect(status).toBe(0);
    expect(JSON.parse(output).length).toBeGreaterThan(0);
    expect(errors).toBe('');
  });

  it('-- check finds nothing wrong with the content', async () => {
    const { status, output } = await run(['check']);
    expect(output).toMatch(/30 entries, 23 positions, 4 plans, 1 update, 3 sources\./u);
    expect(status).toBe(0);
  });

  it.each([
    [['ask'], /Ask something/u],
    [['ask', 'x', '--lang', 'fr'], /--lang takes one of en, uk, ru/u],
    [['ask', 'x', '--stdin'], /not both/u],
    [['commands'], /--platform discord or --platform telegram/u],
    [['dance'], /There is no command “dance”/u],
    [['--dance'], /--dance/u],
  ])('-- %j is refused with how to mend it, as status 64', async (argv, message) => {
    const { status, errors, output } = await run(argv);
    expect(status).toBe(64);
    expect(errors).toMatch(message);
    expect(output).toBe('');
  });

  it('names everything that is wrong with the configuration at once, without its values', async () => {
    const environment = {
      DISCORD_TOKEN: '"quoted secret"',
      TELEGRAM_TOKEN: 'no colon secret',
      PORT: '99999',
      LOG_LEVEL: 'loud',
      TELEGRAM_API_ROOT: 'localhost',
    };
    const { status, errors } = await run([], { environment });
    expect(status).toBe(78);
    for (const name of Object.keys(environment)) expect(errors).toContain(name);
    expect(errors).toContain('.env.example');
    expect(errors).not.toContain('secret');
  });
});
