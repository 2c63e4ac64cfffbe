## Posts

post-origin = First published by { $publisher }
post-photo = Photo: { $caption } ({ $credit })
post-caption = Photo: { $caption }
post-credit = Photo: { $credit }
post-written = Summary written by a language model
post-corrected = Corrected
post-correction = Correction: { $note }
post-retracted = The newsroom has withdrawn this story.
button-read = Read
button-quotes = Quotes
button-background = Background
button-back = ‹ Back
button-newer = ‹ Newer
button-older = Older ›
button-more = More ›
button-story = Story
button-share-quote = Share “{ $words }”
button-channel = Open the channel
button-follow = Follow
button-follows = What I follow

## Commands, as they stand in Telegram's menu

command-latest = The latest stories
command-quotes = Who said what: a person or a topic
command-background = Who is who, and what came before
command-follow = Be told when there is news of a person or a topic
command-help = What you can ask
command-stop = No more messages from this bot
command-queue = What goes out when
command-breaking = Post an article at once
command-correct = Correct a post
command-retract = Take a story back
command-broadcast = Send a message to subscribers
command-broadcasts = Planned and past broadcasts
command-sources = Where articles come from: add, pause, remove
command-status = What is waiting, posted, failing
command-why = What became of an article

## A reader's chat

start-welcome =
    Hello! This is the bot of { $channel }. Ask it about the news:

    /latest – the latest stories
    /quotes – who said what, word for word
    /background – who is who, and what came before
    /follow – a message when there is news of a person or a topic

    You can also just write a name or a topic. The newsroom may send you a message now and then; /stop ends that.
start-again = You are already with us. Ask /latest, /quotes or /background, or write a name or a topic from { $channel }.
start-unknown-link = That link leads to a story that is no longer kept here. /latest shows what is new.
help-reader =
    What you can ask:

    /latest – the newest stories; /latest 3 for three of them
    /quotes { $name } – what a person said, word for word
    /quotes ferry strike – what was said about a topic
    /background { $name } – who someone is, and their story so far
    /background ferry strike – what lies behind a topic
    /follow { $name } – a message when there is news of a person or a topic; /follow alone shows what you follow
    /stop – no more messages from the newsroom

    A name or a topic alone works too. Small slips of spelling do not matter.
help-admin =
    For editors:

    /queue – what goes out when, and each post as it will look
    /breaking – post an article at once
    /correct – correct a post; it will say so
    /retract – take a story back
    /broadcast – send a message to subscribers
    /broadcasts – the planned and the past ones
    /sources – where articles come from: add, pause, remove
    /status – what is waiting, posted, failing
    /why – what became of an article: its address or words of its headline

    A link, a longer text or a file that you send or forward is taken in as an article.
stop-done = Done. You will get no more messages from the newsroom. You can still ask anything here; /start brings the messages back.
stop-already = You were not getting messages. /start turns them on.
unknown-command = There is no command { $command }. Try /latest, /quotes or /background; /help has them all.
private-only = Please ask me in our private chat.
not-for-you = That is for the newsroom's editors. You can ask /latest, /quotes or /background.

## Latest

latest-title = The latest
latest-page = { $from }–{ $to } of { $total }
latest-empty = There are no stories yet. The first one will be in the channel soon.
story-gone = That story is no longer kept here.

## Quotes

quotes-of-name = { $name } – { $count ->
    [one] one quote
   *[other] { $count } quotes
}
quotes-of-story = { $count ->
    [one] One quote
   *[other] { $count } quotes
} in this story
quotes-on-topic = On “{ $topic }” – { $count ->
    [one] one quote
   *[other] { $count } quotes
}
quotes-none-of-name = The archive has no words of { $name } between quotation marks.
quotes-none-in-story = Nobody is quoted in this story.
quotes-none = The archive has no quotes on “{ $query }”.
quotes-ask = Whose words? Write /quotes and a name or a topic – or choose one of those quoted lately:
quotes-unknown-speaker = speaker not named

## What a reader follows

follow-done = From now on you get one message for each post about { $name }.
follow-already = You follow { $name } already.
follow-full = You follow { $most } names and topics, which is the most there can be. /follow shows them; take one out first.
follow-stranger = You get no messages from this bot now. /start turns them on; then you can follow a name or a topic.
follow-unclear = Write /follow and a name, or up to five words for a topic: /follow ferry strike.
follow-none = You follow nobody and nothing yet. Write /follow and a name or a topic, or choose one of those in the news:
follow-list = You get a message when something is posted about these. Press one to follow it no more:
follow-button = Follow “{ $name }”
follow-notice = About { $names }

## Names

