import { css } from 'lit';

/** The window: chats beside the open one, or one of them at a time where it is narrow. */
export const paneStyle = css`
  :host {
    display: block;
    height: 100%;
    min-height: 0;
    min-width: 0;
    container-type: inline-size;
    overflow: hidden;
    background: var(--panel);
  }
  .window {
    display: grid;
    grid-template-columns: 220px minmax(0, 1fr);
    height: 100%;
    position: relative;
  }
  h2 {
    margin: 0;
    font-size: 15px;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  small {
    font-size: 13px;
    color: var(--quiet);
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .aloud {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }
  .badge {
    flex: none;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--badge);
    position: relative;
  }
  .avatar {
    flex: none;
    width: 42px;
    height: 42px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 15px;
    font-weight: 600;
    color: light-dark(#fff, #0e1621);
    background: var(--face);
  }
  .face-0 { --face: var(--face-0); }
  .face-1 { --face: var(--face-1); }
  .face-2 { --face: var(--face-2); }
  .face-3 { --face: var(--face-3); }
  .face-4 { --face: var(--face-4); }
  .face-5 { --face: var(--face-5); }
  .face-6 { --face: var(--face-6); }
  .open {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    position: relative;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    height: 56px;
    flex: none;
    padding: 0 14px;
    border-bottom: 1px solid var(--edge);
  }
  header > div {
    min-width: 0;
  }
  header .avatar {
    width: 38px;
    height: 38px;
  }
  .back {
    display: none;
    position: relative;
    width: 32px;
    height: 40px;
    margin-left: -8px;
    color: var(--accent);
  }
  .back .badge {
    position: absolute;
    top: 4px;
    right: 0;
    width: 10px;
    height: 10px;
  }
  .log-frame {
    flex: 1;
    min-height: 0;
    position: relative;
    background:
      radial-gradient(circle at 85% 10%, var(--wall-2), transparent 55%),
      radial-gradient(circle at 10% 90%, var(--wall-4), transparent 55%),
      linear-gradient(160deg, var(--wall-1), var(--wall-3));
  }
  .wallpaper {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    fill: none;
    stroke: var(--drawings);
    stroke-width: 2;
    stroke-linejoin: round;
  }
  .log {
    position: absolute;
    inset: 0;
    overflow: hidden auto;
    scrollbar-width: thin;
    scrollbar-color: #8886 transparent;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .messages {
    min-height: 100%;
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    padding: 10px 12px;
  }
  .closed {
    margin: 0;
    padding: 0 12px;
    height: 52px;
    flex: none;
    display: grid;
    place-items: center;
    text-align: center;
    color: var(--quiet);
    border-top: 1px solid var(--edge);
  }
  .start {
    color: var(--accent);
    font-weight: 600;
    text-transform: uppercase;
  }
  @container (max-width: 599px) {
    .window {
      grid-template-columns: minmax(0, 1fr);
    }
    .chats {
      display: none;
    }
    .lists-chats .chats {
      display: block;
      border: 0;
    }
    .lists-chats .open {
      display: none;
    }
    .back {
      display: block;
    }
    .messages {
      padding: 8px;
    }
  }
`;
