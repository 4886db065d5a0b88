import { css } from 'lit';

/** What is said outside the chat: the line over the composer, and the alert. */
export const noticesStyle = css`
  .toast-place {
    position: absolute;
    inset: auto 12px 66px;
    display: grid;
    place-items: center;
    pointer-events: none;
  }
  .toast {
    margin: 0;
    padding: 10px 16px;
    border-radius: 12px;
    background: #1c2733f2;
    color: #fff;
    overflow-wrap: anywhere;
  }
  dialog {
    border: 0;
    border-radius: 14px;
    padding: 20px 22px 12px;
    width: min(320px, calc(100vw - 32px));
    background: var(--panel);
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  dialog::backdrop {
    background: #0008;
  }
  dialog p {
    margin: 0 0 14px;
    white-space: pre-wrap;
  }
  dialog form {
    text-align: right;
  }
  dialog button {
    padding: 8px 14px;
    border-radius: 8px;
    color: var(--accent);
    font-weight: 600;
  }
`;
