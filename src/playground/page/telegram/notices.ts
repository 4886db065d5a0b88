import { html, nothing } from 'lit';

const toastMs = 4_000;

/** What is said outside the chat: a line that goes away by itself, and an alert that waits for OK; `changed` asks for a new rendering. */
export function createNotices(changed: () => void) {
  let line: string | undefined;
  let alerted: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const endLine = () => {
    line = undefined;
    changed();
  };
  const endAlert = () => {
    alerted = undefined;
    changed();
  };

  return {
    remark(text: string): void {
      clearTimeout(timer);
      timer = setTimeout(endLine, toastMs);
      line = text;
      changed();
    },
    alert(text: string): void {
      alerted = text;
      changed();
    },
    toast: () =>
      html`<div class="toast-place" role="status">${line === undefined ? nothing : html`<p class="toast">${line}</p>`}</div>`,
    /** To be opened with `showModal` once it stands in the page. */
    dialog: (ok: string) =>
      alerted === undefined
        ? nothing
        : html`<dialog aria-label="Parley" @close=${endAlert}><p>${alerted}</p>
          <form method="dialog"><button autofocus>${ok}</button></form></dialog>`,
    stop: () => clearTimeout(timer),
  };
}
