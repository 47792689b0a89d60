# Second opinions: the question, who is asked, and the moment at which everything is shown.

opinion-button = Ask for a second opinion
opinion-title = Ask for a second opinion
opinion-intro = Are you unsure, or almost too sure? Ask people from outside. Each of them answers alone, and sees what the others say only once everyone has answered or the time is up. Please leave out the names of families.
opinion-submit = Ask
opinion-what-label = What is your question?
opinion-what-hint = The facts that matter, and what you want to know. One question works best.
missing-question = Please write your question.
opinion-proposal-label = What do you propose?
opinion-proposal-hint = One sentence. Those who are asked say whether they agree with it, disagree, or can’t say.
missing-proposal = Please write what you propose: then they can agree or disagree with it.
opinion-view-label = How do you see it so far?
opinion-view-hint = It helps you to compare later. The people who are asked do not see it unless you tick the box below.
opinion-shows-label = Show them how I see it
opinion-soon-label = How soon do you need it?
opinion-soon-hours = Within four working hours
opinion-soon-day = By the end of the next working day
opinion-soon-days = Within three working days
opinion-soon-week = Within a week
missing-soon = Please choose how soon you need it.
opinion-wanted-label = How many opinions?
opinion-wanted-1 = One
opinion-wanted-2 = Two
opinion-wanted-3 = Three
missing-wanted = Please choose how many: one, two or three.
opinion-agency-label = From which agency?
opinion-agency-hint = If you do not give your name, yours may be asked too: leaving it out would tell which it is.
opinion-agency-any = Any. Another one than mine first
opinion-role-label = Whom shall we ask there?
opinion-role-reviewer = People who have agreed to give second opinions
opinion-role-lead = Safeguarding leads
opinion-role-manager = Managers
opinion-left-out-someone = Someone who may be asked is already involved
opinion-left-out-someone-hint = Tick this, then choose who, and they are not asked.
opinion-left-out-label = Who is already involved?
opinion-left-out-hint = They are not asked, and not told.
opinion-how-named = By name
opinion-how-named-hint = The people who are asked see your name.
opinion-how-confidence = In confidence
opinion-how-confidence-hint = They do not see your name. It is kept sealed.
opinion-how-anonymous = Anonymously
opinion-how-anonymous-hint = We tell nobody your name. Some people may still find out.
opinion-nobody = Nobody there can be asked just now: nobody is named, everyone is away, or everyone is left out. Please choose other people, or another agency.
opinion-sent-title = We have your question
opinion-sent-now = We are asking them now. You hear as soon as all have answered, or when the time is up.
opinion-sent-soon = We ask them after a random wait of some minutes.
opinion-sent-slot = We ask them at the next set time, with any others.
opinion-sent-next = Whoever cannot answer says so, and the next person is asked.

## Cards

opinion-card = Someone asks for a second opinion
opinion-who-confidence = Someone who asks in confidence
opinion-card-yours = A second opinion
opinion-nudge = Much of the time is gone. Can you still answer? If not, please say so, and someone else is asked.
opinion-more = The person who asks has added something.
opinion-shown-card = All opinions can be read now.
opinion-decided-card = You can read what was decided, and why.
opinion-time-is-up = The time is up. Thank you; there is nothing more to do.
opinion-given-note = You have answered. You see the others once everyone has, or when the time is up.
opinion-declined-note = You are not asked about this any more.
listed-second-opinion = Second opinion, { $day }
desk-second-opinion = Second opinion
opinion-waits = You are asked for your opinion.

## Pages

opinion-page-title = A second opinion
opinion-alone = Please answer on your own. You see what the others say once everyone has answered.
opinion-decides = The decision stays with { $name }, who asks. You say how you see it.
opinion-decides-hidden = The decision stays with whoever asks. You say how you see it.
opinion-gist = Second opinion: { $view }: { $count }
opinion-compared = Side by side
opinion-differ = They see it differently. Look at why before you decide.
opinion-alike = They see it alike. Is there something that all of them may have missed?
opinion-single = This is one opinion.
opinion-agree = I agree
opinion-disagree = I disagree
opinion-unsure = I can’t say
opinion-why = Why
opinion-mind = What would change my mind
raiser-page-second-opinion = My question
second-opinion-state-waiting = Nobody has been asked yet. It is waiting for its time. You can still take it back.
second-opinion-state-open = They have been asked. Nothing is shown before all have answered, or the time is up.
second-opinion-state-answered = Here is what they say. Please record what was decided: they hear it too.
second-opinion-state-closed = This is closed.
bot-shown = Everything was shown, to you and to those who answered.
bot-shown-lead = Everything was shown, to all at once.
bot-nobody-answered = Nobody answered in time. You can ask others, or take it further.
bot-nobody-answered-lead = Nobody answered in time.
said-view-you = How you saw it
said-view-other = How they saw it
said-decided-you = What you decided, { $day }
said-decided-other = What was decided, { $day }
part-proposal = What is proposed
part-because = Why
opinion-notes-title = Notes among you
opinion-notes-none = Nobody has written a note yet. The person who asked never sees them.
opinion-note-label = What should the others who answered know?
opinion-note-hint = Only they read it. The person who asked does not see it, and is not told of it. It is deleted together with the rest.
opinion-note-done = Your note is kept. The others who answered can read it, and nobody else is told.

## Giving a second opinion.

button-opinion = Give my opinion
button-decline = I can’t
opining-title = Your opinion
opining-agree-label = Do you agree with what is proposed?
opining-verdict-label = How do you see it?
missing-opinion = Please choose one.
opining-why-hint = What you base it on. Whoever asked reads it, and so do the others who answer.
opining-submit = Send
opining-done-title = Thank you
opining-done = It is kept until everyone has answered, or the time is up. Then it is shown to all at once.
opining-declined-title = Thank you
opining-declined = Someone else is asked now. Nobody asks you why.
opinion-not-now = You cannot answer this any more: it was shown, you have answered, or you said that you can’t. Open it to read where it stands.

## After a second opinion: what was decided, and what it becomes.

button-decide = Record what was decided
button-to-challenge = Make it a challenge
button-to-referral = Make it a referral
button-to-concern = Make it a concern
deciding-title = What was decided?
deciding-what = What was decided
deciding-why = Why
deciding-why-hint = Also if you went against an opinion: a reason is all it takes.
deciding-submit = Send
deciding-done-title = Recorded
deciding-done = Thank you. Those who answered hear it too.
opinion-not-yet = There is nothing to decide on yet, or it is recorded already. Open it to see where it stands.

bot-opinion-gone = Someone who was asked is no longer there for it. We ask someone else, if there is anyone.
bot-opinion-gone-lead = Someone who was asked is no longer there for it.
bot-opinion-unreached = We cannot reach someone who was asked. We ask someone else, if there is anyone.
bot-opinion-unreached-lead = Someone who was asked could not be reached.
