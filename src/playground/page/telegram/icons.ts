import { html, type TemplateResult } from 'lit';

const shapes = {
  arrow: 'M7 17 17 7M9 7h8v8',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  back: 'M15 5l-7 7 7 7',
  send: 'M4 12 20 4l-4 16-4-6zM12 14l8-10',
  attach: 'M8 12l6-6a3 3 0 0 1 4 4l-8 8a5 5 0 0 1-7-7l7-7',
  silent: 'M6 16h11M8 16v-5a4 4 0 0 1 7-3M16 11v5M11 19h2M4 4l16 16',
  read: 'M2 13l4 4 9-10M10 16l1 1 10-10',
  eye: 'M3 12c4-7 14-7 18 0-4 7-14 7-18 0M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  reply: 'M10 6 4 12l6 6v-4c5 0 8 1 10 4 0-6-4-9-10-9z',
  close: 'M6 6l12 12M18 6 6 18',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  channel: 'M4 10v4h3l7 5V5L7 10zM17 9a4 4 0 0 1 0 6',
  group: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 19c0-7 12-7 12 0M16 11a3 3 0 1 0-1-6M18 19c0-3-1-5-3-6',
};

/** A line drawing that says `label` aloud; with none it is for the eye alone. */
export const icon = (name: keyof typeof shapes, label = ''): TemplateResult =>
  label === ''
    ? html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${shapes[name]}></path></svg>`
    : html`<svg class="icon" viewBox="0 0 24 24" role="img" aria-label=${label}><path d=${shapes[name]}></path></svg>`;

/** The drawings on the wallpaper. */
export const wallpaper = html`<svg class="wallpaper" aria-hidden="true"><defs><pattern id="drawings" width="150" height="150"
  patternUnits="userSpaceOnUse" patternTransform="rotate(-12)"><path d="M14 22h26a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6H28l-8 7v-7h-6a6 6 0 0 1-6-6V28a6
  6 0 0 1 6-6M86 20c14 0 14 20 0 20s-14-20 0-20M86 26v8M82 30h8M126 46l4 9 10 1-7 7 2 10-9-5-9 5 2-10-7-7 10-1zM24 86c8-12 22-10 28 0 8-4 12 2
  8 8-10 12-26 12-36-8M24 86l-10-6 6 12M78 78h24v30H78zM83 86h14M83 93h14M83 100h8M122 96a12 12 0 1 0 .1 0M122 102v7l5 3M30 124l12 14 12-14-6-6H36zM70
  130q8-12 16 0t16 0 16 0"></path></pattern></defs><rect stroke="none" width="100%" height="100%" fill="url(#drawings)"></rect></svg>`;
