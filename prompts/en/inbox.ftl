# My concerns: what I raised, what waits for me, and my side of each conversation.

mine-title = My concerns
mine-button = My concerns
waiting-title = Waiting for me
waiting-none = Nothing is waiting for you.
referred-title = Referrals I made
raised-title = Raised by name
raised-none = You have not raised anything by name.
at-rest-title = Waiting for others
listed-line = { $what } · { $apart }
listed-left = { $left } more in “{ $list }”
listed-see = See the next ones
own-age = { $days ->
    [0] today
    [one] yesterday
   *[other] { $days } days ago
}
listed-news = The newest message here is for you.

## One list of what waits: what presses most stands first, a line each

desk-where = { $agency } · { $age }
desk-age = { $days ->
    [0] came today
    [one] came yesterday
   *[other] came { $days } days ago
}
desk-due = due { $day }
desk-due-now = due now
desk-from = from { $who }
desk-from-agency = from someone at { $agency }
desk-danger = Danger now
desk-overdue = Overdue
desk-unassigned = unassigned
desk-mine = yours
desk-count-all = All: { $count }
desk-count-danger = In danger: { $count }
desk-count-overdue = Overdue: { $count }
desk-count-mine = Mine: { $count }
desk-count-unassigned = Unassigned: { $count }
desk-found = { $count ->
    [one] 1 is found.
   *[other] { $count } are found.
}
desk-found-none = Nothing of what waits for you fits. Please choose fewer filters.
desk-page = { $first } to { $last } of { $count }
desk-before = See the ones before

desk-narrow-button = Filter and sort
desk-narrow-title = Filter and sort
desk-narrow-submit = Show these
desk-every = All
desk-kind-label = Kind
desk-kind-concern = Concerns
desk-kind-challenge = Challenges
desk-kind-referral = Referrals
desk-kind-second-opinion = Second opinions
desk-late-label = How urgent
desk-late-danger = Someone may be in danger
desk-late-overdue = Overdue
desk-whose-label = Whose
desk-whose-mine = Mine
desk-whose-unassigned = Unassigned
desk-state-label = How far
desk-state-open = Nobody has said yet that it is theirs
desk-state-picked = Someone has it
desk-agency-label = Agency
desk-sort-label = Order
desk-sort-pressing = Danger, overdue, then by deadline
desk-sort-oldest = Oldest first
desk-sort-newest = Newest first

desk-find-button = Find by reference
desk-find-title = Find by reference
desk-find-submit = Find
desk-find-label = Reference
desk-find-hint = A case or log number, or a part of it; or the five letters and digits at the end of its title in the list. It is not kept.
desk-find-short = Please type at least two letters or digits.
desk-find-none = Nothing that you may open has this reference. Please check it, or type a part of it.
desk-find-more = Here are the first { $count }. Type more of the reference to see fewer.

# The same for everyone, whether or not there is anything behind it.
quiet-button = Raised without showing my name
quiet-title = Without showing my name
quiet-intro = Here is what you raised in confidence or anonymously and is not closed. Is anyone looking at your screen?
quiet-none = There is nothing here. Anything you raise in confidence or anonymously stands here until it is closed. Are you looking for something that had not gone out yet, and that you did not take back? Then it was lost: please raise it again.

# The same whatever is new, so that it tells nobody anything.
news-title = There is something new for you
news-button = See what is new

raiser-page-concern = My concern

answer-title = Add something
answer-label = What would you like to add?
answer-submit = Send
answer-read-by = Already reads this, and would read these words too: { $names }. If it is about them, don’t add it here: raise it anew, and leave them out.
answer-names = { $names } and { $other }
answer-done-title = Added
answer-done-named = Your words are on their way.
answer-done = Your words are on their way. If you are anonymous, they go out in the way you chose: soon, at the next set time, or at once.
button-answer = Add something

## The same form sent again, with other words in it

otherwise-title = You sent this before
otherwise-note = What you sent first is on its way as it was. What you have written since is not sent yet: it stands below, and you can add it to the first.
otherwise-first = What you sent first
otherwise-label = What you have written since
otherwise-submit = Add it
sent-otherwise = This form was sent before, and what it said then is on its way as it was. What stands here now is not sent. Please copy it, open a new form, and send it from there.

## Settled, or not

settled-question = Is this settled for you? If you say yes, it closes for good. If you raised it in confidence or anonymously, the link back to you is deleted too: nobody can reach you about it, and you cannot open it again. If you say nothing, the same happens by itself later.
button-settled = Yes, it is settled
button-unsettled = No, it is not settled
settled-title = Settled
closes-later-title = It closes soon
closes-later = Thank you. It closes when the time is up that you chose for what you write, and the link back to you is deleted then. Closing it at once would show when you looked. Until then you still find it here. If something else worries you, please raise a new concern.
closing-waits = You said that this can be closed. It closes when the time is up that you chose for what you write. If you add something before, it stays open.
unsettled-later = Thank you for saying so. It goes out when the time is up that you chose for what you write, and then someone looks at it again. Please add what is still missing.
settled-done = It is closed. Thank you for speaking up. If something else worries you, please raise a new concern.
withdrawn-title = Withdrawn
withdrawn-done = You have withdrawn this. It is closed, and nobody goes on with it. If something else worries you, please raise a new concern.
button-take-back = Take it back
take-back-title = Take it back
take-back-sure = This has not gone out yet. If you take it back, nobody ever hears of it. It is deleted, and so is the link back to you. A code you were given opens nothing any more.
take-back-submit = Take it back
taken-back-title = Taken back
taken-back-done = It has not gone out, and it is deleted. Nobody was told of it. If you want to say it after all, in your own time, please raise it again.
has-gone-out = This has gone out by now, so it can’t be taken back any more. You can still add something.
unsettled-done = Thank you for saying so. The lead has it again. Please add what is still missing.
not-answered-yet = There is no final answer yet. Once there is, you can say if it is settled. You can add something now.
thread-closed = This is closed, so nothing can be added. If something still worries you, please raise a new concern.

## May my name go along?

button-name-yes = My name may go along
button-name-no = Keep my name back
name-goes = Your name may go along now, in the way you chose: by name or in confidence.
name-stays = Your name has not gone along. You can still change your mind.
name-question = It was passed on to { $agency }. May your name go along? Until you say yes, it stays where it is.
name-question-opened = It was passed on to { $agency }. Two people have looked up your name, as you read below. May it go along to everyone who has this? Until you say yes, nobody else sees it.
settled-question-kept = Is this settled for you? If you say yes, it closes for good. The sealed link back to you is kept for two questions, after 30 and 90 days, as you chose; then it is deleted. You can end that at any time. If you say nothing, the same happens by itself later.

## The morning list: one card a day for each lead, if anything waits.

digest-title = Good morning. This is where things stand
digest-waiting = Waiting for you
digest-owned = Your referrals
digest-unowned = Unassigned referrals
digest-today = Due today
digest-over = Overdue
digest-see = See them
