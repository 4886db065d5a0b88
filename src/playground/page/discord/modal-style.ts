import { css } from 'lit';

export const modalStyle = css`
  * {
    box-sizing: border-box;
  }
  dialog {
    width: min(442px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 0;
    border: 1px solid var(--edge);
    border-radius: 12px;
    background: var(--modal);
    color: var(--text);
    font: 16px/1.375 var(--font);
    overflow: hidden;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.7);
  }
  form {
    display: flex;
    flex-direction: column;
    max-height: calc(100dvh - 26px);
  }
  header,
  footer {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 16px;
  }
  footer > * {
    flex: 1;
  }
  h2 {
    flex: 1;
    margin: 0;
    font-size: 20px;
    color: var(--strong);
  }
  .body {
    overflow-y: auto;
    padding: 0 16px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  p {
    margin: 0;
  }
  .warning {
    padding: 8px 12px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    font-size: 13px;
    color: var(--muted);
  }
  .field {
    position: relative;
    display: grid;
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
  }
  label,
  .label,
  legend {
    font-weight: 500;
    padding: 0;
  }
  .mark {
    color: var(--bad);
    margin-inline-start: 3px;
  }
  .hint,
  small {
    color: var(--muted);
    font-size: 13px;
    font-weight: 400;
  }
  input[type="text"],
  textarea {
    width: 100%;
    box-sizing: border-box;
    padding: 10px;
    border: 1px solid var(--field-edge);
    border-radius: 8px;
    background: var(--field);
    color: var(--text);
    font: inherit;
    resize: vertical;
  }
  textarea {
    padding-bottom: 22px;
  }
  .count {
    position: absolute;
    inset-inline-end: 8px;
    bottom: 8px;
    font-size: 12px;
    color: var(--muted);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    display: grid;
    gap: 8px;
  }
  .tick {
    display: flex;
    align-items: start;
    gap: 10px;
    font-weight: 400;
  }
  .tick small,
  .tick .hint {
    display: block;
  }
  input[type="radio"],
  input[type="checkbox"] {
    width: 18px;
    height: 18px;
    margin: 2px 0 0;
    accent-color: var(--brand);
  }
  .refusal {
    color: var(--bad);
    font-weight: 500;
  }
  .refusal:empty {
    display: none;
  }
  button {
    min-height: 38px;
    border: 0;
    border-radius: 8px;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    color: var(--text);
    background: var(--button);
  }
  .submit {
    background: var(--brand);
    color: #fff;
  }
  .close {
    width: 38px;
    background: none;
    color: var(--muted);
  }
  .close .icon {
    width: 22px;
    height: 22px;
    display: block;
    margin: auto;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
  }
`;
