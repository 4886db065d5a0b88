import { css } from 'lit';

/** The list of chats. */
export const chatListStyle = css`
  .chats {
    border-right: 1px solid var(--edge);
    overflow-y: auto;
    min-width: 0;
  }
  .chats h2 {
    padding: 17px 14px;
    height: 56px;
    font-size: 17px;
    line-height: 22px;
  }
  .chats ul {
    list-style: none;
    margin: 0;
    padding: 0 6px;
  }
  .chat {
    display: flex;
    align-items: center;
    gap: 10px;
    width: 100%;
    padding: 8px;
    border-radius: 10px;
    text-align: left;
  }
  .chat:focus-visible {
    outline-offset: -2px;
  }
  .chat:hover {
    background: var(--panel-hover);
  }
  .chat[aria-current] {
    background: var(--chosen);
  }
  .chat[aria-current] :is(b, small) {
    color: #fff;
  }
  .chat-text {
    flex: 1;
    min-width: 0;
  }
  .chat-text b {
    display: block;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .chat-text .icon {
    width: 1em;
    height: 1em;
    vertical-align: -0.1em;
  }
`;
