import { css } from 'lit';

/** Discord's colours (its themes “Dark” and “Light” of 2025), and the pane around the messages. */
export const paneStyle = css`
  :host {
    --font: "gg sans", "Noto Sans", "Helvetica Neue", Helvetica, Arial, sans-serif;
    --chat: #1a1a1e;
    --side: #121214;
    --raised: #242429;
    --modal: #242429;
    --card: #242429;
    --field: #222327;
    --field-edge: #3a3a42;
    --edge: rgb(151 151 159 / 0.16);
    --hover: rgb(151 151 159 / 0.14);
    --text: #dfdfe2;
    --strong: #fbfbfb;
    --muted: #a0a1a9;
    --link: #7bb0f5;
    --brand: #5865f2;
    --brand-text: #a9b3ff;
    --button: rgb(151 151 159 / 0.2);
    --bad: #f7777a;
    --mention: #c9d2ff;
    --mention-ground: rgb(88 101 242 / 0.3);
    --code: #121214;
    --focus: #8ea2ff;
    display: block;
    container-type: inline-size;
    background: var(--chat);
    color: var(--text);
    font: 16px/1.375 var(--font);
  }
  :host([theme="light"]) {
    --chat: #ffffff;
    --side: #f3f3f4;
    --raised: #ffffff;
    --modal: #ffffff;
    --card: #ffffff;
    --field: #ffffff;
    --field-edge: #c9cad1;
    --edge: rgb(151 151 159 / 0.36);
    --hover: rgb(151 151 159 / 0.16);
    --text: #2f3035;
    --strong: #111214;
    --muted: #5c5d67;
    --link: #0b5fd0;
    --brand: #5865f2;
    --brand-text: #4450d6;
    --button: rgb(151 151 159 / 0.24);
    --bad: #c0282c;
    --mention: #3d49c9;
    --mention-ground: rgb(88 101 242 / 0.16);
    --code: #f3f3f4;
    --focus: #3b4ad0;
  }
  * {
    box-sizing: border-box;
  }
  section {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / 208px minmax(0, 1fr);
    height: 100%;
  }
  nav {
    overflow-y: auto;
    padding: 12px 8px;
    background: var(--side);
    border-inline-end: 1px solid var(--edge);
  }
  h2,
  h3 {
    margin: 0;
  }
  nav h3 {
    padding: 8px 8px 4px;
    font-size: 14px;
    font-weight: 600;
    color: var(--strong);
  }
  ul {
    list-style: none;
    margin: 0 0 10px;
    padding: 0;
  }
  nav button {
    display: flex;
    align-items: center;
    gap: 6px;
    width: 100%;
    min-height: 34px;
    padding: 4px 8px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--muted);
    font: inherit;
    font-size: 15px;
    text-align: start;
    cursor: pointer;
  }
  nav button span:not(.dot) {
    flex: 1;
    overflow-wrap: anywhere;
  }
  nav button:hover,
  nav [aria-current] {
    background: var(--hover);
    color: var(--strong);
  }
  nav .unread {
    color: var(--strong);
    font-weight: 600;
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--strong);
  }
  .icon {
    width: 20px;
    height: 20px;
    flex: none;
    vertical-align: -4px;
  }
  .channel {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto auto;
    min-height: 0;
    height: 100%;
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
    padding: 0 16px;
    border-bottom: 1px solid var(--edge);
  }
  header h2 {
    font-size: 16px;
    font-weight: 600;
    color: var(--strong);
  }
  header .icon {
    color: var(--muted);
  }
  .channels {
    display: none;
    width: 36px;
    height: 36px;
    place-items: center;
    border: 0;
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .log {
    overflow-y: auto;
    overflow-x: hidden;
    padding-bottom: 12px;
    overscroll-behavior: contain;
  }
  .empty {
    padding: 24px 16px;
    margin: 0;
    color: var(--muted);
  }
  .refusal {
    margin: 0 8px;
    padding: 8px 12px;
    border-radius: 8px;
    color: var(--bad);
    font-weight: 500;
    background: var(--hover);
  }
  .refusal:empty {
    display: none;
  }
  parley-discord-modal {
    position: absolute;
  }
  .composer {
    padding: 8px;
    min-width: 0;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  @container (max-width: 560px) {
    section {
      grid-template-columns: minmax(0, 1fr);
    }
    nav {
      display: none;
      position: absolute;
      z-index: 8;
      inset: 49px 0 0;
      border: 0;
    }
    .lists nav {
      display: block;
    }
    .channels {
      display: grid;
    }
    header {
      padding: 0 8px;
    }
  }
`;
