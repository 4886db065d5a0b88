import type { Finding } from '../../src/doctor/finding.ts';

const gravity = ['problem', 'warning', 'skipped', 'ok'];

/** The gravest finding. */
export const worst = (findings: readonly Finding[]): Finding | undefined =>
  [...findings].sort((a, z) => gravity.indexOf(a.state) - gravity.indexOf(z.state))[0];

/** The check and state of each, in their order. */
export const states = (findings: readonly Finding[]) => findings.map(({ check, state }) => `${check}: ${state}`);
