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

error-unknown-command = There is no command /{ $command }. /help lists all of them.
error-missing = Please add { $option }.
error-choose = Please choose { $option }:
error-unknown = “{ $typed }” is not something I know here. Please choose { $option }:
error-too-long = That is too long. { $limit } characters at most, please.
error-usage = For example: { $usage }
error-no-entry = No entry is called “{ $typed }”. /faq shows all of them.
error-old-button = This button is from an older version and no longer works. Please ask again with /faq.
error-no-text = That message has no text to answer.
error-fault = Something went wrong on our side, and it has been logged as { $incident }. Please try again.

## The console

console-ask = Type a question, or /help to see the commands.
console-keys = A number presses the button with that number, Tab completes, /language uk or ru switches the language.
console-leave = /quit or Ctrl-D leaves.
console-interrupted = Press Ctrl-C once more to leave.
console-no-page = There are no more pages that way.
console-language = Answers are now in English.
console-choose-language = Please choose a language: /language en, /language uk or /language ru.
