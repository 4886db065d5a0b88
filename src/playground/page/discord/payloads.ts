/** The parts of Discord's objects that are shown (discord.com/developers/docs/resources/message, …/components/reference). */

export interface Message {
  id: string;
  channel_id: string;
  content?: string;
  timestamp: string;
  author: User;
  mentions?: User[];
  attachments?: Attachment[];
  embeds?: Embed[];
  components?: Component[];
  referenced_message?: Message | null;
  message_reference?: { message_id?: string } | null;
}

export interface User {
  id: string;
  username: string;
  global_name?: string | null;
  bot?: boolean;
}

export interface Attachment {
  id: string;
  filename: string;
  description?: string | null;
  content_type?: string | null;
  size?: number;
  url: string;
}

export interface Embed {
  title?: string | null;
  description?: string | null;
}

export interface Media {
  url: string;
}

export interface Component {
  type: number;
  custom_id?: string;
  style?: number;
  label?: string;
  description?: string;
  url?: string;
  emoji?: { name?: string | null };
  disabled?: boolean;
  content?: string;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  accent_color?: number | null;
  spoiler?: boolean;
  divider?: boolean;
  spacing?: number;
  items?: { media: Media; description?: string | null }[];
  media?: Media;
  file?: Media;
  name?: string;
  size?: number;
  options?: SelectOption[];
  placeholder?: string;
  min_values?: number;
  max_values?: number;
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  default?: boolean;
}

export interface SelectOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

export interface CommandOption {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null;
  description?: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; name_localizations?: Record<string, string> | null; value: string | number }[];
  options?: CommandOption[];
}

export interface Command extends Omit<CommandOption, 'type'> {
  id: string;
  type?: number;
}

export const optionType = { subcommand: 1, group: 2, boolean: 5, attachment: 11 } as const;
export const commandType = { slash: 1, message: 3 } as const;
export const componentType = {
  row: 1,
  button: 2,
  select: 3,
  textInput: 4,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
  radios: 21,
  checkboxes: 22,
  checkbox: 23,
} as const;

export const shownName = ({ global_name, username }: User): string => global_name ?? username;
