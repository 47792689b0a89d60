# Answering a challenge: the owner of the decision, a second reader, a lead who adopts it, a stage.

challenge-card-owner = A decision in { $agency } is challenged, and you are asked to answer
challenge-card-reader = You are asked to read a challenge to { $agency } with fresh eyes
challenge-card-stage = A challenge to { $agency } has come to your stage
challenge-card-person = A challenge to { $agency } needs someone to talk it through
challenge-page-owner = A challenge
challenge-page-reader = A challenge, both sides
challenge-page-stage = A challenge: your stage
challenge-page-person = A challenge to talk over

card-challenge-nudge = There is no answer yet. Please look at it soon.
card-challenge-due = The answer is due now. If there is none by the next working day, others are asked, and the person who raised it is told.
card-answer-given = It has been answered. There is nothing you need to do now.
card-pointed = Someone else was named who can answer this. There is nothing you need to do.

fact-due = Answer due by
fact-reason = Why
fact-stage = Stage
fact-thread = Conversation number

owner-fair = This has not been shown in any channel. You see it first, and you answer first. Someone speaks up because they care how it goes: please answer as you would want to be answered. Please do not try to find out who it is.
who-confidence-challenge = Only a lead who carries this on can see the name

button-verdict = Answer
button-point = Someone else can answer this
button-moderate = Ask a moderator to look
button-divert = Pass it to a reviewer
button-leave = Leave it as it is
button-glass = Ask for the name

verdict-title = Answer
verdict-label = What happens to the decision?
verdict-change = Change it
verdict-change-hint = You decide differently now.
verdict-adapt = Adapt it
verdict-adapt-hint = It stays in part, with something changed or added.
verdict-keep = Keep it
verdict-keep-hint = It stays, and you say why.
verdict-why = Why?
verdict-submit = Send
verdict-done-title = Answer sent
verdict-done = Your answer is on its way. The person who raised this then says if that settles it. If it does not, someone else is asked to look at it.
missing-verdict = Please choose: change it, adapt it, or keep it.

point-title = Who can answer this?
point-agency-label = In which agency?
point-label = Their name
point-hint = They are asked now, and the person who raised this is told.
point-submit = Ask them
point-nobody = We know nobody of that name there. Please check the name, or answer it yourself.
point-enough = This has been handed on twice already. Please answer it now, or write back and say why you cannot.
point-done-title = They are asked now
point-done = Thank you. There is nothing more you need to do.

not-yours-to-answer = This is not waiting for an answer from you. It may be answered already, or with someone else now. “My concerns” shows what is waiting for you.
