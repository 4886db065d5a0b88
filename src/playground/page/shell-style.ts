import { css } from 'lit';

export const shellStyle = css`
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    height: 100dvh;
    font-size: 14px;
  }
  * {
    box-sizing: border-box;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 6px 16px;
    padding: 8px 16px;
    background: var(--surface);
    border-bottom: 1px solid var(--edge);
  }
  h1 {
    margin: 0;
    font-size: 16px;
  }
  p {
    margin: 0;
  }
  .gone {
    color: var(--quiet);
  }
  .settings {
    flex: 1;
  }
  summary {
    width: fit-content;
    padding: 4px 0;
    cursor: pointer;
    color: var(--quiet);
  }
  summary:hover {
    color: var(--ink);
  }
  .choices,
  .clock,
  .steps {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .steps {
    gap: 4px;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--quiet);
  }
  select,
  button {
    font: inherit;
    color: var(--ink);
    background: var(--page);
    border: 1px solid var(--edge);
    border-radius: 6px;
    padding: 4px 8px;
    min-height: 28px;
    max-width: 17em;
    field-sizing: content;
  }
  button {
    cursor: pointer;
  }
  button:hover,
  select:hover {
    border-color: var(--quiet);
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  time {
    font-variant-numeric: tabular-nums;
  }
  .ahead {
    color: var(--warn);
  }
  .content {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
  }
  .sound strong {
    color: var(--good);
  }
  .unsound strong {
    color: var(--bad);
  }
  .content:has(ul) {
    flex-basis: 100%;
  }
  .content ul {
    flex-basis: 100%;
    margin: 0;
    padding: 6px 10px;
    list-style: none;
    max-height: 7.5em;
    overflow: auto;
    background: var(--page);
    border: 1px solid var(--edge);
    border-radius: 6px;
    overflow-wrap: anywhere;
  }
  li.error strong {
    color: var(--bad);
  }
  li.warning strong {
    color: var(--warn);
  }
  code {
    font-family: ui-monospace, "DejaVu Sans Mono", monospace;
    margin: 0 6px;
  }
  .notice {
    background: var(--surface);
    color: var(--bad);
    font-weight: 600;
  }
  .notice:not(:empty) {
    padding: 6px 16px;
    border-bottom: 1px solid var(--bad);
  }
  main {
    display: flex;
    gap: 12px;
    padding: 12px;
    min-height: 0;
    justify-content: center;
  }
  .waiting {
    align-self: center;
    color: var(--quiet);
  }
  parley-discord,
  parley-telegram {
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    border-radius: 10px;
    border: 1px solid var(--edge);
  }
  main.phone > * {
    flex: 0 1 390px;
    max-width: 390px;
    max-height: 844px;
    border-radius: 24px;
  }
  @media (max-width: 900px) {
    :host {
      height: auto;
      min-height: 100dvh;
      grid-template-rows: auto auto 1fr;
    }
    header {
      position: relative;
    }
    .settings {
      flex-basis: 100%;
    }
    summary {
      position: absolute;
      top: 4px;
      inset-inline-end: 16px;
    }
    main {
      flex-direction: column;
      align-items: stretch;
      justify-content: flex-start;
      padding: 8px;
    }
    main > *,
    main.phone > * {
      flex: none;
      height: min(780px, 92dvh);
      width: 100%;
    }
    main.phone > * {
      align-self: center;
      border-radius: 12px;
    }
  }
  @media (max-width: 430px) {
    header {
      padding: 4px 12px;
    }
    summary {
      top: 2px;
      inset-inline-end: 12px;
    }
    main {
      padding: 0;
    }
    main > *,
    main.phone > * {
      border-radius: 0;
      border-inline: 0;
      max-width: none;
    }
    main:not(.both) > * {
      flex: 1 0 480px;
      height: auto;
      max-height: none;
    }
  }
`;
