import { collectDefaultMetrics, type Registry } from 'prom-client';

/** The event loop is looked at so often, in ms. */
const loopPrecisionMs = 10;

/** CPU, memory, garbage collection and the event loop: the monitor of that runs from here on. */
export const watchProcess = (register: Registry): void =>
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: loopPrecisionMs });
