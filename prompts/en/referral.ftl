# Referrals: what one agency asks of another, and who follows it up until it is done.

referral-button = Record a referral
referral-title = Record a referral
referral-intro = Have you asked another agency for something? Record it here. We remind whoever has it, and ask people further up if it takes too long. Please leave out the names of families: a reference is enough.
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
referral-owner-hint = The name of whoever has it. If you leave this empty, it is nobody’s until someone takes it.
referral-role-label = Who should take it, if you name nobody?
referral-role-lead = Their safeguarding leads
referral-role-manager = Their managers
referral-owner-unknown = We do not know anyone of that name there. Please check the name, or leave it empty.
missing-kind = Please choose what you ask for.
referral-kind-elsewhere = This time limit is for another nation than that of the agency you ask. Please choose another one, or a day of your own.
missing-role = Please choose who should take it.
missing-referral-reference = Please give a reference that both agencies know.
missing-referral-what = Please say in a few words what you need.
referral-no-day = This is not a day we can read. Please write it like 2026-12-24.
referral-day-needed = Please choose the day by which you need it.
referral-day-gone = Please choose today or a later day, within three years.
referral-sent-title = Recorded
referral-sent-owner = They are asked now, and reminded. If it is not done in time, people further up are asked. You will hear what comes of it.
referral-sent-role = It is nobody’s yet. Everyone who could take it is asked now. You will hear when someone has it, and what comes of it.

## Cards

referral-card-owned = A referral that is yours
referral-card-unowned = A referral waits for someone to take it
referral-card-asked = You are asked for something
referral-card-help = Somebody needs help with a referral
referral-card-referrer = Your referral
referral-card-past = A referral
fact-asked = Asked for
fact-from = From
fact-to = To
fact-by-whom = Recorded by
fact-now-by = Wanted by now
due-at = { $day }, { $time }
due-midnight = { $day }, midnight
next-role = If there is no news in time, it goes up to the next step: { $role }.
next-fallback = If there is no news in time, the last person who can help in that agency is asked.
next-role-at = If nobody has settled it by { $at }, it goes up to the next step: { $role }.
next-last = the last person who can help in that agency
next-lapse-at = If we hear nothing from whoever has it by { $at }, it is nobody’s again, and everyone who could take it is asked.
next-either-at = If it is not done by { $at }, others are asked: everyone who could take it, if we hear nothing until then, and otherwise the next step: { $role }.
next-none = There is nobody further up who could be asked.
history = Asked for on { $day }. { $taken } { $asked }
history-nobody = Nobody has taken it.
history-took = { $name } took it on { $day }, and it is not done yet.
history-lapsed = { $name } had taken it; without news it was nobody’s again on { $day }.
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
referral-state-open = Nobody has this yet.
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

said-notmine-you = Why it was handed on, { $day }
said-notmine-other = Why it was handed on, { $day }
said-help-you = Help was asked for, { $day }
said-help-other = Help was asked for, { $day }
bot-took = { $day }: { $name } has taken it.
bot-took-lead = { $day }: { $name } has taken it.
bot-lapsed = { $day }: { $name } had taken it, but there was no news since. It is nobody’s again.
bot-lapsed-lead = { $day }: { $name } had taken it, but there was no news since. It is nobody’s again.
bot-climbed = { $day }: this has gone further, and people further up are asked.
bot-climbed-lead = { $day }: this has gone further, and people further up are asked.
bot-further = { $day }: taken further by whoever recorded it. Now people further up are asked.
bot-further-lead = { $day }: taken further by whoever recorded it. Now people further up are asked.
bot-moved = The time limit for this was changed, so it is due at another time now.
bot-moved-lead = The time limit for this was changed, so it is due at another time now.

## Lists

referred-title = I am waiting for
referred-none = You are not waiting for anything.
owned-title = Mine
owned-none = You have none of your own.
unowned-title = Nobody has this yet
unowned-none = Someone has taken everything here.