names-which = Which “{ $query }” do you mean?
names-near = There is no “{ $query }” in the archive. Did you mean:
nothing-on = The archive has nothing on “{ $query }”. /latest shows what is new.

## Background

background-who = Who is who
background-behind = What lies behind
background-before = What came before
background-none = The archive has no background to this story.
background-ask = Background to what? Write /background and a name or a topic – or choose a story:
background-stories = { $count ->
    [one] In one story
   *[other] In { $count } stories
}
background-thread = The story so far
background-last-words = Last words
background-role-before = before: { $roles }
background-outside = From Wikipedia, { $licence }
background-topic = On “{ $topic }”

## Broadcast

broadcast-ask = Send me the message now, exactly as the subscribers should see it: a text, a photo, an album, a poll, something forwarded. You will see a preview first. /stop drops it.
broadcast-confirm = This is the message as it will look. It goes to { $count ->
    [one] one subscriber
   *[other] { $count } subscribers
}.
broadcast-confirm-album = This is an album; “Test to myself” shows it as it will arrive. It goes to { $count ->
    [one] one subscriber
   *[other] { $count } subscribers
}.
broadcast-uncopyable = Telegram does not let this message be copied, so it cannot be sent to others. /broadcast begins again.
broadcast-only = Only: { $parts }
broadcast-joined = joined in the last { $days } days
broadcast-active = active in the last { $days } days
broadcast-follows = follows { $names }
broadcast-is-silent = It arrives without a sound.
broadcast-is-paid = Paid rate: up to { $rate } a second, for about { $stars ->
    [one] one Telegram Star
   *[other] { $stars } Telegram Stars
}.
broadcast-is-planned = It starts on { $date } ({ $zone }), for those who are subscribed then.
broadcast-whom = Whom does it go to? Now to { $count ->
    [one] one subscriber
   *[other] { $count } subscribers
}. Press to choose, and again to take back:
broadcast-when =
    When? Write a time such as 18:30, tomorrow 9:00, friday 8:00, 28 nov 10:00 or in 2 hours.
    The clock is that of { $zone }.
broadcast-when-unreadable = I cannot read that as a time. Write for example 18:30, tomorrow 9:00 or 28 nov 10:00. /stop keeps the draft as it is.
broadcast-when-past = That time is over. Write a later one.
broadcast-when-too-far = That is more than a year away. Write an earlier time.
broadcast-not-planned = No time was set; the draft stays as it is.
broadcast-started-by-plan = The planned broadcast has started.
broadcast-missed-plan = A planned broadcast could not start at its time, because the bot was not at work. Send it now, choose another time, or cancel it:
broadcast-nobody = Nobody has started the bot yet, so there is no one to send to.
broadcast-button-send = Send to { $count }
broadcast-button-send-now = Send to { $count } now
broadcast-button-test = Test to myself
broadcast-button-later = Later …
broadcast-button-other-time = Another time …
broadcast-button-whom = To whom …
broadcast-button-silent = Without sound
broadcast-button-sound = With sound
broadcast-button-paid = Paid rate
broadcast-button-free = Free rate
broadcast-button-joined = Joined { $days } d
broadcast-button-active = Active { $days } d
broadcast-button-repeat = Send again to { $unknown }
broadcast-button-repeat-now = Yes, send to { $unknown } again
broadcast-button-file = Who did not get it
broadcast-button-cancel = Cancel
broadcast-button-pause = Pause
broadcast-button-resume = Go on
broadcast-dropped = Dropped. Nothing was sent.
broadcast-gone = That broadcast is over; the button no longer does anything.
broadcast-running = Sending
broadcast-paused = Paused
broadcast-paused-because = Paused: { $reason }
broadcast-finished = Finished
broadcast-cancelled = Cancelled
broadcast-counts =
    Sent: { $sent } of { $audience }
    Could not be reached: { $unreachable }
    Failed: { $failed }
    Outcome unknown: { $unknown }
broadcast-pace = { $rate } a second, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
} left
broadcast-repeat-ask = For { $unknown ->
    [one] one subscriber
   *[other] { $unknown } subscribers
} Telegram gave no answer. Some of them have the message already and would get it twice. Send it to them again?
broadcast-file = Who did not get it, and why
broadcast-unknown-note = For { $unknown } of them Telegram gave no answer: they may have the message or not. They were not sent it again.
broadcast-report = The broadcast is { $status ->
    [cancelled] cancelled
   *[finished] finished
}. It took { $minutes ->
    [0] less than a minute
    [one] one minute
   *[other] { $minutes } minutes
}.
broadcast-reason = • { $count } × { $reason }

