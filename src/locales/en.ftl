## Commands: the description, a noun phrase for each option, and an example of use

faq =
    .description = Ask about the peace negotiations in your own words
    .question = your question, or a few words of it
    .usage = /faq can Ukraine join NATO during the war
    .menu = Answer from FAQ
position =
    .description = What one party says it wants, and why
    .party = the party, such as Ukraine or the United States
    .topic = the topic, such as territory or NATO
    .usage = /position russia territory
compare =
    .description = The parties' positions on one topic, side by side
    .topic = the topic to compare on
    .parties = the parties to compare, with commas between them
    .as = as a picture or in words
    .usage = /compare nato russia, ukraine
plans =
    .description = The peace plans: what each says, who backs it, who rejects it
    .plan = the plan to show in full
    .topic = the topic on which to show the plans
    .usage = /plans territory
topics =
    .description = Browse everything by topic
    .topic = the topic to open
    .usage = /topics ceasefire
sources =
    .description = What an answer rests on: author, publisher, date
    .entry = the question or the name of an entry
    .usage = /sources nato membership
help =
    .description = How to use Parley
    .command = the command to explain
    .usage = /help compare
about =
    .description = What Parley is, whose content it shows, how to report a mistake
    .usage = /about
private-option = show the answer to you alone

## Names of options, one word each, in small letters

option-question = question
option-party = party
option-topic = topic
option-parties = parties
option-plan = plan
option-entry = entry
option-command = command
option-private = private

## Answers

did-you-mean = I am not sure what you mean. Is it one of these?
no-answer = There is no answer to that here yet. Parley shows only what its editors have written and sourced, so it does not guess.
nearest = The nearest questions that do have an answer:
browse = Browse by topic
faq-title = Questions with an answer
faq-hint = Choose one, or ask in your own words.
past-review = ⚠ This text was due for review on { $date } and may be out of date.
not-translated = Not yet translated: shown in English.
as-of = As of { $date }
as-of-undated = As of: undated (the source gives no date)
sources-label = Sources
undated = undated
not-given = not given
source-kind-official = official document
source-kind-reporting = reporting
source-kind-analysis = analysis
source-kind-poll = poll
source-kind-footage = footage
source-kind-book = book
sources-of = What this answer rests on
source-author = Author
source-publisher = Publisher
source-collected = Read on
source-no-link = No link is known
back-to-answer = Back to the answer
position-of = { $party }: { $topic }
positions-of = Where { $party } stands
position-wants = What it wants, as reported
position-reasons = Reasons given
position-red-lines = Red lines
not-in-source = Not stated in the source.
no-position = no sourced position
no-position-long = Parley has no sourced position of { $party } on { $topic }. That does not mean that there is none.
all-positions-of = All positions of { $party }
choose-position = Choose a topic to see reasons and red lines:
compare-on = Compare: { $topic }
compare-attributed = Each line is what that party says or is reported to say, not a finding of Parley's. Reasons and red lines are left out where the source gives none.
party = Party
topic = Topic
stance = Stance
plans-title = Peace plans
plans-on = Plans on { $topic }
plan-backed-by = Who backs it
plan-rejected-by = Who rejects it
plan-silent = says nothing on this in our source
choose-plan = Choose a plan to see it in full:
all-plans = All plans
topics-title = Topics
all-topics = All topics
help-title = How to use Parley
help-intro = Ask in your own words with /faq, or choose a topic. Every answer names its source and its date.
help-moderators = For moderators
help-more = /help and a command's name explains that command.
all-commands = All commands
example = Example
optional = optional
about-title = About Parley
about-what = Parley answers questions about the Ukraine–Russia peace negotiations. Every answer was written by a person from a named source, and says so; nothing is generated.
about-how = A position is always somebody's: Parley reports what each party says and takes no side. Where there is no sourced answer, it says that there is none.
about-mistake = Found a mistake? Tell the moderators of this community, or the project:
about-mistake-here = Found a mistake? Tell the moderators of this community, or whoever runs this bot.
about-licence = Content: CC BY 4.0. Program: MIT.
about-version = Version { $version }

## Pages and buttons

page = Page { $number } of { $of }
previous = ‹ Back
next = Next ›
open-in-private = Open in a private chat
answering = In answer to:

## Mistakes

error-moderators-only = Only this community’s moderators can do that.
error-unknown-command = There is no command /{ $command }. /help lists all of them.
error-missing = Please add { $option }.
error-choose = Please choose { $option }:
error-unknown = “{ $typed }” is not something I know here. Please choose { $option }:
error-too-long = That is too long. { $limit } characters at most, please.
error-usage = For example: { $usage }
error-no-entry = No entry is called “{ $typed }”. /faq shows all of them.
error-old-button = This button is from an older version and no longer works. Please ask again with /faq.
error-no-text = That message has no text to answer.
error-unavailable = I can’t reach my records just now, so nothing was changed. Questions are answered as before; please try this again in a minute. (In the log as { $incident }.)
error-fault = Something went wrong on our side, and it has been logged as { $incident }. Please try again.

## The console

console-ask = Type a question, or /help to see the commands.
console-keys = A number presses the button with that number, Tab completes, /language uk or ru switches the language.
console-leave = /quit or Ctrl-D leaves.
console-interrupted = Press Ctrl-C once more to leave.
console-no-page = There are no more pages that way.
console-form = Answer line by line: an empty line keeps what a field holds, /cancel leaves the form.
console-form-left = The form was left; nothing was saved.
console-field-holds = Now: { $value }
console-field-lines = Several lines are fine; a line with only a full stop ends the text.

### Forms and files

open-form = Fill in the form
error-file-too-large = That file is too large: { $limit } MB at most.
error-file-unavailable = That file could not be read. Please send it again.

### Communities and people

## Their commands

language =
    .description = Choose the language of your answers
    .language = the language, or your app’s own
    .usage = /language uk
privacy =
    .description = What is kept about you, and how to erase it
    .usage = /privacy
report =
    .description = Tell the moderators what is wrong with an answer
    .entry = the question or the name of an entry
    .what = what is wrong, in your own words
    .usage = /report nato membership
community =
    .description = Which community this is; in private, which one you work for
    .id = the community to work for; buttons fill it in
    .usage = /community
settings =
    .description = Language, time zone, moderators, review and limits of this community
    .setting = the setting to change
    .value = the new value
    .usage = /settings timezone Europe/Kyiv
link =
    .description = Join another chat to this community, on Discord or Telegram
    .code = the code that /link gave in the other chat
    .usage = /link ABCDE-23456
