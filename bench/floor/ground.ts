/** How to reach a fake. */
export interface Connection {
  token: string;
  apiUrl: string;
}

/** An answer as it came over the wire. */
export type Body = Record<string, unknown>;

/** A platform where anybody asks, and which notes when the answer comes. */
export interface Ground {
  connection: Connection;
  /** Has a bot appeared since it was last asked: when it connected, by the clock of the machine. */
  connected(): Promise<number>;
  /** Opens places for so many commands, once a bot is connected. */
  populate(commands: number): void;
  /** Opens so many small communities in which nobody asks, before a bot is connected; on Discord alone. */
  settle?(communities: number): void;
  /** Asks the i-th question; `onAsked` is told when it is handed to the bot, `onAnswer` when its answer arrives. */
  ask(i: number, question: string, onAsked: () => void, onAnswer: (body: Body) => void): void;
  close(): Promise<void>;
}

/** Enough that nobody asks faster than Parley lets people, at a thousand questions a second and more. */
export const people = 5000;
export const mostGuilds = 1000;
