/** U+2060 WORD JOINER: takes no room, allows no line break, and ends whatever Telegram was about to recognise. */
export const joiner = '\u2060';

/** The offsets (UTF-16) before which a text needs a joiner. */
export type Joints = (text: string) => readonly number[];

/** Each ends with the sign after which the joiner goes (what is recognised: core.telegram.org/bots/api#messageentity). */
const triggers: readonly RegExp[] = [
  /@(?=[\p{L}\p{N}_])/gu, // mentions, e-mail
  /#(?=[\p{L}\p{N}_\u00b7\u200c])/gu, // hashtags
  /\$(?=[A-Z]|1INCH)/gu, // cashtags
  /:(?=\/\/)/gu, // https://, tg://
  /(?<=\S)\.(?=\p{L})/gu, // example.org
  /\d\.(?=\d{1,3}\.\d{1,3}\.\d)/gu, // 192.0.2.1
  /\+(?=\d(?:[\s()-]*\d){6})/gu, // telephone numbers
];

const command = /(?<![\p{L}\p{N}_/<>])\/(?=(\w+))/gu;
const cardNumber = /\d(?:[ -]?\d){12,}/gu;

/**
 * Where joiners must go so that nothing in a text becomes a mention, command, tag, link, e-mail address, telephone or
 * card number by itself; the commands named stay as they are, so that they can be tapped.
 */
export const defuse =
  (commands: ReadonlySet<string>): Joints =>
  (text) => {
    const places = new Set<number>();
    for (const trigger of triggers)
      for (const match of text.matchAll(trigger)) places.add(match.index + match[0].length);
    for (const match of text.matchAll(command)) if (!commands.has(match[1] as string)) places.add(match.index + 1);
    for (const { index, 0: digits } of text.matchAll(cardNumber)) {
      for (let at = index + 6; at < index + digits.length; at += 6) places.add(at);
    }
    return [...places].sort((a, b) => a - b);
  };

export const noCommands: ReadonlySet<string> = new Set();

/** Leaves a text as it is: for servers that are told to recognise nothing. */
export const asItIs: Joints = () => [];

/** Whether Telegram would find one of these commands in the text. */
export const mentionsCommand = (text: string, commands: ReadonlySet<string>): boolean =>
  [...text.matchAll(command)].some((match) => commands.has(match[1] as string));