broadcasts-title = Broadcasts
broadcasts-none = Nothing has been broadcast yet. /broadcast begins one.
broadcasts-planned = { $date } – planned
broadcasts-line = { $date } – { $status ->
    [running] being sent
    [paused] paused
    [cancelled] cancelled
   *[finished] finished
}, { $sent } of { $audience }

## Queue

queue-title = What goes out in { $channel }
queue-empty = Nothing is waiting for { $channel }.
queue-no-channel = No channel is set up: CHANNEL_ID or dateline.yaml names it.
queue-choose = A number shows the post as it will look, and what can be done with it.
queue-gone = That post is no longer in the queue.
queue-goes = Goes out: { $when }
queue-at-once = at once
queue-held = held back
queue-unapproved = waits for approval
queue-no-slot = no slot
queue-button-up = ↑ Earlier
queue-button-down = ↓ Later
queue-button-now = Post now
queue-button-hold = Hold
queue-button-release = Release
queue-button-drop = Drop
queue-button-back = « Queue

## Breaking news, corrections, retractions

post-which = Which article? Write { $command } and its address or words of its headline – or choose:
post-which-none = There is no such article yet.
post-is-retracted = That story was retracted; it is not posted any more.
post-is-not-out = “{ $title }” is in no channel now.
post-on-its-way = { $channel }: it is being sent, or nobody knows yet whether it is there. Ask again when /why says how that ended.
post-change-failed = { $channel }: Telegram refused it: { $reason }
post-left = Nothing was changed.
post-button-correct = Correct the post
post-button-note = Say what was wrong
post-button-notice = Leave a notice
post-button-reason = Notice with a reason
post-button-delete = Delete the post
post-button-leave = Leave it
breaking-ask = Goes out at once, past the schedule and quiet hours:
breaking-button = Post now in { $channel }
breaking-answer = { $answer ->
    [out] “{ $title }” is in { $channel } already.
    [underway] “{ $title }” is on its way to { $channel } already.
   *[goes] “{ $title }” goes out in { $channel } now.
}
breaking-everywhere = “{ $title }” is in every channel already. /correct changes a post.
correct-ask = This is how the post will look in { $channels }:
correct-write = Write one sentence that says what was wrong and what is right. It will stand in the post. /stop drops it.
correct-too-long = That is too long for a post: at most { $limit } characters, please.
correct-done = The post in { $channel } is corrected, and says so.
correct-nowhere = The story is in no channel, so there was nothing to correct.
retract-ask = Take back “{ $title }”? Readers will no longer find it with the bot, and it will not be posted again.
retract-write = Write the reason in one sentence. Readers will see it in the post's place. /stop drops it.
retract-done = The post in { $channel } is taken back.
retract-nowhere = The story was in no channel. It will not be posted, and readers no longer find it.

## Sources

sources-title = Sources
sources-none = There is no source yet.
sources-line = { $number }. { $name } – { $state ->
    [paused] paused
   *[read] being read
}
sources-more = … and { $count } more
sources-how =
    /sources add <address of a site or a feed>
    /sources pause <number or address>
    /sources resume <number or address>
    /sources remove <number or address>
    /sources export – all of them in a file (OPML)
    /sources import – adds those of such a file
sources-ask = Which one? Write /sources { $verb } and its address, or its number in /sources.
sources-unknown = There is no source “{ $which }”. /sources shows them all.
sources-not-found = Nothing was added: { $reason }
sources-known = { $name } is a source already.
sources-found = { $name } was found. It is not read yet: /sources resume { $number } starts it, /sources remove { $number } takes it out. What it shows now goes to the archive, not to the channel. Its newest items:
sources-no-items = It shows no items now.
sources-paused = { $name } is paused. What it brings meanwhile is not read.
sources-resumed = { $name } is being read.
sources-removed = { $name } is a source no more. Its articles stay in the archive.
sources-configured = { $name } is named in the configuration and would come back: take it out there, or pause it here.
sources-exported = { $count ->
    [one] One source, as OPML
   *[other] { $count } sources, as OPML
}
sources-imported = { $count ->
    [0] No source was added
    [one] One source was added and is being read; what it shows first goes to the archive
   *[other] { $count } sources were added and are being read; what they show first goes to the archive
}. { $known ->
    [0] { "" }
    [one] One was here already.
   *[other] { $known } were here already.
}
sources-import-how = Send me the list as a file (OPML), as feed readers export it.
sources-import-none = { $file } is not a list of sources (OPML).
sources-import-empty = The list names no sources. Nothing was added.

## What editors send

