# Raising a concern: the form, what to think of before sending, and what happens next.

concern-title = Raise a concern
concern-button = Raise a concern
concern-submit = Send
brought-message = This is about the message you chose. A link to it goes along; its words do not.
brought-message-tells = This is about the message you chose. If you give your name, a link to it goes along; its words do not. If your name is hidden, no link goes along, because it would tell who was in that conversation.

# What kind it is, as leads and lists say it.
about-harm = Someone may be harmed
about-decision = A decision
about-conduct = How someone behaved
about-system = How things work here
about-other = Something else

topic-label = What is it about?
topic-harm = A child or adult may be harmed
topic-threshold = Whether it is serious enough to act on
topic-delay = It takes too long, or nothing happens
topic-no-feedback = No reply came back
topic-plan-not-done = A plan that was not carried out
topic-information-sharing = Sharing information
topic-roles = Who should do what
topic-voice-missing = The child’s or adult’s own voice is missing
topic-victim-blaming = Blaming the person who was harmed
topic-bias = Bias, or treating a child like an adult
topic-discrimination = Unfair treatment because of who someone is
topic-closure = A case closed too soon, or about to be
topic-conduct = How a worker behaved
topic-silencing = Someone was not listened to, or was kept quiet
topic-bullying = Bullying
topic-retaliation = Being treated badly for speaking up
topic-child-harm = A child may be being harmed
topic-adult-harm = An adult may be being harmed
topic-something-else = Something else

agency-label = Who should hear it?
agency-hint = The safeguarding leads there will get it, or whoever stands in for one of them, perhaps from another agency. If none of them takes it, we ask someone else there; if your name is hidden, two people in other agencies instead. Please check that this is the agency you want.
where-line = Safeguarding leads or stand-ins of { $agency } get it.
where-change = Change, leave someone out, add a number
left-out-someone = It is about someone there
left-out-someone-hint = Tick this if it is about someone who would get it. Then choose who, and they will not get it.
left-out-label = Who is it about?
left-out-hint = Anyone you choose here will not get it.

## What is missing

missing-what = Please write what you saw or heard. A few words are enough.
missing-left-out = Please choose only people from the list.
nobody-left = Then nobody there would hear it. Please leave fewer people out, or choose another agency.

## It is on its way

concern-sent-title = We have your concern
concern-sent-soon = Your concern will go to { $agency } after a random wait of some minutes.
concern-sent-slot = Your concern will go to { $agency } at the next set time, with any others.
concern-sent-now = Your concern is sent, and on its way to { $agency }. Until we tell you that someone has picked it up, it may not have been read.
concern-sent-back = Until someone picks it up, you can withdraw it: on its page, press “{ $button }”.
concern-sent-next = What happens next: a person picks it up, and we tell you. If nobody does, we ask others and tell you that too.

## What a lead sees and does: the card, the page, picking up, passing on, replying, asking, closing.

card-title = A concern for { $agency }
card-yours = You have picked this up.
card-nudge = Nobody has picked this up yet. Can you?
card-second = Still nobody has picked this up. Please look at it now if you can.
card-answered = There is something new from the person who raised this.
card-withdrawn = The person who raised this has withdrawn it. It is closed, and there is nothing more to do. Thank you.
card-settled = The person who raised this says that it is settled. It is closed, and there is nothing more to do. Thank you.
card-taken = { $name } has picked this up. There is nothing you need to do.
card-passed = This was passed on to { $agency }. There is nothing you need to do.

lead-page-title = A concern

button-open = Open
button-pick = I’ll pick this up
button-pass = Pass it on
button-reply = Reply
button-ask = Ask a question
button-close = Give the final answer

picked-now = You have picked this up. The other leads can see that, and the person who raised it will be told.
picked-already = You have already picked this up.

## Passing on

