import { chatListStyle } from './chat-list-style.ts';
import { keyboardStyle } from './keyboard-style.ts';
import { messageStyle } from './message-style.ts';
import { noticesStyle } from './notices-style.ts';
import { paneStyle } from './pane-style.ts';
import { richStyle } from './rich-style.ts';
import { textStyle } from './text-style.ts';
import { theme } from './theme.ts';

/** All that the pane looks like; what comes later overrules. */
export const paneStyles = [
  theme,
  chatListStyle,
  paneStyle,
  noticesStyle,
  messageStyle,
  keyboardStyle,
  richStyle,
  textStyle,
];
