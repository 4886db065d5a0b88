import { css } from 'lit';

/** The keyboards under messages, and their buttons wherever they stand. */
export const keyboardStyle = css`
  .keyboard {
    display: grid;
    gap: 4px;
    margin-top: 4px;
    min-width: 200px;
  }
  .row {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 4px;
  }
  .key {
    position: relative;
    display: block;
    text-align: center;
    border-radius: 8px;
    padding: 8px 12px;
    min-height: 38px;
    color: #fff;
    background: var(--key);
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  .key:hover {
    background: var(--key-hover);
    text-decoration: none;
  }
  .key .icon {
    position: absolute;
    top: 3px;
    right: 3px;
    width: 13px;
    height: 13px;
  }
  .key[disabled] {
    opacity: 0.6;
    cursor: default;
  }
  .pressing {
    opacity: 0.65;
  }
`;
