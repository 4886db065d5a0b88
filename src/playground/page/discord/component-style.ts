import { css } from 'lit';

/** Discord's components, which Skyra does not draw. */
export const componentStyle = css`
  .container {
    position: relative;
    width: 100%;
    max-width: 600px;
    box-sizing: border-box;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
  }
  .inside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 16px;
  }
  .accent {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    width: 4px;
    border-radius: 8px 0 0 8px;
  }
  .container summary {
    padding: 12px 16px;
    cursor: pointer;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    box-sizing: border-box;
    min-height: 32px;
    min-width: 60px;
    padding: 4px 12px;
    border: 1px solid transparent;
    border-radius: 8px;
    color: #fff;
    font: inherit;
    font-size: 14px;
    font-weight: 500;
    line-height: 18px;
    text-align: center;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .button .icon {
    width: 16px;
    height: 16px;
  }
  .primary {
    background: #5865f2;
  }
  .primary:hover {
    background: #4654c0;
  }
  .secondary {
    color: var(--text);
    background: var(--button);
    border-color: var(--edge);
  }
  .secondary:hover {
    background: var(--field-edge);
  }
  .success {
    background: #00863a;
  }
  .danger {
    background: #d22d39;
  }
  .button:disabled,
  .button[aria-busy="true"] {
    opacity: 0.5;
    cursor: not-allowed;
  }
  hr {
    width: 100%;
    margin: 4px 0;
    border: 0;
    border-top: 1px solid var(--edge);
  }
  hr.gap {
    border-color: transparent;
  }
  hr.large {
    margin: 12px 0;
  }
  .section {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .section > div:first-child {
    flex: 1;
    min-width: 0;
  }
  .thumbnail img {
    width: 85px;
    height: 85px;
    object-fit: cover;
  }
  .gallery {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
    gap: 4px;
    max-width: 600px;
  }
  .picture {
    position: relative;
    display: block;
    width: fit-content;
    max-width: 100%;
  }
  .picture img {
    display: block;
    max-width: 100%;
    max-height: 480px;
    border-radius: 8px;
  }
  .alt {
    opacity: 0;
    position: absolute;
    inset-inline-start: 8px;
    bottom: 8px;
    padding: 1px 6px;
    border-radius: 4px;
    background: rgb(0 0 0 / 0.75);
    color: #fff;
    font-size: 12px;
    font-weight: 700;
  }
  .picture:is(:hover, :focus-visible) .alt {
    opacity: 1;
  }
  .file {
    display: flex;
    align-items: center;
    gap: 12px;
    max-width: 420px;
    padding: 12px;
    box-sizing: border-box;
    border: 1px solid var(--edge);
    border-radius: 8px;
    background: var(--card);
    overflow-wrap: anywhere;
  }
  .file .icon {
    width: 28px;
    height: 28px;
    color: var(--brand-text);
  }
  .file small {
    display: block;
    color: var(--muted);
    font-size: 12px;
  }
`;
