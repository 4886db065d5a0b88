import { css } from 'lit';

/** What all parts of the composer share. */
export const partStyle = css`
  * {
    box-sizing: border-box;
  }
  .icon {
    width: 20px;
    height: 20px;
    display: block;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }
`;

/** Lists over the composer: of commands, choices and suggestions. */
export const listStyle = css`
  .list {
    position: absolute;
    z-index: 6;
    inset-inline: 0;
    bottom: calc(100% + 6px);
    max-height: min(380px, 50vh);
    overflow-y: auto;
    padding: 6px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    box-shadow: 0 -6px 24px rgb(0 0 0 / 0.25);
  }
  .about {
    margin: 0;
    padding: 6px 8px;
    color: var(--muted);
    font-size: 14px;
  }
  .about strong {
    color: var(--text);
  }
  [hidden] {
    display: none;
  }
  [role="option"] {
    padding: 6px 8px;
    border-radius: 6px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  [role="option"]:hover,
  .active {
    background: var(--hover);
  }
  small {
    display: block;
    color: var(--muted);
    font-size: 13px;
  }
`;
