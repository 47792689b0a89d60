# Words that several commands use.

# The promise that we can keep, and no more than that. At most 300 characters.
honest-line = If you stay anonymous, you are hidden from colleagues, and you are not in our database’s backups. Your organisation’s Slack or Teams administrators, and whoever runs the live server, may still be able to identify you. If someone is in danger now, call an urgent number, such as 999.
honest-chosen = You are hidden from colleagues, and not in our database’s backups. Slack or Teams administrators, and whoever runs the live server, may still be able to identify you. If someone is in urgent danger, call:
urgent-route = If someone is in danger now, call:
urgent-only = If someone is in danger now, call { $number }. Nobody else here answers at this hour.
urgent-emergency = Police, ambulance or fire
number-closed = Closed now.
number-opens = Closed now. Open again on { $day } at { $time }.
number-closed-noted = { $until } { $note }
number-purpose = For: { $words }
number-answered = Answered by: { $words }
number-protection = Protection: { $words }
number-checked = Looked at on { $day }
number-and = { $one } · { $other }
other-routes = You do not have to wait. You can also turn to:

greeting-title = Hello from Upstander
greeting-words = Messages from Upstander reach you here. When someone needs you, a card like this one says so. There is nothing to do now.

## What a card and a page say about a concern

fact-about = Kind
fact-topic = About
fact-urgency = How urgent
fact-how = Raised
fact-day = Day
fact-who = From
fact-by = Their name, shown only to you
fact-agency = Their agency
fact-reference = Reference
flagged-link = See the message this is about

urgency-danger = Someone may be in danger now
urgency-usual = No danger right now

card-how-named = By name
card-how-confidence = In confidence
card-how-anonymous = Anonymously

who-anonymous = Someone who stays anonymous
who-confidence = Only the lead who picks this up can see the name
who-opened = You and a second person have opened the name. It stands behind “{ $button }”.
who-withheld = The name has not been passed on

listed-concern = { $about }, { $day }

## Where it stands

concern-state-waiting = This has not gone to { $agency } yet. It is waiting for its time. You can still take it back.
concern-state-open = This is with { $agency }. Nobody has picked it up yet.
concern-state-picked = This is with { $name } now.
concern-state-answered = { $name } has answered. It is not closed yet.
concern-state-closed = This is closed.

## What was said. A lead’s own words are read by other leads too, so they don’t say “you”.

said-raised-you = You raised this, { $day }
said-raised-other = What was raised, { $day }
said-referred-you = You asked for this, { $day }
said-referred-other = What is asked, { $day }
said-question-you = Your question, { $day }
said-question-other = The question, { $day }
said-answer-you = You added, { $day }
said-answer-other = Added by the person who raised this, { $day }
said-unsettled-you = You said that it is not settled, { $day }
said-unsettled-other = The person who raised this says that it is not settled, { $day }
said-reply-you = Reply to the person who raised this, { $day }
said-reply-other = A reply to you, { $day }
said-ask-you = Question to the person who raised this, { $day }
said-ask-other = A question for you, { $day }
said-passed-you = Passed on, and why, { $day }
said-passed-other = Passed on, and why, { $day }
said-outcome-acted-you = The answer: something was done, { $day }
said-outcome-acted-other = The answer: something was done, { $day }
said-outcome-explained-you = The answer: here is why it happened, { $day }
said-outcome-explained-other = The answer: here is why it happened, { $day }
said-outcome-learning-you = The answer: it will be done differently, { $day }
said-outcome-learning-other = The answer: it will be done differently, { $day }
said-outcome-elsewhere-you = The answer: it is being dealt with somewhere else, { $day }
said-outcome-elsewhere-other = The answer: it is being dealt with somewhere else, { $day }
said-outcome-no-change-you = The answer: nothing will change, { $day }
said-outcome-no-change-other = The answer: nothing will change, { $day }
said-held = This has not gone out yet. It is waiting for its time.
waits-alone = Until then it is kept in one place only, without a copy, so that no backup can tell when you wrote it. If that place were lost, your words would be lost too. If you do not find this page any more, and nobody has answered, please send it again.

## What happened: first to the person who raised it, then to a lead

