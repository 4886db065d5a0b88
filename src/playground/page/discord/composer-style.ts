import { css } from 'lit';

export const composerStyle = css`
  :host {
    display: block;
    position: relative;
  }
  .box {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 8px 8px 8px 16px;
    min-height: 56px;
    border: 1px solid var(--field-edge);
    border-radius: 8px;
    background: var(--field);
  }
  .box:focus-within {
    border-color: var(--brand);
  }
  textarea {
    flex: 1;
    min-width: 0;
    border: 0;
    outline: 0;
    resize: none;
    background: none;
    color: var(--text);
    font: inherit;
    line-height: 22px;
    padding: 0;
  }
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
    white-space: nowrap;
  }
  button {
    width: 36px;
    height: 36px;
    display: grid;
    place-items: center;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  button:hover {
    color: var(--text);
    background: var(--hover);
  }
  .options {
    color: var(--muted);
    font-size: 13px;
  }
`;

export const commandFormStyle = css`
  form {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 8px 8px 8px 16px;
    min-height: 56px;
    border: 1px solid var(--brand);
    border-radius: 8px;
    background: var(--field);
  }
  .name {
    font-weight: 600;
    color: var(--brand-text);
  }
  .ends {
    display: flex;
    margin-inline-start: auto;
  }
  button {
    font: inherit;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--muted);
    cursor: pointer;
  }
  .add {
    font-size: 14px;
    padding: 5px 8px;
    background: var(--hover);
    color: var(--text);
  }
  .leave,
  .send {
    width: 36px;
    height: 36px;
    display: grid;
    place-items: center;
  }
  .send {
    color: var(--brand-text);
  }
  button:hover {
    color: var(--text);
    background: var(--hover);
  }
`;

export const optionStyle = css`
  :host {
    display: inline-flex;
    max-width: 100%;
    align-items: center;
  }
  label {
    display: inline-flex;
    min-width: 0;
    align-items: stretch;
    border: 1px solid var(--edge);
    border-radius: 6px;
    overflow: hidden;
    font-size: 15px;
  }
  label:focus-within {
    border-color: var(--brand);
  }
  label.missing {
    border-color: var(--bad);
  }
  label > span {
    padding: 5px 8px;
    background: var(--raised);
    color: var(--text);
    white-space: nowrap;
  }
  label.missing > span {
    color: var(--bad);
  }
  input {
    font: inherit;
    color: var(--text);
    background: none;
    border: 0;
    outline: 0;
    padding: 5px 8px;
    width: 15em;
    min-width: 4em;
    flex: 0 1 auto;
  }
  input:focus-visible {
    outline: 0;
  }
  input[type="file"] {
    width: 18em;
    font-size: 13px;
  }
  .drop {
    border: 0;
    background: none;
    color: var(--muted);
    padding: 4px;
    cursor: pointer;
  }
  .drop .icon {
    width: 14px;
    height: 14px;
  }
`;
