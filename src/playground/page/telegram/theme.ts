import { css } from 'lit';

/** Telegram's colours, dark or light by the `color-scheme` that the page has chosen. */
export const theme = css`
  :host {
    --panel: light-dark(#ffffff, #17212b);
    --panel-hover: light-dark(#f1f3f5, #202b36);
    --chosen: light-dark(#3390ec, #2b5278);
    --edge: light-dark(#dfe1e5, #0e1621);
    --ink: light-dark(#0f1113, #f5f5f5);
    --quiet: light-dark(#5f676e, #8d9dac);
    --accent: light-dark(#0f6cb3, #70baf5);
    --action: light-dark(#2b83d9, #4c9ee0);
    --in: light-dark(#ffffff, #182533);
    --out: light-dark(#effdde, #2b5278);
    --out-quiet: light-dark(#3a7a37, #a3c3e0);
    --out-accent: light-dark(#2d7a2a, #9bd0ff);
    --shade: light-dark(#0f6cb31a, #70baf51f);
    --code: light-dark(#0000000f, #ffffff14);
    --rule: light-dark(#c9ced3, #3b4a59);
    --key: light-dark(#3d6249d9, #22313fe8);
    --key-hover: light-dark(#2f4f3a, #2d4053);
    --pill: light-dark(#3d624999, #1e2c3acc);
    --wall-1: light-dark(#dbddbb, #10202e);
    --wall-2: light-dark(#88b884, #1a2c40);
    --wall-3: light-dark(#d5d88d, #0e1621);
    --wall-4: light-dark(#6ba587, #16283a);
    --drawings: light-dark(#3f6b4a2e, #8fb8dd14);
    --badge: light-dark(#2b83d9, #4082bc);
    --focus: light-dark(#0b57d0, #8ec7ff);
    --face-0: light-dark(#c0392f, #fc8a83);
    --face-1: light-dark(#a8570a, #f2b268);
    --face-2: light-dark(#7445c4, #b9a0fb);
    --face-3: light-dark(#2f7a26, #86d27c);
    --face-4: light-dark(#0a7a86, #6fd2de);
    --face-5: light-dark(#1d6fb8, #7fc0f5);
    --face-6: light-dark(#b83470, #f59ac0);
    color: var(--ink);
    font: 15px/1.38 Roboto, "Noto Sans", -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  }
  * {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  a {
    color: var(--accent);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .icon {
    width: 1.4em;
    height: 1.4em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.3em;
    flex: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast {
      animation: appear 0.2s;
    }
    @keyframes appear {
      from {
        opacity: 0;
      }
    }
  }
`;
