import { type Message, nameOf } from './message.ts';

/** What happened in the chat, where a message tells of that rather than says something; as Telegram puts it, in English. */
export function serviceText(message: Message): string | undefined {
  const who = nameOf(message.from);
  const people = (field: string) => [message[field]].flat().map((one) => nameOf(one as Message['from']));
  if (message.new_chat_members) return `${people('new_chat_members').join(', ')} joined the group`;
  if (message.left_chat_member) return `${people('left_chat_member').join()} left the group`;
  if (message.new_chat_title) return `${who} changed the name to “${message.new_chat_title}”`;
  if (message.group_chat_created || message.supergroup_chat_created) return `${who} created the group`;
  if (message.channel_chat_created) return 'Channel created';
  if (message.pinned_message) return `${who} pinned a message`;
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return 'The group became a supergroup';
  const topic = message.forum_topic_created as { name?: string } | undefined;
  return topic && `${who} created the topic “${topic.name ?? ''}”`;
}
