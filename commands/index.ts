import type { Catalogue } from '../src/core/catalogue.ts';
import type { Command } from '../src/core/command.ts';
import type { CommunityServices } from '../src/core/community-services.ts';
import type { Editing } from '../src/core/editing.ts';
import type { Pictures } from '../src/core/figure.ts';
import type { GapFilling } from '../src/core/gaps.ts';
import type { Subscriptions } from '../src/core/subscriptions.ts';
import type { Texts } from '../src/core/texts.ts';
import type { Transfer } from '../src/core/transfer.ts';
import type { Updates } from '../src/core/updates.ts';
import { about } from './about.ts';
import { announce } from './announce.ts';
import { audit, deeds } from './audit.ts';
import { community } from './community.ts';
import { compare } from './compare.ts';
import { draft, draftBegin } from './draft.ts';
import { entryAdd } from './entry-add.ts';
import { entryEdit } from './entry-edit.ts';
import { entryExport } from './entry-export.ts';
import { entryImport, imported } from './entry-import.ts';
import { entryList } from './entry-list.ts';
import { entryPosition } from './entry-position.ts';
import { entryRestore } from './entry-restore.ts';
import { entryRetire } from './entry-retire.ts';
import { faq } from './faq.ts';
import { gap, gaps } from './gaps.ts';
import { help } from './help.ts';
import { helpful } from './helpful.ts';
import { history } from './history.ts';
import { language } from './language.ts';
import { latest, news } from './latest.ts';
import { join, link } from './link.ts';
import { outdated } from './outdated.ts';
import { plans } from './plans.ts';
import { position } from './position.ts';
import { positions } from './positions.ts';
import { erase, privacy } from './privacy.ts';
import { report } from './report.ts';
import { reports, settle } from './reports.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { numbers, stats } from './stats.ts';
import { subscribe } from './subscribe.ts';
import { subscription } from './subscription.ts';
import { subscriptions } from './subscriptions.ts';
import { topics } from './topics.ts';
import { leave, unlink } from './unlink.ts';
import { unsubscribe } from './unsubscribe.ts';
import { updateBegin, updateDraft } from './update-draft.ts';
import { updateEdit } from './update-edit.ts';
import { updateList } from './update-list.ts';
import { updatePost } from './update-post.ts';
import { updateRetract } from './update-retract.ts';
import { updateResend, updateStatus, updateUndo } from './update-status.ts';

export interface Services {
  /** What all communities share: parties, topics and plans to choose from. A reload swaps it. */
  catalogue: () => Catalogue;
  /** The day in UTC, `YYYY-MM-DD`. */
  today: () => string;
  version: string;
  /** Where the project lives, if the operator says so. */
  homepage: string | undefined;
  texts: Texts;
  /** Communities and people: settings, links, reports, questions without an answer. */
  communities: CommunityServices;
  /** How moderators write, review, correct and restore. */
  editing: Editing;
  /** What becomes of a question without an answer. */
  gapFilling: GapFilling;
  /** How texts leave as a file, and come in. */
  transfer: Transfer;
  /** How moderators post, correct and retract updates, and everybody reads them. */
  updates: Updates;
  /** Who gets updates, where and when. */
  subscriptions: Subscriptions;
  /** Draws where the parties stand, and numbers. */
  pictures: Pictures;
}

/** The one list of commands: slash JSON, menus, help and docs all derive from it. */
export function createCommands({
  catalogue,
  today,
  texts,
  communities,
  editing,
  gapFilling,
  transfer,
  updates,
  subscriptions: subscribing,
  pictures,
  ...product
}: Services): readonly Command[] {
  const all: Command[] = [
    faq(today, communities.questionLog, communities.tallies),
    position(catalogue, today),
    compare(catalogue, today, pictures),
    positions(today, pictures),
    plans(catalogue, today),
    topics(catalogue, today),
    sources(),
    latest(updates, catalogue, pictures),
    news(updates),
    subscribe(subscribing, catalogue),
    subscriptions(subscribing),
    unsubscribe(subscribing),
    subscription(subscribing, texts),
    help(() => all),
    about(product),
    language(communities.people, texts),
    privacy(communities.people),
    erase(communities.people),
    entryAdd(editing),
    entryEdit(editing),
    entryPosition(editing, catalogue),
    entryRetire(editing, today),
    entryRestore(editing, today),
    entryList(editing),
    entryExport(transfer),
    entryImport(transfer),
    imported(transfer),
    draft(editing, today),
    draftBegin(editing, catalogue, today),
    updatePost(updates),
    updateEdit(updates),
    updateRetract(updates),
    updateList(updates),
    updateStatus(updates),
    updateDraft(updates),
    updateBegin(updates),
    updateUndo(updates),
    updateResend(updates),
    announce(updates),
    outdated(updates),
    review(editing, communities.reports, transfer, updates),
    history(editing),
    report(communities.reports),
    helpful(communities.votes, communities.questionLog),
    community(communities.people),
    settings(communities.settings, texts),
    link(communities.linking),
    join(communities.linking),
    unlink(),
    leave(communities.linking),
    reports(communities.reports),
    settle(communities.reports, texts),
    gaps(communities.gaps),
    gap(communities.gaps, gapFilling),
    stats(communities.stats, pictures),
    numbers(communities.stats),
    audit(communities.audit),
    deeds(communities.audit),
  ];
  return all;
}
