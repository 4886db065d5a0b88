import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Refreshing } from '../../core/refreshing.ts';
import type { Self } from './asked.ts';
import type { Compose } from './compose.ts';
import { createDialogues } from './dialogue/index.ts';
import type { TelegramParts } from './index.ts';
import { createInlineHandler } from './inline-mode.ts';
import { createLiveMessages } from './live-messages.ts';
import { createMembership } from './membership.ts';
import { createMessageHandler } from './messages.ts';
import { createModerators } from './moderators.ts';
import { createOrigins } from './origins.ts';
import { createPressHandler } from './presses.ts';
import { createPrivateWay } from './private-way.ts';
import { receivedFile } from './received-file.ts';
import { createResponder, type Respond } from './responder.ts';
import type { Sender } from './send.ts';
import type { UpdateParts } from './updates.ts';

export interface AnsweringParts extends TelegramParts {
  api: Api;
  apiRoot: string;
  sender: Sender;
  compose: Compose;
  /** Keeps answers up to date that change by themselves. */
  refreshing: Refreshing;
  now: () => number;
  log: Logger;
  self: () => Self;
}

/** Joins what answers Telegram's updates. */
export function createAnswering(given: AnsweringParts): UpdateParts {
  const { api, dispatcher, log, now, token, apiRoot } = given;
  const moderators = createModerators(api, log, now);
  const origins = createOrigins(moderators);
  const live = createLiveMessages(given);
  const privateWay = createPrivateWay({ ...given, live, commands: dispatcher.commands });
  const parts = { ...given, origins, live, privateWay };
  const respond: Respond = createResponder({
    ...parts,
    startForm: (answer, occasion) => dialogues.start(answer, occasion),
  });
  const dialogues = createDialogues({ ...parts, respond });
  return {
    ...parts,
    answerMessage: createMessageHandler({
      ...parts,
      respond,
      hear: dialogues.hear,
      receive: (document) => receivedFile(document, { api, apiRoot, token, log }),
    }),
    answerPress: createPressHandler({ ...parts, respond, pressInForm: dialogues.press }),
    answerInline: createInlineHandler(parts),
    membership: createMembership(moderators, given.chats),
  };
}
