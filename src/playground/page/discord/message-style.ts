import { css } from 'lit';

/** What stands in a message; the author's line is Skyra's. */
export const messageStyle = css`
  discord-messages {
    border: 0;
    color: inherit;
    font-family: inherit;
    line-height: inherit;
  }
  discord-message {
    color: var(--text);
    font-family: inherit;
    line-height: inherit;
    padding-inline: 16px;
  }
  discord-message.ephemeral {
    background: rgb(88 101 242 / 0.08);
    box-shadow: inset 2px 0 var(--brand);
  }
  discord-message:hover,
  discord-message:focus-within {
    background: rgb(151 151 159 / 0.06);
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .text:empty {
    display: none;
  }
  h3,
  h4,
  h5 {
    margin: 12px 0 6px;
    color: var(--strong);
    font-weight: 700;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  :is(h3, h4, h5):first-child {
    margin-top: 0;
  }
  .level-1 {
    font-size: 24px;
  }
  .level-2 {
    font-size: 20px;
  }
  .level-3 {
    font-size: 16px;
  }
  .subtext {
    display: block;
    color: var(--muted);
    font-size: 13px;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  discord-message :is(ul, ol) {
    margin: 4px 0;
    padding-inline-start: 22px;
    list-style: revert;
  }
  li {
    overflow-wrap: anywhere;
  }
  blockquote {
    margin: 4px 0;
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--field-edge);
    border-radius: 2px;
  }
  a {
    color: var(--link);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  code {
    padding: 1px 4px;
    border: 1px solid var(--edge);
    border-radius: 4px;
    background: var(--code);
    font: 85% ui-monospace, "DejaVu Sans Mono", monospace;
  }
  pre {
    margin: 4px 0;
    padding: 8px;
    overflow-x: auto;
    border: 1px solid var(--edge);
    border-radius: 6px;
    background: var(--code);
  }
  pre code {
    padding: 0;
    border: 0;
  }
  .spoiler:not(.shown) {
    border-radius: 4px;
    background: var(--muted);
    color: transparent;
    cursor: pointer;
  }
  .timestamp {
    padding: 0 2px;
    border-radius: 3px;
    background: var(--hover);
  }
  discord-mention {
    color: var(--mention) !important;
    background: var(--mention-ground) !important;
  }
  .components {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    max-width: 600px;
  }
  .components:empty {
    display: none;
  }
  .elsewhere,
  .unknown,
  .thinking,
  .edited,
  .only-you {
    color: var(--muted);
    font-size: 14px;
    margin: 0;
  }
  .edited {
    font-size: 11px;
  }
  .only-you {
    margin-top: 6px;
    font-size: 13px;
  }
  .only-you .icon {
    width: 16px;
    height: 16px;
  }
  .reference {
    display: flex;
    align-items: center;
    gap: 4px;
    margin: 0 0 2px 56px;
    font-size: 14px;
    color: var(--muted);
    min-width: 0;
    white-space: nowrap;
  }
  .reference::before {
    content: "";
    width: 30px;
    height: 8px;
    margin: 8px 0 0 -36px;
    border: 2px solid var(--field-edge);
    border-width: 2px 0 0 2px;
    border-start-start-radius: 6px;
    flex: none;
  }
  .reference img {
    width: 16px;
    height: 16px;
    border-radius: 50%;
  }
  .reference strong {
    color: var(--text);
    font-weight: 500;
  }
  .used {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    color: var(--mention);
    background: var(--mention-ground);
    padding: 0 4px;
    border-radius: 4px;
  }
  .excerpt {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .menu {
    position: absolute;
    inset-inline-end: 12px;
    top: -10px;
    z-index: 4;
    opacity: 0;
  }
  discord-message:hover .menu,
  .menu:focus-within,
  .menu.open {
    opacity: 1;
  }
  .menu > button {
    width: 32px;
    height: 32px;
    display: grid;
    place-items: center;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    color: var(--muted);
    cursor: pointer;
  }
  .menu > button:hover {
    color: var(--strong);
  }
  [role="menu"] {
    position: absolute;
    inset-inline-end: 0;
    top: 36px;
    min-width: 190px;
    padding: 6px;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--raised);
    box-shadow: 0 8px 24px rgb(0 0 0 / 0.3);
  }
  [role="menuitem"] {
    display: block;
    width: 100%;
    padding: 8px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: var(--text);
    font: inherit;
    font-size: 15px;
    text-align: start;
    cursor: pointer;
  }
  [role="menuitem"]:hover,
  [role="menuitem"]:focus-visible {
    background: var(--hover);
  }
  @media (prefers-reduced-motion: no-preference) {
    .thinking span {
      animation: thinking 1.2s infinite;
    }
    @keyframes thinking {
      50% {
        opacity: 0.3;
      }
    }
  }
`;