bot-picked = { $day }: { $name } has picked this up.
bot-picked-lead = { $day }: { $name } has picked this up.
bot-name-learned = { $name } can now see your name. We keep a record that they can.
bot-name-learned-lead = { $name } can now see who raised this. They have been told, and it is on record.
bot-nobody-yet = Nobody has picked this up yet. We have asked again. You do not have to wait: the other ways to get help are on this page.
bot-nobody-yet-lead = Nobody has picked this up yet. The person who raised it has been told.
bot-nobody-else = Nobody has picked this up yet, and there is nobody else whom we can ask. You do not have to wait: the other ways to get help are on this page.
bot-nobody-else-lead = Nobody has picked this up yet. The person who raised it has been told.
bot-name-asked = This was passed on to another agency. Your name stays behind unless you say that it may go along.
bot-name-asked-lead = We have asked the person who raised this if their name may go along.
bot-name-allowed = You said that your name may go along.
bot-name-allowed-lead = The person who raised this said that their name may go along.
bot-settled = You said that this is settled. It is closed.
bot-settled-lead = The person who raised this said that it is settled. It is closed.
bot-withdrawn = You withdrew this. It is closed.
bot-withdrawn-lead = The person who raised this has withdrawn it. It is closed.

too-many = You have sent a lot within an hour. Please wait a little, then try again. If someone is in danger now, say so at the top of the form: that always goes out.

## What several forms ask

danger-label = Is anyone in danger now?
danger-hint = If so, call for help first. Sent at once, its time can be seen, which may show who.
danger-no = No
danger-yes = Yes
what-label = What did you see or hear?
what-hint = Write facts, as if the person may read this. Leave out names and birth dates.
reference-label = Is there a reference number?
reference-hint = A case or log number helps the lead to find it. You can leave this empty.
how-label = Will you give your name?
how-named = By name
how-named-hint = Everyone it reaches sees your name.
how-confidence = In confidence
how-confidence-hint = Only the lead who picks it up sees it.
how-anonymous = Anonymously
how-anonymous-hint = Hidden from colleagues, not from everyone.
# Shown as soon as somebody chooses what waits for nothing: “In confidence”, or “At once”.
at-once-confidence = What is sent in confidence goes out at once. It is written down at that moment, so the time can be seen. If that could give you away, stay anonymous and choose “{ release-soon }” or “{ release-slot }”. Slack or Teams administrators, and whoever runs the live server, may still be able to identify you.
at-once-now = It is written down at once, and the time can be seen. Anyone who knows when you used Upstander may guess that it was you.
tell-agency-label = If anonymous: say which agency I work for
release-label = If anonymous: when should it go out?
release-soon = Soon
release-soon-hint = After a random wait of some minutes.
release-slot = At the next set time
release-slot-hint = Usually three times a day, with any others. Hardest to guess who.
release-now = At once
release-now-hint = No wait. This makes it easiest to guess who sent it.
# What holds unless somebody changes it: a line, and the press that opens the questions behind it.
release-line-soon = If anonymous: sent after a random wait, agency { $told ->
    [yes] named
   *[no] not named
}.
release-line-slot = If anonymous: sent at the next set time, agency { $told ->
    [yes] named
   *[no] not named
}.
release-line-now = If anonymous: sent at once, agency { $told ->
    [yes] named
   *[no] not named
}.
release-change = Change
reference-line = Its case number: { $reference }.
steps-change = Change
steps-open = You can change this below.
steps-rest = The rest stays.
steps-check = Please look at this, then send it. Nothing has gone out yet.
steps-both = { $first } { $second }
referral-due-line = The usual time limit applies.
referral-due-line-day = It is due by a day that you chose.
referral-due-change = Choose a day
referral-role-line = These are asked: { $role }.
referral-owner-line = This person is asked: { $name }.
referral-owner-change = Name someone there, or change that
lead-of-agency = { $name }, { $agency }
# “Lead 2 of 3, Anytown Police (name not known yet)”: the number first, since a list may cut the end.
person-not-named = { $part }, { $agency } (name not known yet)
person-of-same-name = { $name } ({ $part })
person-part = { $role } { $number } of { $count }
person-role-lead = Lead
person-role-other = Colleague
person-by-id = { $name } (their ID ends in { $id })

