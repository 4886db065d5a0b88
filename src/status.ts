/** Exit statuses of sysexits(3). */
export const status = { fine: 0, failed: 1, usage: 64, data: 65, temporary: 75, config: 78 };