unlink =
    .description = Take this chat out of the community that it was joined to
    .usage = /unlink
gaps =
    .description = What members asked and found no answer to
    .usage = /gaps
audit =
    .description = Who of the moderators did what, and when
    .entry = the entry to show the acts on
    .usage = /audit nato membership

option-language = language
option-what = what
option-id = id
option-setting = setting
option-value = value
option-code = code

## Language

language-choose = In which language should Parley answer you?
language-chosen = From now on you are answered in English, everywhere.
language-own-chosen = From now on you are answered in the community’s language or your app’s own.

## Settings

settings-of = Settings: { $community }
settings-choose = Choose a setting to change it:
settings-saved = Saved.
settings-stale = Another moderator changed the settings at the same moment, so yours was not saved. This is how they are now; please try again.
settings-questions-off = Turning this off also removes the questions that have been kept so far. They cannot be brought back.
settings-questions-clear = Turn off and remove them
all-settings = All settings
setting-now = Now:
setting-type = Type a value…
setting-language = Language
setting-language-means = what members are answered in who have not chosen with /language
setting-language-own = Each app’s own
setting-timezone = Time zone
setting-timezone-means = the zone in which times are shown to moderators
setting-timezone-hint = A city with its continent, such as Europe/Kyiv, or UTC
setting-roles = Moderator roles
setting-roles-means = Discord roles that moderate, beside those who may manage the server; on Telegram, the administrators do
setting-roles-hint = Role mentions or ids with spaces between them, or “none”
setting-roles-none = None
setting-approvals = Approvals
setting-approvals-means = whether another moderator must agree before a text is published
setting-approvals-none = Not needed
setting-approvals-one = One needed
setting-answers = Answers
setting-answers-means = who sees the answers in a shared chat
setting-answers-shared = Everybody there
setting-answers-private = The asker alone
setting-questions = Question log
setting-questions-means = whether questions that found no answer are kept for /gaps, without who asked
setting-questions-on = On
setting-questions-off = Off
setting-cooldown = Cooldown
setting-cooldown-means = the least time between two questions of one member; moderators are exempt
setting-cooldown-hint = In seconds, from 0 to { $most }
setting-cooldown-none = None
setting-cooldown-seconds = { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
setting-log = Log channel
setting-log-means = where the moderators’ acts are told, for everybody there to see
setting-log-hint = A channel of this community: its mention or id, or “none”
setting-log-here = This chat
setting-log-none = Nowhere
setting-undo = Undo window
setting-undo-means = how long an update can be taken back after “Publish”
setting-undo-none = None
setting-uncertain = Uncertain messages
setting-uncertain-means = whether an update that may not have arrived, for want of an answer, is sent again by itself; it may then come twice
setting-uncertain-on = Sent again
setting-uncertain-off = Left to moderators
log-opened = From now on, what the moderators do with Parley is told here.
error-setting-shared = That setting means nothing for the shared knowledge: it has no chats, roles or members of its own.
error-setting-language = One of: own, en, uk, ru.
error-setting-timezone = No time zone is called “{ $typed }”. Please write a city with its continent, such as Europe/Kyiv.
error-setting-roles = Please write Discord roles as mentions (@role) or ids, with spaces between them, or “none”. Names alone are not enough.
error-setting-roles-many = At most { $most } roles, please.
error-setting-approvals = 0 or 1.
error-setting-answers = “shared” or “private”.
error-setting-questions = “on” or “off”.
error-setting-cooldown = Please write a whole number of seconds, from 0 to { $most }.
error-setting-log = Please name a channel of this community by its mention or id, or write “none”; on Telegram, write “here” in the chat itself.
error-setting-log-foreign = That channel belongs to none of this community’s chats. /link joins another chat to it first.
error-setting-log-closed = Parley may not write there. Please let it, then try again.
error-no-community = This community is no longer there.
error-unreachable = This cannot be kept just now, because the database does not answer. Please try again in a while.

## Linking

link-title = Join another chat to { $community }
link-how = In the other chat, where you or another moderator must have the right, write:
link-once = The code works once, for { $minutes } minutes.
link-secret = Whoever moderates another chat can use this code: show it to nobody else.
link-join-title = Join this chat to another community?
link-join-what = “{ $chat }” will belong to the community that the code comes from.
link-join-shares = Both chats then share entries, settings and reports.
link-join-moderators = The moderators of each chat then moderate the whole community.
link-join-own = What this chat had of its own stays stored, and comes back with /unlink.
link-join = Join
link-joined = Done: this chat now belongs to { $community }.
link-undo = /unlink takes it out again.
unlink-title = Take the chat out?
unlink-what = “{ $chat }” will no longer belong to { $community }. It gets back the entries and settings that it had before.
unlink-which = Which chat should leave?
unlink-host = This community was made for this chat, and what it has stays here. Choose the chat to take out:
unlink-now = Take it out
unlinked = Done: that chat has its own community again, { $community }.
error-only-in-chats = This works only in the server, group or channel that it is about.
error-not-linked = This chat is not joined to any other.
error-link-code = That code is not valid: it may be mistyped, used already or older than ten minutes. /link in the other chat makes a new one.
error-link-attempts = Too many wrong codes. Please try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.

## Which community

community-here = This is { $community }
community-chats = It has these chats:
community-this-chat = this chat
community-private-why = Drafts and reviews are best done in a private chat with Parley, where nobody else sees them.
community-work = Work in private
community-title = Which community you work for
community-now = What you write here is for
community-now-none = You work for no community here: you see the shared knowledge, as everybody does.
community-now-shared = What you write here is for the shared knowledge, which all communities see.
community-choose = Change to:
community-how = Missing one? Write /community in its chat and press “Work in private”.
community-stop = Stop
community-shared = Shared knowledge
community-chosen = From now on, what you write in private is for { $community }, for as long as you moderate it.
community-stopped = You no longer work for a community here.
community-other = Change
error-not-your-community = You do not moderate that community.

## Privacy

privacy-title = What is kept about you
privacy-kept = Under your account’s id, Parley keeps:
privacy-nothing = Nothing is kept under your account’s id.
privacy-how-long = All of this stays until you erase it. What you ask is not kept with your name or id.
privacy-questions = Questions that found no answer are kept for { $days } days without who asked, and without names, numbers, addresses and links as far as they can be told. Moderators may turn that off.
privacy-platforms = What you write also stays with Discord or Telegram: that is between you and them.
privacy-erase = Erase my data
kept-choices = your choices, such as the language ({ $count })
kept-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
kept-dialogues = { $count ->
    [one] { $count } form being filled in
   *[other] { $count } forms being filled in
}
kept-revisions = { $count ->
    [one] { $count } text that you wrote or approved
   *[other] { $count } texts that you wrote or approved
}
kept-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
kept-votes = { $count ->
    [one] { $count } vote on an answer
   *[other] { $count } votes on answers
}
kept-acts = { $count ->
    [one] { $count } line in moderators’ logs
   *[other] { $count } lines in moderators’ logs
}
erase-title = Erase your data?
erase-goes = Your choices, votes, unfinished forms and drafts are removed, and updates to your private chat end.
erase-nameless = Your name and id are taken off texts, reports and logs.
erase-stays = The texts themselves stay: they are the community’s.
erase-final = This cannot be undone.
erase-now = Erase
erase-keep = Keep everything
erased = Done: nothing is kept under your account’s id any more.

## Reports

report-button = ⚑ Report
report-title = What is wrong?
report-what = What is wrong with “{ $title }”?
report-field = What is wrong
report-hint = A wrong fact, an old date, a bad source…
report-sent = Thank you. The moderators now see what you said about “{ $title }”.
report-sent-then = You will be told what became of it, if you can be written to.
report-news = A member has reported “{ $title }”. /review shows it to moderators.
report-see = Show it
report-at = Reported on { $date }
report-mended = Mended
report-fine = Nothing wrong
report-comment = Answer with a word…
report-comment-title = Settle the report
report-comment-what = What became of it, and what should the reporter know?
report-comment-field = A word to the reporter
report-outcome = What became of it
report-settled = Settled.
report-told = Whoever reported it has been told.
report-not-told = Whoever reported it could not be reached.
report-gone = That report has been settled already.
report-outcome-mended = You reported “{ $title }”: it has been mended.
report-outcome-fine = You reported “{ $title }”: the moderators looked into it and found nothing wrong.
report-outcome-thanks = Thank you for reading closely.
reports-title = Open reports: { $count }
reports-none = There are no open reports.
reports-all = All reports
error-report-empty = Please say what is wrong.
error-report-long = At most { $limit } characters, please.
error-reported-already = You have reported this already. The moderators will look into it.
error-report-many = You have { $most } open reports here. Please wait until the moderators have looked into some.

## Votes and questions without an answer

helpful-yes = Thank you. Noted as helpful.
helpful-no = Thank you. Noted as not helpful. What is wrong with it?
gaps-title = Asked without finding an answer
gaps-note = Kept for { $days } days, without who asked. Choose a question to make an entry or another name of it:
gaps-none = Nobody has asked in vain lately.
gaps-off = Questions are not kept here: the question log is off.
gaps-all = All questions
gap-line = { $question } · { $count }×
gap-title = Asked { $count ->
    [one] once
   *[other] { $count } times
}
gap-more = and { $count } more in other words
gap-last = Last asked on { $date }
gap-nearest = The nearest entry: “{ $question }”
gap-outcome-none = no answer
gap-outcome-unsure = “did you mean”
gap-outcome-unhelpful = the answer did not help
gap-entry = Make an entry
gap-alias = Another name of: { $question }
gap-dismiss = Dismiss
gap-dismissed = Dismissed: “{ $question }”
gap-gone = Those questions are no longer on the list.

## The audit log

audit-title = What the moderators did ({ $zone })
audit-none = Nothing yet.
audit-older = Earlier
somebody-erased = somebody who had their name erased
act-entry-publish = published “{ $subject }”
act-entry-approve = approved and published “{ $subject }”
act-entry-submit = sent “{ $subject }” for review
act-entry-return = returned “{ $subject }” to its author
act-entry-reject = rejected “{ $subject }”
act-entry-retire = retired “{ $subject }”
act-entry-restore = restored “{ $subject }”
act-entries-imported = imported “{ $subject }”
detail-revision = revision
detail-author = author
detail-reason = reason
detail-outcome = outcome
detail-count = asked
detail-wants = wants
detail-retire = to retire it
detail-restore = to restore it
act-settings-change = changed the settings: { $subject }
act-link-code = made a code for joining another chat
act-link-join = joined the chat “{ $subject }”
act-link-leave = took the chat “{ $subject }” out
act-report-settle = settled a report on “{ $subject }”
act-gap-dismiss = dismissed the question “{ $subject }”
act-gap-alias = made another name of the question “{ $subject }”

## Limits

error-too-fast = That was quick. Please wait { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}.

### Forms in Telegram, question by question

dialogue-step = question { $number } of { $of }
dialogue-now = Now:
dialogue-reply = Please reply to this message. These words do something else: { $words }
dialogue-ready = All questions are answered. Send it?
dialogue-keep = Keep
dialogue-skip = Skip
dialogue-done = Done
dialogue-clear = Leave empty
dialogue-back = Back
dialogue-cancel = Cancel
dialogue-send = Send
dialogue-continue = Continue
dialogue-required = This can’t be left empty.
dialogue-nothing-before = This is the first question.
dialogue-left = You have left the form. Nothing was saved.
dialogue-reopen = Open it again
dialogue-none = No form is open here.
dialogue-still-open = Your form “{ $title }” is still open.
dialogue-another-open = Your form “{ $title }” is still open. Continue it, or leave it for the new one?
dialogue-leave = Leave it, start the new one
dialogue-expired = The form “{ $title }” had waited for more than a day, so it was closed and this was not taken as an answer. Nothing you answered is lost yet.
dialogue-too-early = This was written before the question, so it was not taken as the answer. If it is the answer, please send it again.
dialogue-text-only = Please answer in text.
dialogue-not-yours = This form is somebody else’s.
dialogue-closed = This form is closed.
dialogue-answered = That question is no longer open.
dialogue-not-taken = Your answer was not taken. The form “{ $title }” stays open.
dialogue-elsewhere = This form belongs to another community than the one you work for now.

### Private chats with the bot, seen from a Telegram group

private-sent = I have written to you in private.
private-open = Open the private chat
private-start = This is for you alone. Press the button, then Start: I will go on there.
private-button = This is not for everybody here. Press the button, and I will write to you in private.
private-go-on = Continue in private

### Authoring

entry =
    .description = Write, change, retire and restore entries
entry-add =
    .description = Write a new entry
    .question = the question, if you have it already
    .language = the language that you write in
    .usage = /entry add When are the next talks?
    .menu = Add as entry
entry-edit =
    .description = Change or translate an entry or position
    .entry = the entry’s question or name
    .language = the language to change, or to translate into
    .usage = /entry edit nato membership
entry-position =
    .description = Write or change what a party says on a topic
    .party = the party whose position it is
    .topic = the topic of the position
    .language = the language that you write in
    .usage = /entry position russia nato
entry-retire =
    .description = Take an entry or position out of what members see
    .entry = the entry’s question or name
    .reason = why; readers of the history see it
    .usage = /entry retire nato membership
entry-restore =
    .description = Bring back what was retired, or an earlier text
    .entry = the entry’s question or name
    .revision = the number of the revision to bring back
    .usage = /entry restore nato-membership
entry-list =
    .description = This community’s own, hidden and retired entries, and your drafts
    .show = what to list: own, hidden, retired or drafts
    .usage = /entry list drafts
review =
    .description = What waits for a moderator: drafts, reviews that are due, reports
    .usage = /review
history =
    .description = When and why an entry changed
    .entry = the entry’s question or name
    .revision = the number of a revision to look at
    .against = the number of the revision to compare it with
    .usage = /history nato membership
option-reason = reason
option-revision = revision
option-show = show
option-against = against

field-question = Question
field-answer = Answer
field-sources = Sources
field-asof = As of (date)
field-topics = Topics
field-aliases = Other ways to ask
field-parties = Parties
field-related = Related entries
field-reviewby = Review on (date)
field-reason = Reason
field-stance = Position in a few words
field-wants = What it wants
field-reasons = Reasons it gives
field-redlines = Red lines
field-comment = What the author should know
hint-question = As members would ask it; at most 200 characters
hint-answer = The first paragraph answers in short, the rest goes into detail. Markdown
hint-sources = One a line: link | title | publisher | date, or the name of a known source
hint-asof = When it was true: 2026-11-24, 2026-11, 2026 or undated
hint-aliases = One a line: words that should lead here too
hint-related = One a line: a question or the name of an entry
hint-reviewby = After that day readers are told that it may be out of date: 2027-02-28
hint-reason = Why it changes; members see it in the history
hint-stance = For tables; at most 40 characters
hint-wants = Always attributed: “It says that…”. Markdown
hint-not-in-source = Leave it empty where the source does not say
form-new = New entry
form-edit = Edit the entry
form-position = Position of a party
form-translate = Translate: { $language }
form-for = For { $community }. Nobody else sees it before it is published or sent for review.
problem-empty = it is empty. Please fill it in.
problem-too-long = { $length } characters; { $limit } are the most. Please shorten it.
problem-too-many = too many; { $limit } are the most. Please take some away.
problem-marks = some letters carry a stack of marks. Please retype them.
problem-markup = markup that Parley does not take: “{ $line }”. Use paragraphs, headings, flat lists, quotations, tables, bold, italic, code and https:// links.
problem-nested = the markup is nested too deeply. Take most of the signs * and _ away.
problem-lead = begin with a paragraph that says it in short.
problem-no-letters = “{ $name }” has no letters or digits. Write it in words.
problem-name-taken = “{ $name }” already leads to “{ $entry }”. Word it differently, or edit that entry.
problem-name-alike = “{ $name }” looks just like “{ $entry }” but has letters of another alphabet. Retype it, or word it differently.
problem-related = there is no entry “{ $typed }”. Write the question or name of one that is there.
problem-choice = “{ $typed }” is not one of the choices.
problem-no-source = every text needs a source: Parley shows nothing that nobody can check. Add a link, or the name of a known source.
problem-source-unknown = “{ $typed }” is not a source known here. Write its link, or its title | publisher | date.
problem-source-link = “{ $typed }” is not a link that anybody can open.
problem-source-long = “{ $typed }” is too long for a source. Keep link, title, publisher and date.
warning-source-title = no title is given for “{ $typed }”; its address is shown instead.
problem-date-missing = say when it was true: 2026-11-24, 2026-11, 2026, or “undated” where the source gives no date.
problem-date = “{ $typed }” is not a date. Write 2026-11-24, 2026-11, 2026 or undated.
problem-date-future = { $typed } is in the future. Write the date of what the source says.
problem-review-day = “{ $typed }” is not a day. Write year, month and day: 2027-02-28.
problem-review-past = { $typed } is not after today. Choose a later day.
problem-untranslated = this is still the text of the original. Please translate it.
draft-preview = Preview: this is how members of { $community } will see it.
draft-unsound = Not ready yet
draft-kept = What you have typed is kept as a draft.
draft-untitled = untitled
draft-publish = ✅ Publish
draft-send = 📨 Send for review
draft-edit = ✏️ Edit
draft-details = Details
draft-wording = Only the wording changes
draft-meaning = The meaning changes
draft-discard = 🗑 Discard
draft-discard-sure = Discard the draft “{ $title }”? It can’t be brought back.
draft-discard-yes = Yes, discard it
draft-keep = Keep it
draft-discarded = The draft is discarded.
draft-open = Open the draft
draft-approve = ✅ Approve and publish
draft-return = ↩ Return with a comment
draft-reject = ✖ Reject
draft-rebase = ✏️ Edit again on the current text
draft-sent = “{ $title }” waits for another moderator now.
draft-waits = This waits for another moderator. If you change it, it has to be sent again.
draft-was-changed = Nothing was done: the draft has changed since that button was shown. Here it is as it is now.
draft-stale = Somebody else has changed this text
draft-stale-mine = It was not saved, and nothing that you typed is lost. Look at what changed, then go on from there.
draft-stale-review = The draft was made from an older text. Return it to its author, who can put it on the current one.
draft-returned = Returned to you:
draft-given-back = The draft is back with its author.
draft-rejected = The draft is rejected and removed.
author-told = The author has been told.
author-not-told = The author can’t be reached in private: please tell them yourself.
draft-retires = This takes “{ $title }” out of what members see.
draft-restores = This brings back “{ $title }”.
draft-falls-behind = The meaning of the original changes, so until they are translated again these are not shown: { $languages }.
draft-is-wording = Only the wording changes: the translations stay.
difference-none = No words differ.
difference-now = What changes
difference-theirs = What they changed
difference-yours = What yours would change now
done-write = “{ $title }” is published. Members find it now.
done-retire = “{ $title }” is retired. Members no longer see it.
done-restore = “{ $title }” is back. Members see it again.
show-it = Show it
retire-title = Retire
retire-why = Why should “{ $title }” no longer be shown?
return-title = Return the draft
return-why = What should the author change?
reject-title = Reject the draft
reject-why = Why can this not be published?
restored-from = Restored from revision { $number }
alias-reason = Also asked as: { $alias }
told-approved = Your text “{ $title }” was approved and published in { $community }.
told-approved-retire = Retiring “{ $title }” was approved: members of { $community } no longer see it.
told-approved-restore = Bringing “{ $title }” back was approved: members of { $community } see it again.
told-returned = Your text “{ $title }” for { $community } was returned with a comment:
told-returned-then = Change it and send it again. You also find it under /review.
told-rejected = Your text “{ $title }” for { $community } was rejected:
told-written = What you had written
review-title = What waits for you
review-nothing = Nothing waits. ✨
review-open = Review
review-waiting = To be approved
review-returned = Returned to you
review-own = Yours, waiting for another moderator
review-overdue = Past their review date
review-behind = Translations that are behind the original
review-reports = Reports: { $count }
review-drafts = My drafts
review-of = For review: { $title }
review-by = Written by { $name }: { $reason }
review-by-silent = Written by { $name }, who gives no reason
intent-retire = Retire
intent-restore = Restore
list-own = Own texts
list-hidden = Hidden shared texts
list-retired = Retired texts
list-drafts = My drafts, on their way
list-nothing = There are none.
list-restore = Choose one to bring it back:
entry-add-one = ➕ New entry
entry-edit-it = ✏️ Edit this
entry-retire-it = Retire it
entry-restore-it = ↩ Bring it back
entry-restore-shared = Use the shared text again
history-of = History: { $title }
history-open = History
history-retired = This is retired: members don’t see it.
history-last = Last changed on { $date }.
history-last-reason = Last changed on { $date }: { $reason }
history-count = { $count ->
    [one] There is { $count } revision.
   *[other] There are { $count } revisions.
}
history-choose = Choose a revision to see what changed:
history-content = This is the shared text, in revision { $number } of its content.
history-over = It takes the place of the shared text (revision { $number } of its content).
history-compared = What changed from { $from } to { $to }
revision-number = revision { $number }
revision-shared = the shared text
revision-write = written
revision-retire = retired
revision-restore = restored
revision-approved = { $author }, approved by { $reviewer }
revision-restore-it = ↩ Restore revision { $number }
revision-against-latest = Compare with the latest
error-draft-gone = There is no such draft here any more: it was published, discarded or rejected, or belongs to another community.
error-draft-changed = The draft has changed since then. Please open it again from /review.
error-drafts-many = You have { $limit } drafts, which is the most. Publish or discard some: /entry list drafts
error-needs-review = In this community another moderator has to agree. Please send it for review.
error-own-draft = That is your own text: another moderator has to decide on it.
error-name-taken = “{ $name }” leads to another entry by now: { $entry }. Rename one of the two first.
error-retired = That is retired. Bring it back first: /entry restore
error-retired-already = That is retired already.
error-live = That is shown already. To bring back an earlier text, choose it in /history.
error-restore-same = That is the text as it is now.
error-no-revision = There is no revision { $number } of it. /history shows all of them.
error-changed-meanwhile = Somebody else has just changed it. Please look at it and try again.
error-reason-empty = Please say why: readers of the history should understand it.
error-comment-empty = Please say something to the author.
error-comment-long = That is too long. { $limit } characters at most, please.

### Import and export

entry-export =
    .description = Send this community’s entries and positions as a file
    .format = zip with Markdown files, or json
    .what = own, or all that this community sees
    .usage = /entry export zip own
entry-import =
    .description = Read entries and positions from a file; shows first what would change
    .file = a zip or JSON as /entry export makes it, or one .md file
    .usage = /entry import
option-format = format
option-file = file

kept-imports = { $count ->
    [one] { $count } import that waits
   *[other] { $count } imports that wait
}
act-import-submit = sent the import “{ $subject }” for review
act-import-reject = rejected the import “{ $subject }”
detail-texts = texts
detail-added = new
detail-changed = changed
detail-restored = brought back
export-done = { $count ->
    [one] { $count } text of { $community }. Anybody who has the file can read it.
   *[other] { $count } texts of { $community }. Anybody who has the file can read them.
}
export-nothing = { $community } has no texts of its own yet.
export-all = Export all that it sees
import-of = Import: { $file }
import-by = Sent by { $name }
import-nothing = { $count ->
    [one] Nothing would change: the text in this file is here already, word for word.
   *[other] Nothing would change: all { $count } texts in this file are here already, word for word.
}
import-unchanged = { $count ->
    [one] { $count } text of the file is here already, word for word.
   *[other] { $count } texts of the file are here already, word for word.
}
import-adds = New
import-changes = Changed
import-restores = Brought back
import-added = { $count ->
    [one] { $count } new text
   *[other] { $count } new texts
}
import-changed = { $count ->
    [one] { $count } changed text
   *[other] { $count } changed texts
}
import-restored = { $count ->
    [one] { $count } text brought back
   *[other] { $count } texts brought back
}
import-is-new = This is new here.
import-is-changed = This is here already and would change:
import-is-restored = This is retired or hidden here and would be brought back:
import-waits = This waits for another moderator.
import-stale = Nothing was imported: somebody else has changed these texts meanwhile.
import-stale-then = Look again to see what the file would change now.
import-apply = ✅ Import all of it
import-approve = ✅ Approve and import
import-again = 🔍 Look again
import-back = Back to the import
import-done = Imported. Members find it now:
import-discarded = The import is discarded. Nothing was changed.
import-reason = Imported from a file
import-line = { $file } ({ $count }), sent by { $name }
import-line-own = { $file } ({ $count }), yours
import-problems = { $count ->
    [one] Nothing was imported: { $count } problem
   *[other] Nothing was imported: { $count } problems
}
import-problems-more = { $count ->
    [one] { $count } more is in the file below.
   *[other] { $count } more are in the file below.
}
import-problems-then = Mend the file and send it again: all of it is imported, or nothing.
import-broken = That archive is damaged, or names one file twice. Please pack it again as a zip.
import-too-large = That is more than Parley reads at once: { $files } files, { $file } KB each and { $unpacked } MB together. Please split it.
import-too-many = There are { $count } texts in that file; { $limit } at a time are the most. Please split it.
import-not-text = “{ $file }” is not UTF-8 text. Please save it as UTF-8, which most editors offer under “Save as”.
import-unknown = That is no file that Parley reads. Send a zip or JSON as /entry export makes it, or one .md file.
import-review = Imports
problem-source-other = “{ $id }” stands for another source already. Give yours another id.
problem-twice = it is in the file twice. Please take one of the two away.
told-import-applied = Your import “{ $file }” was approved and imported in { $community }.
told-import-rejected = Your import “{ $file }” for { $community } was rejected. Nothing was changed.
error-import-gone = There is no such import here any more: it was imported, discarded or compared again, is older than a week, or belongs to another community.
error-imports-many = { $limit } imports wait in this community, which is the most. Import or discard one of them first: /review
error-own-import = That is your own import: another moderator has to decide on it.
error-import-busy = Another file is being read for this community just now. Please send yours in a minute.

## Schedules

error-rule-seconds = A rule has five fields, without seconds: minute, hour, day of the month, month, day of the week. For example: 0 9 * * 1-5
error-rule-fields = A rule has five fields with spaces between them: minute, hour, day of the month, month, day of the week. Yours has { $count }. For example: 0 9 * * 1-5
error-rule-field = “{ $typed }” will not do as { $field ->
    [minute] the minute (0–59).
    [hour] the hour (0–23).
    [dayOfMonth] the day of the month (1–31, or L for the last).
    [month] the month (1–12, or JAN–DEC).
   *[dayOfWeek] the day of the week (0–6 from Sunday, or SUN–SAT).
}
error-rule-often = That would run more than once an hour. Please give one minute only, such as 0 or 30.
error-rule-never = That would never run: none of those months has such a day. L stands for the last day of a month.

## Why nothing can be posted to a place; sentences of their own

right-view-channel = Parley lacks the permission “View Channel” there.
right-send-messages = Parley lacks the permission “Send Messages” there.
right-send-messages-in-threads = Parley lacks the permission “Send Messages in Threads” there.
right-write-in-group = Parley may not send messages in that group: allow it to, or make it an administrator.
right-post-in-channel = Parley is not an administrator of that channel with the right “Post Messages”.
place-gone = There is no such channel or chat any more.
place-left = Parley is no longer a member there: add it again.
place-forbidden = Parley has no access there, or is not allowed to post.
place-kind = Updates can’t be posted there. Choose a text or announcement channel, a thread, or a post in a forum.
place-forum = A forum itself takes no messages. Choose a post in it.
place-locked = That thread is locked: unlock it, or give Parley the permission “Manage Threads”.
place-timeout = Parley is in a timeout on that server.
place-no-messages = Discord does not let Parley write to that private chat: allow direct messages from members of a server that Parley is on.
place-blocked = The private chat with Parley was stopped: start it again there.
place-not-started = The private chat with Parley has not been started: open it and press Start.
place-topic-closed = That topic is closed: open it again, or let Parley manage topics.
place-topic-gone = There is no such topic any more.

### Subscriptions to updates

subscribe =
    .description = Have updates sent to a chat or channel, or to you in private
    .where = a channel, chat or link; this one unless you say; “me” for your private chat
    .topics = only updates on these topics
    .parties = only updates about these parties
    .importance = all updates, or breaking news only
    .when = at once, or gathered in a digest
    .time = for a digest: the time of day, or a cron rule
    .day = for a weekly digest: its day
    .zone = the time zone, such as Europe/Kyiv
    .language = the language of the updates
    .quiet = hours in which nothing comes, such as 22:00-07:00, or off
    .silent = whether they come without a sound
    .crosspost = whether they go on to the channels that follow an announcement channel
    .usage = /subscribe daily 9:00 Kyiv
subscriptions =
    .description = Where updates are sent, when the last one came and when the next will
    .usage = /subscriptions
unsubscribe =
    .description = Stop the updates to a chat or channel, or to you in private
    .where = a channel, chat or link; this one unless you say; “me” for your private chat
    .usage = /unsubscribe

option-where = where
option-topics = topics
option-importance = importance
option-when = when
option-day = day
option-time = time
option-zone = zone
option-quiet = quiet
option-silent = silent
option-crosspost = crosspost

where-here = here
where-me = to me, in private
try-again = 🔄 Try again
subscribed = ✅ Subscribed. Everything can be changed below.
subscribe-already = That is subscribed already.
subscribe-changed = Changed.
subscribe-partly = This was not understood, so it stays as it was:
subscribe-waits = It is kept, but nothing is sent yet, because this was not understood:
subscribe-but = ✅ Subscribed, except for what was not understood:
subscribe-here = 🔔 Send them here
subscribe-me = 🔔 For me, in private
subscribe-again = 🔔 Subscribe again
subscriptions-title = Where updates are sent
subscriptions-choose = Choose one to see how it stands, or to change it:
subscriptions-none = There are none that you may change.
subscriptions-all = All subscriptions
subscription-of = Updates: { $place }
subscription-private = your private chat
subscription-when = When
subscription-day = Day of the week
subscription-time = Time of day, or cron rule
subscription-instant = at once
subscription-daily = every day at { $time }
subscription-weekdays = Monday to Friday at { $time }
subscription-weekly = { $day ->
    [0] on Sundays
    [1] on Mondays
    [2] on Tuesdays
    [3] on Wednesdays
    [4] on Thursdays
    [5] on Fridays
   *[6] on Saturdays
} at { $time }
subscription-custom = by the rule { $rule }
subscription-importance = Which updates
subscription-importance-all = all of them
subscription-importance-breaking = breaking news only
subscription-all-topics = all
subscription-all-parties = all
subscription-quiet = Quiet hours
subscription-quiet-all = from { $from } to { $to }
subscription-quiet-but = from { $from } to { $to }, except for breaking news
subscription-quiet-none = none
subscription-passes = Breaking news comes all the same
subscription-silently = Without a sound
subscription-sound = Sound
subscription-silent = off
subscription-loud = on
subscription-crosspost = Publish to following channels
subscription-paused = ⏸ Paused.
subscription-paused-person = It was paused by hand.
subscription-paused-since = Since { $date }
subscription-unfinished = Nothing is sent until its times are set.
subscription-never = Nothing has been sent yet.
subscription-shared-only = In private you get the updates that all communities share, not those of a single server or group.
subscription-last = Last sent: { $date }.
subscription-next = Next: { $date }.
subscription-change-what = Change what
subscription-change-when = Change when
subscription-change-quiet = Quiet & sound
subscription-pause = ⏸ Pause
subscription-resume = ▶ Resume
subscription-test = Test
subscription-preview = Preview
subscription-end = Unsubscribe
subscription-back = Back to the subscription
subscription-mend-when = ✏️ Correct the times
subscription-mend-quiet = ✏️ Correct the quiet hours
subscription-saved = Saved.
subscription-now-paused = Paused: nothing is sent until you resume it.
subscription-resumed = Updates are sent there again.
subscription-tested = The test is sent.
subscription-end-sure = Send no more updates there? ({ $place })
subscription-end-yes = Yes, unsubscribe
subscription-keep = Keep it
subscription-ended = No more updates: { $place }
subscription-ended-still = What was sent is still corrected if it turns out to be wrong.
hint-all-topics = None chosen: all topics
hint-all-parties = None chosen: all parties
hint-subscription-day = For a weekly digest
hint-subscription-time = Such as 9:00; for a cron rule, five fields such as 0 9 * * 1-5
hint-subscription-quiet = Such as 22:00-07:00; “off” for none
hint-subscription-crosspost = Announcement channels only
problem-time = “{ $typed }” is not a time of day. Write it like 9:00, 21:30 or 9 pm.
problem-time-missing = say at what time of day, such as 9:00.
problem-rule-missing = write a cron rule of five fields, such as 0 9 * * 1-5.
problem-quiet = “{ $typed }” is not understood. Write from when to when, such as 22:00-07:00, or “off”.
preview-digest = If the next digest came now ({ $place }):
preview-latest = The latest that would have come ({ $place }):
preview-empty = There is nothing new: an empty digest is not sent.
preview-none = There is none yet.
test-title = A test
test-text = This is how updates on the peace negotiations come here.
test-note = Nothing has happened. Somebody who may change this wanted to see whether messages arrive.
told-paused = Updates can no longer be sent to “{ $place }”, so they are paused. { $reason }
told-paused-then = Once that is mended they go on, by themselves or with the button, and what was missed in the last 24 hours follows.
told-resumed = Updates are sent to “{ $place }” again.
act-subscription-add = subscribed “{ $subject }” to updates
act-subscription-change = changed the updates to “{ $subject }”
act-subscription-pause = paused the updates to “{ $subject }”
act-subscription-resume = resumed the updates to “{ $subject }”
act-subscription-end = unsubscribed “{ $subject }” from updates
kept-subscriptions = { $count ->
    [one] { $count } subscription to updates
   *[other] { $count } subscriptions to updates
}
kept-updates = { $count ->
    [one] { $count } text of an update that you wrote or approved
   *[other] { $count } texts of updates that you wrote or approved
}
error-subscribe-platform = Updates can’t be sent here: they go to Discord and Telegram.
error-subscribe-where = “{ $typed }” names no place. Write a channel’s mention, id or link, a Telegram channel’s @name, “here”, or “me” for your private chat.
error-subscribe-nowhere = Parley can’t post here by itself. Please name a channel or chat, or “me” for your private chat.
error-subscribe-moderators = What is sent here is chosen by the moderators of this chat.
error-subscribe-foreign = That is in none of this community’s chats that you moderate. Parley has to be a member there; /link joins a chat to this community.
error-subscribe-person = You write in the name of a chat, which has no private chat. Please write /subscribe to Parley in private.
error-not-subscribed = No updates are sent there. /subscriptions shows where they are.
error-subscription-gone = There is no such subscription that you may change. /subscriptions shows those that there are.
error-subscription-changed = Somebody has changed this in the meantime, so yours was not saved. This is how it is now; please try again.
error-place-unfit = Updates can’t be sent there yet. { $missing }
error-private-unfit = Parley can’t write to you in private yet. { $missing }
error-place-silent = The platform does not answer just now. Please try again in a while.
error-no-crosspost = Only Discord’s announcement channels have followers to publish to.
error-test-wait = The platform asks for a pause. Please try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
error-test-gone = The test could not be sent, so the updates are paused. { $missing }
error-test-unknown = The connection broke: the test may have been sent or not. Please look there.
error-test-refused = The platform refused the test: { $reason }

### Updates

update =
    .description = Post, correct and retract updates for everybody who subscribes
update-post =
    .description = Post an update: a form, a preview, then a while to take it back
    .title = what happened, in one line; the form asks for the rest
    .language = the language that you write it in
    .usage = /update post Talks resume in Geneva
update-edit =
    .description = Correct an update that was sent, or translate it: every copy is changed
    .update = the update’s title or a few words of it
    .language = the language to write it in
    .usage = /update edit Talks resume
update-retract =
    .description = Retract an update: every copy gives way to a notice that says why
    .update = the update’s title
    .reason = why it is retracted; readers are told
    .usage = /update retract Talks resume in Geneva
update-list =
    .description = This community’s updates, and your drafts
    .usage = /update list
update-status =
    .description = How far an update has come, live; the latest unless you name one
    .update = the update’s title or a few words of it
    .usage = /update status Talks resume
latest =
    .description = The latest updates, on one topic if you like
    .topic = the topic to show updates on
    .as = as a picture or in words
    .usage = /latest nato
option-title = title
option-update = update

all-updates = All updates
update-breaking = 🔴 Breaking: { $title }
update-shown-in = Not yet translated: shown in { $language }.
update-published = Published { $date }.
update-corrected = ✏️ Corrected { $date }: { $reason }
update-retracted = Retracted
update-retracted-why = Retracted { $date }: { $reason }
update-follows = This corrects an earlier message here, which can’t be changed any more.
update-follows-retracted = This is about an earlier message here, which can’t be changed any more.
update-line-retracted = ✖ Retracted: { $title }
update-line-pending = ⏳ { $title } — not sent yet
latest-title = Latest updates
latest-on = Latest updates: { $topic }
latest-none = There are no updates yet.
digest-title = { $count ->
    [one] { $count } update
   *[other] { $count } updates
}
digest-other = Other
digest-also = Also
digest-more = And { $count } more, under “All updates”.

field-title = Title
field-text = Text
field-correction = What was corrected
field-importance = Importance
field-outdates = What it makes outdated
hint-title = What happened, in one line; at most 200 characters
hint-text = The first paragraph says it in short. Say who says so. Markdown, at most 3000 characters
hint-correction = Readers are told: “Corrected: …”. Leave it empty if only the wording changes
hint-importance = Breaking news goes out first, and may pass quiet hours
hint-outdates = One a line: an entry, or party/topic, that no longer holds; it goes to /review
hint-retract = Every reader is told
form-update-new = New update
form-update-edit = Correct the update
problem-no-correction = say in a few words what was corrected, because readers are told. If only the wording changes, press that button instead.
problem-outdates = there is no entry or position “{ $typed }”. Write the question or name of an entry, or party/topic.
problem-one-message = together with its sources this is too long for one message, and an update is sent in one. Please shorten it.
problem-update-retracted = this update was retracted meanwhile, so it can’t be corrected any more. Post a new one.
update-preview = Preview: this is how readers see it. It comes from { $community }.
update-audience = { $count ->
    [0] Nobody subscribes to this yet. It is shown by /latest.
    [one] { $count } place gets it.
   *[other] { $count } places get it.
}
update-undo-window = { $seconds ->
    [one] After “Publish” you can take it back for { $seconds } second.
   *[other] After “Publish” you can take it back for { $seconds } seconds.
}
update-changes-copies = Every copy that was sent is changed.
update-undo = ↩ Undo
update-edit-it = ✏️ Correct it
update-retract-it = ✖ Retract it
update-post-one = ➕ New update
updates-own = Updates
update-list-open = Updates
update-draft-line = Update: { $title }
update-which = Which one?
update-retract-title = Retract the update
update-retract-why = Why is “{ $title }” retracted? Every copy is replaced by a notice with the reason.
done-update-edit = Done: every copy is being changed.
done-update-retract = Every copy is being replaced by a notice.
status-delivered = delivered
status-waiting = waiting
status-held = on hold
status-failed = failed
status-uncertain = uncertain
status-pending = { $seconds ->
    [one] It is sent in { $seconds } second. Until then you can take it back.
   *[other] It is sent in { $seconds } seconds. Until then you can take it back.
}
status-due = It is being sent.
status-under-way = On its way…
status-corrected = Corrected { $date } (revision { $number }).
status-nobody = Nobody subscribes to this yet. It is shown by /latest.
status-reasons = Why
status-next = Next try: { $date }
delivery-rate-limit = the platform wants a pause
delivery-quiet-hours = quiet hours there
delivery-interrupted = Parley was stopped while it was being sent
delivery-moved = the chat has another id now
delivery-fault = a fault of Parley’s own, which is in its log
status-resend-failed = 🔁 Send failed ones again
status-resend-uncertain = 🔁 Send uncertain ones again
status-resent = { $count ->
    [0] There is nothing to send again.
    [one] { $count } is sent again.
   *[other] { $count } are sent again.
}
announce-it = 📢 Announce
announce-title = Changed: { $title }
announce-new = New: { $title }
announce-lead = The text on “{ $title }” has changed.
announce-new-lead = There is a new text on “{ $title }”.
announce-was = Was: { $text }
announce-now = Now: { $text }
review-outdated = Outdated by an update
outdated-by = This update says that it no longer holds: { $title }
outdated-then = Change it, or say that it still holds. Then it leaves this list.
outdated-fine = ✅ Still right
outdated-update = Show the update
outdated-settled = “{ $title }” still holds.
detail-which = which
act-update-post = posted the update “{ $subject }”
act-update-approve = approved and published the update “{ $subject }”
act-update-edit = corrected the update “{ $subject }”
act-update-retract = retracted the update “{ $subject }”
act-update-undo = took back the update “{ $subject }” before it was sent
act-update-submit = sent the update “{ $subject }” for review
act-update-return = returned the update “{ $subject }”
act-update-reject = rejected the update “{ $subject }”
act-update-resend = had the update “{ $subject }” sent again
act-update-settle = found that “{ $subject }” still holds after an update
error-no-update = There is no update “{ $typed }” here. /latest shows all of them.
error-no-updates = There are no updates yet. Post the first one: /update post
error-update-pending = That update has not been sent yet. To change it, take it back with “Undo”: /update status
error-update-unsent = That update has not been sent yet. Take it back with “Undo”.
error-update-retracted = That update is retracted. Post a new one: /update post
error-update-file = That update comes from the file content/updates/{ $file }.md. Correct it there: the copies are changed when it is read again.
error-undo-over = It has been sent, or was taken back already. Correct or retract it: /update status
error-retract-why = Please say why: every reader is told.
error-announce-nothing = There is no change of this community’s own to announce.
error-not-outdated = That is settled already. /review shows what still waits.

## Pictures

positions =
    .description = Where all parties stand on all topics
    .as = as a picture or in words
    .usage = /positions
option-as = as
positions-title = Where the parties stand
as-picture = 🖼 As a picture
in-words = ☰ In words
alt-more = …and { $count } more: press “{ $button }”.
stances-attributed = Each line is what that party says or is reported to say, not a finding of Parley's.
stances-overdue = ⚠ Due for review, may be out of date: { $items }.
stances-untranslated = Not yet translated, shown in English: { $items }.
timeline-breaking = BREAKING
timeline-retracted = RETRACTED
timeline-sources = Each update names its sources: open it from the list in words.

## Numbers

stats =
    .description = This community’s numbers: questions, entries, votes, deliveries
    .days = how many days, 30 unless you say
    .as = as a picture or in words
    .chart = one chart alone
    .usage = /stats 7
option-days = days
option-chart = chart
stats-title = In numbers: { $community }
stats-period = { $from } – { $to }, days in { $zone }
privacy-totals = How many questions are asked in a day and how often an entry is shown is counted for the moderators of each community and kept for { $days } days: totals, in which nobody is named.
stats-kept = Only totals are counted: not who asked, and not in which words.
stats-shared = This is what was asked in private. Each community has numbers of its own, which only its moderators see.
stats-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}: { $answered } answered ({ $answeredShare } %), { $unsure } “did you mean” ({ $unsureShare } %), { $none } without an answer ({ $noneShare } %).
stats-questions-none = Nobody asked anything in these days.
stats-opened = Entries opened by a button, from a list or a suggestion: { $count }.
stats-votes = Did the answer help? Yes { $helpful }, no { $unhelpful }.
stats-deliveries = Messages to this community’s channels: { $sent } delivered, { $held } on hold, { $uncertain } uncertain, { $failed } failed.
stats-deliveries-note = Deliveries are updates and digests to this community’s own channels, each once for a channel, as it stands now, on the day of its last change. What members get in private is not counted.
stats-chart-questions = Questions a day
stats-chart-entries = Entries shown most
stats-chart-votes = Did the answer help?
stats-chart-deliveries = Deliveries a day
stats-answered = answered
stats-unsure = “did you mean”
stats-none = no answer
stats-shown = shown
stats-yes = yes
stats-no = no
stats-more = And { $count } more: all of them are in the file.
stats-gone = { $entry } (no longer there)
stats-days = { $days } days
stats-file = CSV
stats-file-done = All numbers, a line for each.
stats-file-columns = kind: question, opened, shown, helpful, unhelpful or delivery; date: a day, or the first and last day; entry: its id; name; value. A name that a spreadsheet would take for a formula begins with an apostrophe.
