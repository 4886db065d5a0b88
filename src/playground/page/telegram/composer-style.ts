import { css } from 'lit';
import { theme } from './theme.ts';

/** The composer, what it replies to, and the list over it. */
export const composerStyle = [
  theme,
  css`
    :host {
      display: block;
      flex: none;
      position: relative;
      background: var(--panel);
      border-top: 1px solid var(--edge);
    }
    .composer {
      display: flex;
      align-items: flex-end;
      gap: 4px;
      padding: 6px 8px;
    }
    .composer > button {
      flex: none;
      width: 40px;
      height: 40px;
      border-radius: 50%;
      color: var(--quiet);
      display: grid;
      place-items: center;
    }
    .composer > button:hover {
      background: var(--panel-hover);
    }
    .composer > .menu {
      color: #fff;
      background: light-dark(#1f75c6, #2f7fc4);
      font-size: 20px;
      font-weight: 600;
      width: 36px;
      height: 36px;
      margin: 2px;
    }
    .composer > .menu:hover {
      background: light-dark(#1762a8, #3a8dd4);
    }
    .composer > .send:not([disabled]) {
      color: var(--accent);
    }
    .send[disabled] {
      opacity: 0.5;
      cursor: default;
    }
    .grown {
      display: grid;
      flex: 1;
      min-width: 0;
      max-height: 150px;
      overflow-y: auto;
    }
    .grown::after {
      content: attr(data-typed);
      visibility: hidden;
    }
    .grown::after,
    textarea {
      grid-area: 1 / 1;
      font: inherit;
      font-size: 16px;
      line-height: 22px;
      padding: 9px 8px;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      border: 0;
      margin: 0;
      min-width: 0;
    }
    textarea {
      resize: none;
      overflow: hidden;
      background: none;
      color: var(--ink);
      width: 100%;
      border-radius: 8px;
    }
    textarea:focus-visible {
      outline-offset: -2px;
    }
    textarea::placeholder {
      color: var(--quiet);
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .replying {
      display: flex;
      align-items: center;
      gap: 10px;
      padding: 6px 12px 0;
      color: var(--accent);
    }
    .replying > div {
      flex: 1;
      min-width: 0;
      border-left: 2px solid;
      padding-left: 8px;
      font-size: 14px;
      line-height: 18px;
    }
    .replying :is(b, span) {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .replying span {
      color: var(--quiet);
    }
    .replying button {
      width: 32px;
      height: 32px;
      color: var(--quiet);
    }
    .suggestions {
      position: absolute;
      inset: auto 0 100%;
      max-height: min(320px, 50vh);
      overflow-y: auto;
      background: var(--panel);
      border-top: 1px solid var(--edge);
      box-shadow: 0 -4px 12px #0003;
    }
    .suggestions ul {
      list-style: none;
      margin: 0;
      padding: 4px 0;
    }
    .suggestions p {
      margin: 12px 14px;
      color: var(--quiet);
    }
    .suggestions li {
      padding: 6px 14px;
      cursor: pointer;
    }
    .suggestions li b {
      font-weight: 600;
      margin-right: 8px;
    }
    .suggestions li span {
      color: var(--quiet);
    }
    .suggestions li {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      overflow: hidden;
    }
    .suggestions li:is(.active, :hover) {
      background: var(--panel-hover);
    }
  `,
];
