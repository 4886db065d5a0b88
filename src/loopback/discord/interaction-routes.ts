import { apiError, isRefused } from './errors.ts';
import type { createInteractions } from './interactions.ts';
import type { Messages } from './messages.ts';
import type { CallbackBody, MessageBody } from './payloads.ts';
import { type Call, objectBody, type Route } from './routes.ts';
import type { World } from './world.ts';

/** The routes an interaction's token opens (discord.com/developers/docs/interactions/receiving-and-responding). */
export function interactionRoutes(
  world: World,
  messages: Messages,
  interactions: ReturnType<typeof createInteractions>,
): Route[] {
  function callback({ params, query, body, files }: Call) {
    const result = interactions.callback(
      params.interaction ?? '',
      params.token ?? '',
      objectBody<CallbackBody>(body),
      files,
    );
    if (isRefused(result)) return result;
    return query.with_response === 'true' ? { status: 200, body: result } : { status: 204 };
  }

  function followUp({ params, body, files }: Call) {
    const message = interactions.followUp(params.token ?? '', objectBody<MessageBody>(body), files);
    return isRefused(message) ? message : { status: 200, body: messages.json(message) };
  }

  function show({ params }: Call) {
    const message = interactions.messageOf(params.token ?? '', params.message ?? '');
    return isRefused(message) ? message : { status: 200, body: messages.json(message) };
  }

  function edit({ params, body, files }: Call) {
    const message = interactions.editMessage(
      params.token ?? '',
      params.message ?? '',
      objectBody<MessageBody>(body),
      files,
    );
    return isRefused(message) ? message : { status: 200, body: messages.json(message) };
  }

  function remove({ params }: Call) {
    const message = interactions.messageOf(params.token ?? '', params.message ?? '');
    if (isRefused(message)) return message;
    messages.remove(message);
    return { status: 204 };
  }

  const ofOurs =
    (handle: Route['handle']): Route['handle'] =>
    (call) =>
      call.params.application === world.bot.id ? handle(call) : apiError(10015);
  const one = '/webhooks/:application/:token/messages/:message';
  return [
    { pattern: 'POST /interactions/:interaction/:token/callback', open: true, handle: callback },
    { pattern: 'POST /webhooks/:application/:token', open: true, handle: ofOurs(followUp) },
    { pattern: `GET ${one}`, open: true, handle: ofOurs(show) },
    { pattern: `PATCH ${one}`, open: true, handle: ofOurs(edit) },
    { pattern: `DELETE ${one}`, open: true, handle: ofOurs(remove) },
  ];
}
