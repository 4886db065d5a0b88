import { css } from 'lit';

/** The blocks of rich messages. */
export const richStyle = css`
  .rich > .column {
    min-width: min(100%, 320px);
  }
  .blocks {
    min-width: 0;
    white-space: pre-line;
  }
  .blocks :where(p, ul, ol, blockquote, footer, details, .table, .pre, figure) {
    margin: 7px 0;
  }
  .blocks :is(ul, ol, .table, .pre, details, tr, table, .buttons) {
    white-space: normal;
  }
  .blocks :is(li .blocks, details .blocks, td, th, summary) {
    white-space: pre-line;
  }
  .blocks > :first-child {
    margin-top: 0;
  }
  .blocks > :last-child {
    margin-bottom: 0;
  }
  h3,
  h4,
  h5 {
    margin: 12px 0 5px;
    line-height: 1.25;
    font-weight: 700;
  }
  h3 {
    font-size: 18px;
  }
  .h1 {
    font-size: 20px;
  }
  h4 {
    font-size: 16px;
  }
  h5 {
    font-size: 15px;
  }
  footer {
    color: var(--quiet);
    font-size: 13.5px;
  }
  hr {
    border: 0;
    border-top: 1px solid var(--rule);
    margin: 9px 0;
  }
  .blocks :is(ul, ol) {
    list-style: none;
    padding: 0;
  }
  .blocks li {
    display: flex;
    gap: 7px;
    margin: 3px 0;
  }
  .label {
    flex: none;
    min-width: 12px;
    color: var(--accent);
    font-variant-numeric: tabular-nums;
  }
  .pull {
    border: 0;
    text-align: center;
    font-style: italic;
    font-size: 16px;
  }
  cite {
    display: block;
    font-style: normal;
    font-size: 13px;
    color: var(--quiet);
  }
  details {
    border-block: 1px solid var(--rule);
    padding: 0;
  }
  .blocks details + details {
    border-top: 0;
    margin-top: -7px;
  }
  summary {
    display: flex;
    gap: 8px;
    padding: 8px 0;
    font-weight: 600;
    cursor: pointer;
    list-style: none;
  }
  summary::before {
    content: "";
    flex: none;
    width: 8px;
    height: 8px;
    margin: 5px 3px 0;
    border: solid var(--accent);
    border-width: 0 2px 2px 0;
    transform: rotate(-45deg);
  }
  details[open] > summary::before {
    transform: rotate(45deg);
  }
  details > .blocks {
    padding: 0 0 8px 22px;
  }
  .table {
    overflow-x: auto;
    max-width: 100%;
    scrollbar-width: thin;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    min-width: 100%;
    overflow-wrap: normal;
    font-size: 14px;
  }
  caption {
    text-align: left;
    font-weight: 600;
    padding-bottom: 4px;
  }
  th,
  td {
    padding: 6px 9px;
    text-align: left;
    vertical-align: top;
    min-width: 84px;
    max-width: 260px;
  }
  th {
    font-weight: 600;
  }
  thead th {
    background: var(--shade);
  }
  .bordered {
    border: 1px solid var(--rule);
    border-radius: 8px;
    overflow: hidden;
  }
  .bordered :is(th, td) {
    border: 0 solid var(--rule);
    border-width: 0 1px 1px 0;
  }
  .bordered tr > :last-child {
    border-right: 0;
  }
  .bordered tbody:last-child tr:last-child > * {
    border-bottom: 0;
  }
  .striped tbody tr:nth-child(even) {
    background: var(--code);
  }
  .compact :is(th, td) {
    padding: 3px 6px;
  }
  .center {
    text-align: center;
  }
  .right {
    text-align: right;
  }
  .middle {
    vertical-align: middle;
  }
  .bottom {
    vertical-align: bottom;
  }
  figure {
    margin-inline: 0;
  }
  figcaption,
  .elsewhere {
    color: var(--quiet);
    font-size: 13.5px;
  }
  .elsewhere {
    padding: 22px 12px;
    text-align: center;
    border-radius: 8px;
    background: var(--code);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .blocks .key {
    display: inline-block;
    background: var(--shade);
    color: var(--accent);
    padding-inline: 20px;
  }
  .blocks .key.danger {
    color: light-dark(#b3261e, #ff9a92);
  }
  .buttons.center {
    justify-content: center;
  }
  .buttons.right {
    justify-content: flex-end;
  }
`;