# Whom it is about, of those who would get it.
someone-named = What is their name?
someone-named-hint = Type a part of their name, or of their agency’s. When you send it, you see whom we find, to choose from.
someone-many = More people than we can list match the name that you typed. Please type more of it, and send it again. Nothing has gone out yet.
someone-none = Nobody who would get it has a name like the one you typed. Please look at its spelling, or type less of it, and send it again. Nothing has gone out yet.
someone-whom = You say that it is about someone who would get it. Please choose who, below, and send it again. Nothing has gone out yet. If it is about nobody there, take the tick away.

# Agencies stand under these in a long list.
agency-group-own = Your agency
agency-group-police = Police
agency-group-health = Health
agency-group-social_care = Social care
agency-group-education = Schools and education
agency-group-voluntary = Charities and voluntary
agency-group-other = Others

# Asked before anything goes out, when somebody who would get it is named in it.
named-note = This names someone who would get it. Nothing has gone out yet. Please answer the first question below, then send it.
named-label = Is it about { $names }?
named-or = { $names } or { $other }
named-hint = They are named in it, and would get it. If you leave them out, they are not asked and not told.
named-out = Yes, or I am not sure. Leave them out
named-read = No. They may read it

## What to think of before sending

doubt-identifies = This may show who someone is: { $words }. You can change your words below. Or tick “Send it as it is”.
doubt-few = { $few ->
    [one] Nobody else could have sent this, so people may guess that it was you.
   *[other] Fewer than { $few } other people could have sent this, so people may guess that it was you.
} “In confidence” may suit you better. Or tick “Send it as it is”.
doubt-brought-named = People have read these words with a name beside them. Those who did may know whose they are, also without the name. You can change your words below, or send this by name. Or tick “Send it as it is”.
doubt-brought-hidden = People have read these words without your name. Those who did will learn that you wrote them then, too. You can change your words below, or choose the same way as before, where there is one. Or tick “Send it as it is”.
brought-theirs = These are the words of whoever raised it, and the agency that you ask will read them. Write it in your own words, with only what they need to know, and leave out what tells who raised it.
brought-named = These words come from something said with a name beside it. People have read them there. If you send them without your name, those people may know whose they are.
brought-hidden = These words come from something said without your name. Those who read them there will know that both come from one person. If your name is given now, they learn who it was then.
anyway-label = Send it as it is
anyway-hint = Tick this only if you do not want to change anything.
sent-where-named = Every step stands under “{ mine-title }”.
sent-where-code = Every step stands behind your code, until it is closed.
sent-where-hidden = Every step stands behind “{ quiet-button }”, under “{ mine-title }”, until it is closed.
sent-until-then = Until it goes out it waits sealed, in a place that is never backed up. On its own page you can take it back, and nothing of it is left. If that page is gone before it has gone out, it was lost: please raise it again.
sent-no-cover = Your concern goes out at once, because someone may be in danger. That makes it easier to guess who sent it. We still tell nobody your name.

## What is missing

missing-danger = Please say if anyone is in danger right now.
missing-topic = Please choose what it is about. “Something else” is fine.
missing-how = Please choose: by name, in confidence or anonymously.
missing-release = Please choose when it should go out: soon, at the next set time, or at once.
missing-text = Please write a few words.
missing-agency = Please choose an agency from the list.
not-a-day = Enter a date like 24/12/2026.
no-such-day = The calendar does not have that day. Enter a date like 24/12/2026.
too-long = This is too long. Please use at most { $most ->
    [one] { $most } character
   *[other] { $most } characters
}.

about-privacy = { honest-line } What you raise is kept by the partnership that runs this bot, sealed, and deleted some months after it is closed. Ask the partnership if you want to know more.
about-terms = Upstander is free software under the Apache License 2.0. It is not an emergency service: if someone is in danger now, call 999.

## Kind refusals before any command has begun. Each says what to do next.

