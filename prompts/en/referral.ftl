# Referrals: what one agency asks of another, and who follows it up until it is done.

referral-button = Record a referral
referral-title = Record a referral
referral-intro = Record here what you asked of another agency. We remind whoever has it, and ask people further up if it takes too long. Leave out the names of families.
referral-submit = Record it
referral-reference-label = Reference
referral-reference-hint = A case or log number that both agencies know.
referral-kind-label = What are you asking for?
referral-kind-other = Something else, by a day I choose
referral-due-label = By which day?
referral-due-hint = If you leave this empty, the usual time limit applies.
referral-what-label = In a few words
referral-what-hint = Facts, and what you need. No names.
referral-agency-label = Which agency are you asking?
referral-owner-label = Who there, if you know?
referral-owner-hint = The name of whoever has it. If you leave this empty, it is unassigned until someone takes it.
referral-role-label = Who should take it, if you name nobody?
referral-role-lead = Their safeguarding leads
referral-role-manager = Their managers
referral-owner-unknown = We do not know anyone of that name there. Please check the name, or leave it empty.
referral-owner-yourself = That is you. Please name someone else, or leave the name empty.
missing-kind = Please choose what you ask for.
referral-kind-elsewhere = This time limit is for another nation than that of the agency you ask. Please choose another one, or a day of your own.
missing-role = Please choose who should take it.
missing-referral-reference = Please give a reference that both agencies know.
missing-referral-what = Please say in a few words what you need.
referral-day-needed = Please choose the day by which you need it.
referral-day-gone = Please choose today or a later day, within three years.
referral-sent-title = Recorded
referral-sent-owner = We are asking { $name }. We also remind them. If it is not done in time, people further up are asked. You will hear what comes of it.
referral-sent-role = It is unassigned for now. We are asking everyone who could take it. You will hear when someone has it, and what comes of it.

## Cards

referral-card-owned = A referral that is yours
referral-card-unowned = A referral waits for someone to take it
referral-card-asked = You are asked for something
referral-card-help = Someone needs help with a referral
referral-card-referrer = Your referral
referral-card-past = A referral
fact-asked = Asked for
fact-from = From
fact-to = To
fact-by-whom = Recorded by
fact-deadline = Due
fact-now-by = New deadline
due-at = { $day }, { $time }
due-midnight = { $day }, midnight
next-role = If there is no news in time, it goes up to the next step: { $role }.
next-fallback = If there is no news in time, the last person who can help in that agency is asked.
next-role-at = If nobody has settled it by { $at }, it goes up to the next step: { $role }.
next-last = the last person who can help in that agency
next-lapse-at = If we hear nothing from whoever has it by { $at }, it is unassigned again, and everyone who could take it is asked.
next-none = There is nobody further up who could be asked.
history = Asked for on { $day }. { $taken } { $asked }
history-nobody = Nobody has taken it.
history-took = { $name } took it on { $day }, and it is not done yet.
history-lapsed = { $name } had taken it; without news it was unassigned again on { $day }.
history-asked = { $asked ->
    [0] Nobody was reminded since.
    [one] Those asked last were asked once.
   *[other] Those asked last were asked { $asked } times.
}
referral-nudge = Time to look at this again. Is it still yours, and are you on it?
referral-nudge-nobody = Nobody has said yet that this is theirs. Can you take it?
referral-due = This is due now.
referral-at-level = Nobody below you has settled this yet. Please see that someone does.
referral-at-fallback = This has gone all the way up, and nobody has settled it yet. Please see to it.
referral-heard-back = This is due now. Have you heard back?
referral-went-up = Your referral has gone further: people further up are asked now.
referral-taken = { $name } has taken your referral.
referral-moved-on = Your referral was handed on, and others are asked now.
referral-in-the-way = Something is in the way of your referral. Help has been asked for.
referral-came-of-it = { $name } says that it is done. Have you heard back?
referral-help-wanted = { $name } needs help with this. It stays theirs.
referral-is-done = This is done. There is nothing more you need to do.

button-mine = It’s mine
button-update = Send news
button-done = Done
button-help = I need help
button-later = Ask me later
button-notmine = Not mine
button-heard = Yes, I have heard back
button-further = No, take it further

## The page

referral-page-title = A referral
referral-state-asked = { $name } has been asked, and has not said yet that it is theirs.
referral-state-asked-you = You have been asked, and have not said yet that it is yours.
referral-state-open = This is unassigned: nobody has taken it yet.
referral-state-up = This has gone further. It is with people { $asked ->
    [one] one step
   *[other] { $asked } steps
} up.
referral-state-picked = { $name } has this.
referral-state-picked-you = You have this.
referral-state-answered = { $name } says that it is done.
referral-state-closed = This is done and closed.
referral-yours = This is yours now. Whoever recorded it has been told.
referral-still-yours = Thank you. We have noted that you are on it.
referral-put-off = We ask you again on { $day } at { $time }.
referral-not-again = We do not remind you again.
referral-put-off-up = { $again } If it is not done by { $at }, it goes up all the same.
listed-referral = Referral { $reference }, due { $day }
desk-referral = Referral { $reference }, { $asked }

