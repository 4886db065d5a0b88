import { nothing } from 'lit';
import { type AttributePart, Directive, directive } from 'lit/directive.js';

/** Lit's `styleMap` through the style object alone: a strict policy refuses style attributes, not styles set by a script. */
class StyleMap extends Directive {
  render(_styles: Record<string, string | undefined>) {
    return nothing;
  }

  override update(part: AttributePart, [styles]: [Record<string, string | undefined>]) {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value || null);
    return nothing;
  }
}

export const styleMap = directive(StyleMap);
