import { css } from 'lit';

/** Formatted text: quotations, code, commands and what is hidden; to come after the blocks that it stands in. */
export const textStyle = css`
  blockquote {
    margin: 5px 0;
    padding: 4px 10px;
    border-left: 3px solid var(--accent);
    border-radius: 5px;
    background: var(--shade);
  }
  .folded {
    max-height: 4.2em;
    overflow: hidden;
    white-space: pre-wrap;
  }
  .unfolded .folded {
    max-height: none;
  }
  .unfold,
  .pre-head button {
    color: var(--accent);
    font-size: 13px;
    font-weight: 600;
  }
  .unfold :last-child,
  .unfolded .unfold :first-child {
    display: none;
  }
  .unfolded .unfold :last-child {
    display: inline;
  }
  .pre {
    border-radius: 6px;
    background: var(--code);
    overflow: hidden;
    margin: 5px 0;
  }
  .pre-head {
    display: flex;
    justify-content: space-between;
    padding: 3px 9px;
    font-size: 13px;
    color: var(--quiet);
    background: var(--code);
  }
  pre {
    margin: 0;
    padding: 6px 9px;
    overflow-x: auto;
    white-space: pre;
  }
  pre,
  code {
    font: 13.5px/1.45 "Roboto Mono", "Noto Sans Mono", "DejaVu Sans Mono", monospace;
  }
  code {
    background: var(--code);
    border-radius: 4px;
    padding: 1px 4px;
  }
  pre:focus-visible {
    outline-offset: -2px;
  }
  .command {
    color: var(--accent);
    display: inline;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .command:hover {
    text-decoration: underline;
  }
  .tag {
    color: var(--accent);
  }
  .spoiler:not(.revealed) {
    background: var(--quiet);
    border-radius: 4px;
    cursor: pointer;
  }
  .spoiler:not(.revealed) > span {
    visibility: hidden;
  }
  mark {
    background: light-dark(#ffe58f, #75621d);
    color: inherit;
  }
`;
