import type { ZodMiniType } from 'zod/mini';
import { componentComplaints } from './component-rules.ts';
import { type ApiError, apiError, type Complaint, invalidForm } from './errors.ts';
import { hasFlag, type MessageBody, messageFlags, type UploadedFile } from './payloads.ts';
import { schemaComplaints } from './schema.ts';

/** How a message body is to be judged. */
export interface MessageSetting {
  schema: ZodMiniType;
  /** The body as the schema sees it, where that is not the message itself (a callback); `data` is then its prefix. */
  whole?: unknown;
  prefix?: string[];
  files: UploadedFile[];
  /** Interaction responses alone may be ephemeral. */
  ephemeralAllowed: boolean;
  /** The message being edited, where it is an edit. */
  before?: (Omit<MessageBody, 'attachments'> & { attachments: { id: string; filename: string }[] }) | undefined;
}

const bytesPerFile = 10 * 1024 * 1024;
const { suppressEmbeds, suppressNotifications, voiceMessage, ephemeral, componentsV2 } = messageFlags;

/**
 * Refuses what Discord refuses in a message: content over 2000 characters, fields that Components V2 excludes, wrong
 * flags, mentions, attachments and components (discord.com/developers/docs/resources/message#create-message).
 */
export function checkMessage(body: MessageBody, setting: MessageSetting): ApiError | undefined {
  const schema = schemaComplaints(setting.schema, setting.whole ?? body);
  if (schema.length > 0) return invalidForm(schema);
  const after = { ...setting.before, ...definedOnly(body) };
  const v2 = hasFlag(after.flags, componentsV2);
  const complaints = [
    ...contentComplaints(body),
    ...flagComplaints(body, setting),
    ...(v2 ? legacyFieldComplaints(after, setting.files, setting.before) : []),
    ...allowedMentionComplaints(body),
    ...attachmentComplaints(body, setting),
    ...componentComplaints(after.components ?? [], { v2, filenames: filenamesOf(body, setting) }),
  ];
  if (complaints.length > 0)
    return invalidForm(complaints.map((found) => ({ ...found, path: [...(setting.prefix ?? []), ...found.path] })));
  if (setting.files.some(({ bytes }) => bytes.length > bytesPerFile)) return apiError(40005);
  return isEmpty(after, setting.files) ? apiError(50006) : undefined;
}

function definedOnly(body: MessageBody): MessageBody {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function isEmpty(
  { content, embeds, components, attachments, sticker_ids, poll, message_reference, flags }: MessageBody,
  files: UploadedFile[],
) {
  if (message_reference?.type === 1) return false;
  if (hasFlag(flags, componentsV2)) return !components?.length;
  const shown = [content?.trim(), embeds?.length, components?.length, attachments?.length, sticker_ids?.length, poll];
  return !shown.some(Boolean) && files.length === 0;
}

function contentComplaints({ content, nonce }: MessageBody): Complaint[] {
  const tooLong = (path: string, most: number) => ({
    path: [path],
    code: 'BASE_TYPE_MAX_LENGTH',
    message: `Must be ${most} or fewer in length.`,
  });
  return [
    ...(content && [...content].length > 2000 ? [tooLong('content', 2000)] : []),
    ...(nonce !== null && nonce !== undefined && String(nonce).length > 25 ? [tooLong('nonce', 25)] : []),
  ];
}

function flagComplaints({ flags }: MessageBody, { before, ephemeralAllowed }: MessageSetting): Complaint[] {
  if (flags === null || flags === undefined) return [];
  const complain = (message: string) => [{ path: ['flags'], code: 'MESSAGE_FLAGS_INVALID', message }];
  if (before) {
    const removed = hasFlag(before.flags, componentsV2) && !hasFlag(flags, componentsV2);
    return removed ? complain('MessageFlags.IS_COMPONENTS_V2 cannot be removed from a message') : [];
  }
  const allowed = suppressEmbeds | suppressNotifications | voiceMessage | componentsV2;
  const extra = flags & ~(ephemeralAllowed ? allowed | ephemeral : allowed);
  return extra ? complain(`Flag ${extra} cannot be set on this message`) : [];
}

function legacyFieldComplaints(
  after: MessageBody,
  files: UploadedFile[],
  before: MessageBody | undefined,
): Complaint[] {
  const present = {
    content: Boolean(after.content),
    embeds: Boolean(after.embeds?.length),
    poll: Boolean(after.poll),
    sticker_ids: Boolean(after.sticker_ids?.length),
  };
  const found = Object.entries(present)
    .filter(([, there]) => there)
    .map(([field]) => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
  const unchanged = before !== undefined && hasFlag(before.flags, componentsV2);
  return found.length === 0 && files.length > 0 && !after.components?.length && !unchanged
    ? [{ path: ['components'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }]
    : found;
}

function allowedMentionComplaints({ allowed_mentions }: MessageBody): Complaint[] {
  return (['users', 'roles'] as const)
    .filter((kind) => allowed_mentions?.parse?.includes(kind) && allowed_mentions[kind]?.length)
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

/** Every attachment refers to an uploaded `files[id]`, or to one that the edited message already has. */
function attachmentComplaints({ attachments }: MessageBody, { files, before }: MessageSetting): Complaint[] {
  const found: Complaint[] = [];
  (attachments ?? []).forEach(({ id }, index) => {
    const known =
      files.some(({ field }) => field === `files[${id}]`) || before?.attachments.some((old) => old.id === id);
    if (!known)
      found.push({
        path: ['attachments', index, 'id'],
        code: 'ATTACHMENT_NOT_FOUND',
        message: `Attachment ${id} refers to no uploaded file`,
      });
  });
  if (files.length > 10)
    found.push({ path: ['attachments'], code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 10 or fewer in length.' });
  return found;
}

function filenamesOf({ attachments }: MessageBody, { files, before }: MessageSetting): string[] {
  const renamed: string[] = (attachments ?? []).flatMap(({ filename }) => (filename ? [filename] : []));
  const kept = (before?.attachments ?? []).map(({ filename }) => filename);
  return [...files.map(({ filename }) => filename), ...renamed, ...kept];
}
