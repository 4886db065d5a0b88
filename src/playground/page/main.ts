import './discord/pane.ts';
import './telegram/pane.ts';
import './shell.ts';