intake-new = “{ $title }” was taken in. { $state ->
    [none] It is in the archive alone: no channel takes it.
   *[waiting] This is how it will look:
}
intake-known = “{ $title }” was here already. { $state ->
    [none] It is in the archive alone.
    [sent] It has been posted.
    [waiting] It is waiting:
    [dropped] An editor dropped its post.
   *[other] /why says what became of its post.
}
intake-changed = “{ $title }” has a new version: { $changes }. { $state ->
    [none] It is in the archive alone.
    [sent] The old one has been posted.
    [waiting] It is waiting:
   *[other] /why says what became of its post.
}
intake-refused = Nothing was taken in: { $reason }
intake-nothing = There is no article in that: send a link, a text of some length, or a file (.txt, .md, .html).

## Status

status-title = Status
status-archive = Archive: { $articles ->
    [one] one story
   *[other] { $articles } stories
}, { $subscribers ->
    [one] one subscriber
   *[other] { $subscribers } subscribers
}
status-waiting = Waiting for { $channel }: { $waiting }
status-next-slot = Next slot: { $date }
status-held = Held back: { $held }
status-unapproved = Waiting to be approved: { $held }
status-broadcast = A broadcast is being sent: { $percent } % of { $audience }
status-last-posts = Last posts
status-no-posts = Nothing has been posted yet.
status-post = { $date } – { $state } – { $title }
status-feeds = Feeds
status-feed-ok = { $feed } – read { $date }
status-feed-new = { $feed } – not read yet
status-feed-failing = { $feed } – failing: { $reason }
status-redis = Redis: { $memory } in use; { $durability }

## Why

why-ask = Which article? Write /why and its address, or words of its headline.
why-unknown = Nothing like “{ $query }” has come in.
why-state = Post: { $state }
why-no-post = Not posted in { $channel }: its source is for the archive alone, or the channel does not take such articles.
why-removed = Left out of the text
why-item = { $date } – { $what }

## What became of a post

history-given-back = the process that had it ended before it began to send; it waits again
history-lost = the process that sent it ended before the answer; nobody knows whether it is there
history-taken-now = taken in hand at an editor's word
history-taken = taken in hand for the slot
history-sending = being sent
history-sent = sent as message { $id }
history-no-answer = no answer: { $reason }
history-refused = refused: { $reason }
history-too-old = dropped: it waited for so long that it is no news any more
history-nothing = dropped: there is nothing of it to post
history-paused = put back: Telegram asked for a pause
history-put-back = put back: { $reason }
history-found = found as message { $id }
history-not-there = looked for and not there; it goes again
history-asked = looked for in vain; an editor is asked
history-editor-there = an editor says that it is there
history-editor-post = an editor says that it is to be posted
history-approval = waits for an editor to approve it
history-released = released by an editor
history-now = sent at once by an editor
history-held = held back by an editor
history-editor-dropped = dropped by an editor
history-corrected = corrected
history-correction = corrected: { $note }
history-retracted = retracted
history-retraction = retracted: { $reason }
history-unchanged = could not be changed: { $reason }
state-waiting = waiting
state-in-flight = being sent
state-sent = sent
state-unreachable = not reachable
state-failed = refused
state-unknown = nobody knows whether it is there
state-dropped = dropped
state-retracted = retracted

## The desk

desk-post-failed = “{ $title }” could not be posted to { $channel }: { $reason }
desk-post-unknown = Telegram gave no answer for “{ $title }” in { $channel }, and it cannot be seen from here whether the post is there. Please look in the channel.
desk-post-to-approve = To be approved for { $channel }:
desk-posts-to-approve = { $count } articles wait to be approved for { $channel }. /queue shows them.
desk-button-approve = Approve
approval-done = { $what ->
    [now] “{ $title }” goes out in { $channel } now.
    [drop] “{ $title }” is dropped; it does not go out in { $channel }.
   *[release] “{ $title }” is approved; it goes out in { $channel } when its turn comes.
}
desk-post-found = “{ $title }” is in { $channel } after all: Telegram had given no answer, but the message above was found there.
desk-post-outdated = “{ $title }” has changed since it was posted to { $channel }: { $changes }
desk-channel-unreachable = The bot may not write to { $channel }: { $reason } Its posts wait until it may; make the bot an administrator that may post.
desk-button-there = It is there
desk-button-again = Post it
desk-decided-there = Noted: the post is there.
desk-decided-again = It goes out again now.
desk-decided-already = This was settled already.
desk-feed-failing = A feed cannot be read: { $feed }. { $reason } It is tried again by itself; you will hear when it works.
desk-feed-recovered = The feed { $feed } can be read again.
desk-broadcast-paused = The broadcast paused by itself: { $reason } It waits for you to go on or to cancel.
desk-update-aside = A message to the bot could not be handled after three tries and was set aside: { $reason }
desk-file-refused = The file { $file } was not taken in: { $reason }
desk-redis-forgets = Redis may forget what it is told: { $finding }