said-notmine-you = Why it was handed on, { $day }
said-notmine-other = Why it was handed on, { $day }
said-update-you = News from the person who has this, { $day }
said-update-other = News from the person who has this, { $day }
said-added-you = Added by the person who made this referral, { $day }
said-added-other = Added by the person who made this referral, { $day }
said-help-you = Help was asked for, { $day }
said-help-other = Help was asked for, { $day }
bot-took = { $day }: { $name } has taken it.
bot-took-lead = { $day }: { $name } has taken it.
bot-lapsed = { $day }: { $name } had taken it, but there was no news since. It is unassigned again.
bot-lapsed-lead = { $day }: { $name } had taken it, but there was no news since. It is unassigned again.
bot-climbed = { $day }: this has gone further, and people further up are asked.
bot-climbed-lead = { $day }: this has gone further, and people further up are asked.
bot-further = { $day }: taken further by whoever recorded it. Now people further up are asked.
bot-further-lead = { $day }: taken further by whoever recorded it. Now people further up are asked.
bot-moved = The time limit for this was changed, so it is due at another time now.
bot-moved-lead = The time limit for this was changed, so it is due at another time now.

## What people do with a referral that is theirs: help, later.

referral-update-title = Send news
referral-update-label = What is new?
referral-update-hint = The other side reads this. It stays open, and no day moves. No names.
referral-update-submit = Send
referral-update-done-title = Sent
referral-update-done = The other side is told now. It stays open, as it was.
referral-news = { $name } has sent news about this.
referral-added = The person who made this referral has added something.
referral-help-title = I need help
referral-help-label = What is in the way?
referral-help-hint = People further up in your agency can read this, and whoever recorded it. No names.
referral-help-submit = Ask for help
referral-helped-title = Help is asked for
referral-helped = They have been told. It stays yours.
referral-helped-none = It is noted, and whoever recorded it has been told. There is nobody above you who could be asked: please call someone who can help.
referral-later-title = Ask me later
referral-later-when = When shall we ask again?
later-hours = In two hours
later-tomorrow = On the next working day
later-day = On a day I choose
referral-later-day = Which day, if you choose one?
referral-later-which = Please choose a day from tomorrow on.
missing-later = Please choose when we should ask again.
referral-later-submit = Ask me then
referral-not-for-you = This is not waiting for you. It may be done, or someone else may have it.

## A referral is done, and whoever made it says whether they have heard back.

referral-done-title = Done
referral-outcome-label = What came of it?
referral-outcome-done = It is done as asked
referral-outcome-part = It is done in part
referral-outcome-not-needed = It is not needed any more
referral-outcome-cannot = It cannot be done
referral-done-label = In a few words
referral-done-hint = Whoever recorded it reads this. No names.
referral-done-submit = Send
referral-finished-title = Done
referral-finished = Thank you. Whoever recorded it is told, and asked if they have heard back.
referral-closed-title = Closed
referral-closed = Good to hear. It is closed now.
referral-further-title = Taken further
referral-further = People further up are asked now. You hear what comes of it.
referral-already-further = It has gone further already. You hear what comes of it.
referral-not-yours = Only whoever recorded this can do that, and only while it is open.
said-referral-done-you = What came of it: done as asked, { $day }
said-referral-done-other = What came of it: done as asked, { $day }
said-referral-part-you = What came of it: done in part, { $day }
said-referral-part-other = What came of it: done in part, { $day }
said-referral-not-needed-you = What came of it: not needed any more, { $day }
said-referral-not-needed-other = What came of it: not needed any more, { $day }
said-referral-cannot-you = What came of it: it cannot be done, { $day }
said-referral-cannot-other = What came of it: it cannot be done, { $day }
bot-heard = Whoever recorded it has heard back.
bot-heard-lead = Whoever recorded it has heard back.

## A referral isn’t theirs: whose it is, and why.

referral-handed-on = This was handed on. There is nothing more you need to do.
referral-notmine-title = Not mine
referral-notmine-owner = Whose is it, then?
referral-notmine-owner-hint = A name in your agency. Leave it empty, and everyone who could take it is asked.
referral-notmine-label = Why is it not yours?
referral-notmine-hint = Whoever recorded it can read this, and whoever has it next.
referral-notmine-submit = Hand it on
referral-handed-title = Handed on
referral-handed = Thank you. Others are asked now.
referral-handed-to = Thank you. We are asking { $name }.