pass-title = Pass it on
pass-name-note = A name does not go along by itself. We ask the person who raised this first.
pass-notes-note = Your notes stay with the leads at your agency. The next ones do not see them.
pass-agency-label = Who should hear it now?
pass-reason-label = Why are you passing it on? The person who raised it can read this.
pass-submit = Pass it on
passed-title = Passed on
passed-done = Their leads are being asked now. The person who raised it will be told.

## Replying, asking, closing

reply-title = Reply
reply-label = What would you like to say?
reply-hint = The person who raised this will read it. They can write back.
reply-submit = Send
reply-done-title = Reply sent
reply-done = Your reply is on its way. If the person is anonymous, it may wait a while, to protect them.

ask-title = Ask a question
ask-label = What would you like to know?
ask-hint = Ask only what you need to know. Please do not ask who they are.
ask-submit = Send
ask-done-title = Question sent
ask-done = Your question is on its way. If the person is anonymous, it may wait a while, to protect them.

update-title = Send news
update-label = What is new?
update-hint = The person who raised this will read it. It ends nothing, and no day moves: say that you are still on it, and what comes next.
update-submit = Send
update-done-title = News sent
update-done = Your news is on its way. All else stays as it was. If the person is anonymous, it may wait a while, to protect them.

close-title = Give the final answer
close-label = What happened, and why?
close-hint = The person who raised this will read it, and then say if it is settled. If they say nothing, it closes by itself later.
close-submit = Send
close-done-title = Answer sent
close-done = Your answer is on its way. It is not closed yet: the person who raised it is asked if it is settled. If they say nothing, it closes by itself later.

outcome-label = What came of it?
outcome-hint = Choose what the person who raised it would say.
outcome-acted = Something was done
outcome-explained = I can explain why it happened
outcome-learning = It will be done differently from now on
outcome-elsewhere = It is being dealt with somewhere else
outcome-no-change = Nothing will change, and I say why
missing-outcome = Please choose what came of it.

## The page of a case: what was said by whom, notes, and who did what on which day

said-by = { $what }, by { $name }
said-earlier = Here stands what was said last. All of it is on the page of this case.
button-back-to-case = Back to this case
notes-title = Notes for the leads only
notes-none = Nobody has written a note yet. The person who raised this never sees them.
note-by = { $name }, { $day }
button-note = Add a note
note-title = Add a note
note-label = What should those who work on this with you know?
note-hint = Only they read it. The person who raised this does not see it, and is not told of it. It is deleted together with the rest.
note-hidden = Please do not write who raised this, and do not guess. Others who read this note may not know.
note-submit = Keep this note
note-done-title = Noted
note-done = Your note is kept. Those who work on this with you can read it, and nobody else is told.
timeline-title = Who did what, and when
done-by = { $what } ({ $name })
done-raised = Raised
done-picked = Picked up
done-passed = Passed on
done-replied = Replied
done-asked = Asked a question
done-news = Sent news
done-answered = Gave an answer
done-adopted = Carried on by a lead
done-pointed = Named someone who can answer
done-recorded = Recorded
done-changed = Words or day changed
done-taken = Taken
done-helped = Asked for help
done-added = Added something
done-handed = Handed on
done-lapsed = Unassigned again, without news
done-went-up = Went to people further up
done-moved = New deadline, by a new rule
done-withdrawn = Withdrawn
done-opinion = Gave an opinion
done-opinions-shown = All opinions shown
done-round-opened = A round opened
done-round-shown = A round shown
done-chair-left = The chair left
done-decided = The decision was recorded
done-over = It was ended

## Kind refusals

not-for-you = This is not open to you. It may be closed, or with someone else now. “My concerns” shows what is waiting for you.
taken-by-other = Someone else has already picked this up. You can ask them if they need help.
pick-first = Only the lead who picked this up can do that. If nobody has, please press “I’ll pick this up” first.

card-left = The person who had this is no longer there for it. Can you pick it up?

desk-concern = Concern: { $about }, { $topic }
