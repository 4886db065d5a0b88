import { css } from 'lit';

/** Messages: bubbles with tails, and what stands in their corners. */
export const messageStyle = css`
  .pill {
    align-self: center;
    margin: 6px 0;
    padding: 3px 10px;
    border-radius: 14px;
    background: var(--pill);
    color: #fff;
    font-size: 13px;
    font-weight: 500;
    text-align: center;
    max-width: 90%;
    overflow-wrap: anywhere;
  }
  .message {
    --bubble: var(--in);
    display: flex;
    align-items: flex-end;
    gap: 6px;
    margin-top: 2px;
    max-width: min(100%, 600px);
    align-self: flex-start;
    position: relative;
    scroll-margin: 8px;
  }
  .message.first {
    margin-top: 8px;
  }
  .message.out {
    --bubble: var(--out);
    --accent: var(--out-accent);
    --quiet: var(--out-quiet);
    align-self: flex-end;
  }
  .named {
    padding-left: 42px;
  }
  .channel .named {
    padding-left: 7px;
  }
  .channel .message .avatar {
    display: none;
  }
  .message .avatar {
    position: absolute;
    left: -44px;
    bottom: 0;
    width: 34px;
    height: 34px;
    font-size: 13px;
  }
  .column {
    min-width: 0;
    max-width: 100%;
  }
  .bubble {
    position: relative;
    background: var(--bubble);
    border-radius: 14px;
    padding: 6px 10px 7px;
    min-width: 76px;
    box-shadow: 0 1px 2px #0000002e;
    overflow-wrap: anywhere;
  }
  .bubble::after {
    content: "";
    clear: both;
    display: block;
  }
  .private .message {
    margin-inline: 7px;
  }
  .in .bubble {
    border-radius: 6px 14px 14px 6px;
  }
  .in.first .bubble {
    border-top-left-radius: 14px;
  }
  .out .bubble {
    border-radius: 14px 6px 6px 14px;
  }
  .out.first .bubble {
    border-top-right-radius: 14px;
  }
  .last .bubble::before {
    content: "";
    position: absolute;
    bottom: 0;
    left: -8px;
    width: 9px;
    height: 18px;
    background: var(--bubble);
    clip-path: path("M9 18 L0 18 C6 15 8 9 8 0 L9 0 Z");
  }
  .out.last .bubble::before {
    left: auto;
    right: -8px;
    transform: scaleX(-1);
  }
  .in.last .bubble {
    border-bottom-left-radius: 0;
  }
  .out.last .bubble {
    border-bottom-right-radius: 0;
  }
  .ephemeral .bubble {
    outline: 1.5px dashed var(--quiet);
    outline-offset: -1.5px;
  }
  .alone,
  .via {
    color: var(--quiet);
    font-size: 13px;
  }
  .name {
    color: var(--face);
    font-weight: 600;
    font-size: 14px;
  }
  .quoted {
    border-left: 3px solid var(--face);
    background: color-mix(in srgb, var(--face) 14%, transparent);
    border-radius: 5px;
    padding: 2px 8px;
    margin: 3px 0 5px;
    font-size: 14px;
  }
  .quoted b {
    color: var(--face);
  }
  .out .quoted {
    --face: var(--out-accent);
  }
  .quoted :is(b, span) {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .text {
    white-space: pre-wrap;
    display: inline;
  }
  .meta {
    float: right;
    position: relative;
    top: 5px;
    margin: 1px -2px 0 12px;
    font-size: 12px;
    line-height: 17px;
    color: var(--quiet);
    white-space: nowrap;
    user-select: none;
  }
  .meta .icon {
    width: 15px;
    height: 15px;
    margin: 0 2px;
    vertical-align: -3px;
  }
  .rich .meta {
    top: 2px;
    margin-top: -4px;
  }
  .photo {
    display: block;
    margin: -6px -10px 6px;
  }
  .photo img {
    display: block;
    max-width: 100%;
    max-height: 420px;
    min-height: 80px;
    margin: 0 auto;
    border-radius: 14px 14px 4px 4px;
  }
  .file {
    display: flex;
    align-items: center;
    gap: 10px;
    color: inherit;
    padding: 2px 0;
  }
  .file-icon {
    width: 42px;
    height: 42px;
    flex: none;
    border-radius: 50%;
    display: grid;
    place-items: center;
    background: var(--action);
    color: #fff;
  }
  .file b {
    font-weight: 600;
  }
  .reply {
    flex: none;
    align-self: flex-end;
    width: 30px;
    height: 30px;
    border-radius: 50%;
    background: var(--pill);
    color: #fff;
    opacity: 0;
  }
  .out .reply {
    order: -1;
  }
  .message:hover .reply,
  .reply:focus-visible {
    opacity: 1;
  }
  @container (max-width: 599px) {
    .message .reply {
      position: absolute;
      right: 4px;
      top: 4px;
      visibility: hidden;
    }
    .message:is(:hover, :focus-within) .reply {
      visibility: visible;
    }
    .out .reply {
      right: auto;
      left: -34px;
    }
  }
`;