## Referrals from a file and into one: what is wrong in it, by its place, and how to fix it.

import-at-line = Row { $line }: { $fix }
import-at-cell = Row { $line }, { $column }: { $fix }
import-more = And { $count ->
    [one] one more
   *[other] { $count } more
}. Fix these first.

## The file as a whole

import-empty = There is nothing in this file. The first row names the columns, and each further row is a referral.
import-too-big = This file is too big. Please split it into files of at most { $most } rows.
import-too-many = These are { $count } rows, and one file may have { $most }. Please split it.
import-workbook = This is a workbook, not a CSV file. In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
import-utf16 = This is Unicode text (UTF-16) with something broken in it. In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
import-not-utf8 = From here on, letters cannot be read. In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
import-quotes = A quotation mark opens here and does not close, or stands in the middle of a cell. Please write it twice there, or take it out.

## A column

import-unknown-column = We do not know this column. Please take it out, or name it as one of these: { $names }.
import-column-twice = This column is there twice. Please take one out.
import-column-missing = This column is missing. Please add it, with its name in the first row.

## A cell

import-cell-too-many = There is one cell too many. Text that contains the sign between columns needs quotation marks around it.
import-formula = A spreadsheet could run this as a formula. Please begin it with a letter or a digit.
import-control = It contains a hidden character. Please type it again.
import-agency = We do not know this agency. Please write one of these: { $known }.
import-kind = We do not know this kind. Please write one of these: { $known }.
import-kind-elsewhere = This kind is for another nation than the agency’s. Please write one of these: { $known }.
import-kind-which = Several kinds have this name. Please write which: { $known }.
import-role = Please write one of these: { $known }.
import-owner-which = It is not clear who is meant. Please write the whole name, or leave it empty.
import-twice = This is the same as row { $line }: same reference, kind and agency. Please take one out.
import-recorded = Your agency has recorded this already, and it is not closed: same reference, kind and agency. Please take it out.
import-doubt = This may show who someone is: { $words }

## The page

import-link = Referrals as files
import-title = Referrals as files
import-heading = Record many at once
import-intro = Choose a CSV file with one referral a row, at most { $most }. All of them are recorded, or none: if anything is wrong, you see each row and how to fix it.
import-columns = The first row names the columns: { $names }. You may leave out owner, role and due.
import-privacy = Please give no names of families: a reference is enough.
import-file-label = CSV file
import-file-missing = Please choose a file.
import-anyway = I have looked at the rows that may show who someone is. Record them as they are.
import-submit = Record them
import-so-far = How far it is
import-checked = { $done } of { $of } rows are checked.
import-prepared = { $done } of { $of } rows are prepared.
import-written = { $done } of { $of } rows are written.
import-goes-on = Your file is gone through to its end, without this page too. Look under “{ mine-title }” for what was recorded before you choose it again.
import-failed = Something went wrong on our side. Please choose the file again: what is recorded already is not recorded twice.
import-wrong = { $count ->
    [one] One thing needs fixing
   *[other] { $count } things need fixing
}. Nothing was recorded.
import-doubts = { $count ->
    [one] One row may show
   *[other] { $count } rows may show
} who someone is. Nothing was recorded yet.
import-doubts-mend = Please change these rows, or tick the box below. Then choose the file again.
import-done = { $count ->
    [one] One referral is
   *[other] { $count } referrals are
} recorded. Everyone they are with is told once, and each is followed until it is done.
export-heading = Take them with you
export-own-csv = My referrals, as a spreadsheet
export-own-ics = My referrals’ deadlines, for a calendar
export-agency-csv = My agency’s referrals, as a spreadsheet
export-agency-ics = My agency’s deadlines, for a calendar
export-note = A file that you take with you is no longer looked after by Upstander. Please keep it as safe as the case’s own papers.

## The message

import-card-title = Referrals for you
import-card = { $count ->
    [one] One referral was
   *[other] { $count } referrals were
} recorded for you: see “{ $list }”.

## In a calendar

calendar-name = Upstander: referrals
calendar-summary = Due: { $kind }, { $reference }
calendar-summary-overdue = Overdue: { $kind }, { $reference }
calendar-between = Asked by { $asking } of { $asked }.

bot-owner-gone = { $day }: { $name } is no longer there for this. It is unassigned again, and the others are asked.
bot-owner-gone-lead = { $day }: { $name } is no longer there for this. It is unassigned again, and the others are asked.
bot-owner-unreached = { $day }: { $name } could not be reached. It is unassigned again, and the others are asked.
bot-owner-unreached-lead = { $day }: { $name } could not be reached. It is unassigned again, and the others are asked.
referral-owner-gone = The person who had this is no longer there for it. We have asked the others.
referral-owner-unreached = We cannot reach the person who had this. We have asked the others.
referral-nobodys = Nobody has this any more. Can you take it?