unknown-verb = We do not know that one any more. Please open Upstander again and try from there.
guest = We do not know which agency you belong to, so we cannot take this from you here. Please talk to your safeguarding lead. If someone is in danger now, call 999.
agency-left = an agency that has left
store-not-kept = This could not be kept just now. Nothing was stored, and nobody has been told. Please send it again in a few minutes. If someone is in danger now, do not wait: call { $routes }.
store-perhaps-kept = We cannot tell whether this was kept. Please send it again from here in a few minutes: the same form never counts twice. If someone is in danger now, do not wait: call { $routes }.
store-nothing-done = Upstander cannot do this just now, and nothing was changed. Please try again in a few minutes. If someone is in danger now, do not wait: call { $routes }.
form-too-old = This form cannot be sent any more. Nothing was sent. Please copy your words, open a new form and send them from there.
not-yours = You cannot open this. Only the person who raised it can. Was that you? Once it is taken back, or closed without a name on it, nobody can open it again. You can raise a new concern.

## When a message can’t reach somebody

unreached-state = We are still trying to reach { $agency }: nobody there has had this yet. If it cannot wait, please call them.
room-unreached-card = We could not post in your channel
room-unreached = Our message about this meeting did not reach its channel or chat. Please bring Upstander back there (in Slack: /invite @Upstander), or hand out codes so that people can answer without it.
raiser-unreached-card = Our message did not arrive
raiser-unreached = We could not send a message to { $name }, who raised this. They can read everything when they open Upstander. If it cannot wait, please tell them yourself.

## Somebody left, or can’t be reached: first to the person who raised it, then to a lead

bot-lead-gone = The person who had this is no longer there for it. We have asked the others at { $agency }, and tell you as soon as someone picks it up.
bot-lead-gone-lead = The person who had this is no longer there for it. The others are asked again.
bot-lead-unreached = We cannot reach the person who had this. We have asked the others at { $agency }, and tell you as soon as someone picks it up.
bot-lead-unreached-lead = We could not reach the person who had this. The others are asked again.
card-not-yours = This is no longer with you
card-not-yours-why = You have another role now, so others have been asked. There is nothing you need to do.
unreached-card = We could not reach someone at your agency
unreached-who = We could not reach { $name }: our messages do not arrive. We have asked others instead. Please ask them to open Upstander once in Slack or Teams. If they have left, please tell whoever runs Upstander, so that someone else is named.
unreached-unnamed = We could not reach one of the people who are named for your agency: our messages do not arrive. We have asked others instead. Please check with each other that all of you have opened Upstander once in Slack or Teams. If someone has left, please tell whoever runs Upstander, so that someone else is named.
not-your-own = You raised this yourself, so it is not open to you here. Others have been asked too. You find it under “Raised without showing my name”.

## What was to be done by now

overdue-by = { $by } – overdue
overdue-now = This is overdue.

## A referral is changed before anyone has taken it, or withdrawn

button-change-referral = Change it
button-withdraw-referral = Withdraw it
referral-change-title = Change a referral
referral-change-submit = Change it
referral-not-to-change = Only whoever recorded this can change it, and only until someone has taken it. After that, please add what is new, or withdraw it.
referral-changed = It is changed, and those who are asked have been told.
referral-changed-told = Whoever recorded this has changed what is asked, or by when. Please look at it.
bot-changed = The words of this or its day were changed by whoever recorded it, before anyone had taken it.
bot-changed-lead = The words of this or its day were changed by whoever recorded it, before anyone had taken it.
referral-withdraw-title = Withdraw a referral
referral-withdraw-label = Why is it not needed any more?
referral-withdraw-hint = Whoever has it, or is asked, reads this. It is closed then, and nobody is asked again. No names.
referral-withdraw-submit = Withdraw it
referral-withdrawn-title = Withdrawn
referral-withdrawn = It is closed, and those who were asked have been told why.
referral-withdrawn-told = Whoever recorded this has withdrawn it. It is closed, and there is nothing more you need to do. Open it to read why.
referral-state-withdrawn = Whoever recorded this has withdrawn it. It is closed.
said-withdrawn-you = Why it was withdrawn, { $day }
said-withdrawn-other = Why it was withdrawn, { $day }

fact-same = Same reference
same-reference = { $count } concerns with this reference came to you this quarter, this one included. It may be a pattern: look at them together.

trend-count = { $period }: { $count }
trend-hidden = { $period }: *
