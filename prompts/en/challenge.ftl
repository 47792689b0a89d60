# Challenging a decision: the form, the sentence it drafts, and what happens next.

challenge-title = Challenge a decision
challenge-button = Challenge a decision
challenge-next = Next: check the wording
challenge-submit = Send

decision-label = Which decision?
decision-hint = For example: closing the case of the two brothers. Leave out names.
owner-agency-label = Which agency made it?
owner-agency-hint = If nobody answers, people further up or in other agencies are asked.
owner-label = Who made it?
owner-hint = They see it first, and answer first. If this is empty, their managers do; in danger also if we know nobody of that name.
owner-which-label = Whom do you mean?
owner-none = None of these people. Send it to their managers
owner-managers = Send it to their managers
owner-unknown = We know nobody called “{ $name }” at { $agency }. Nothing has gone out yet. Please check the name and the agency, or leave the name empty. Or choose below that it goes to their managers: they can see the name you wrote.
owner-yourself = “{ $name }” is you, and nobody answers what they raise themselves. Nothing has gone out yet. Please name someone else, or leave the name empty. Or choose below that it goes to the managers: they can see the name you wrote.
reason-label = Why look at it again?
topic-evidence-missed = Evidence was missed
asked-for-label = What do you ask for?
asked-for-hint = For example: see the children first.
level-label = How strongly do you want to say it?
level-probe = Ask
level-probe-hint = You ask a question that makes people think.
level-alert = Point out
level-alert-hint = You say that you are worried, and why.
level-challenge = Challenge
level-challenge-hint = You say that you disagree.
level-escalate = Insist
level-escalate-hint = You say that you will take it further.

level-change = Change that, or add a number
ask-line-none = You ask for a second look.
ask-line = You ask for this: { $ask }.
replies-line-chat = You hear back here.
replies-line-receipt = You hear back by a code.
keeps-line = We ask you later how you were treated.

challenge-how-anonymous = Anonymously
challenge-how-anonymous-hint = Hidden from colleagues, not from everyone.
challenge-how-confidence = In confidence
challenge-how-confidence-hint = A lead who carries it on sees your name. If need be, two others can too.
challenge-how-named = By name
challenge-how-named-hint = Everyone who answers sees your name. The formal stages can start at once.

replies-label = If anonymous: how do you want to hear back?
replies-chat = Here
replies-chat-hint = We keep a sealed link back to you until it is closed.
replies-receipt = With a code
replies-receipt-hint = You come back with a code. If you lose it, nobody can find it.
keeps-label = Ask me 30 and 90 days after it is closed how I was treated
keeps-hint = For that we keep the sealed link back to you until these questions are over, or until you tell us to delete it. If you leave this empty, it is deleted as soon as it is closed.

## The sentence

sentence-note = This is a first wording. Change it as you like, with respect. Nothing has gone out yet.
# $language is the partnership’s first one.
sentence-anew = Your name is hidden now, so the wording is new. For everyone whose name is hidden it is in { $language ->
    [cy] Welsh
   *[other] English
}: this way it cannot tell which language you use. Please read it again. Nothing has gone out yet.
doubt-language = Part of your sentence is our own wording for people who do not use Upstander in { $language ->
    [cy] Welsh
   *[other] English
}. It may help people to guess who you are. You can put it in other words. Or tick “Send it as it is”.
sentence-label = Your sentence
sentence-hint = This is what the person reads first. Say it as you would to their face.
draft-probe = I would like to understand this decision: { $decision }. This is what I saw or heard: { $what }. { $because } How do you see it? Would you please think about this: { $ask }?
draft-alert = I am worried about this decision: { $decision }. { $because } This is what I saw or heard: { $what }. Please think about this: { $ask }.
draft-challenge = I do not agree with this decision: { $decision }. { $because } This is what I saw or heard: { $what }. This is what I ask for: { $ask }. If you decide against it, please tell me why.
draft-escalate = I do not agree with this decision: { $decision }. I want that on record. { $because } This is what I saw or heard: { $what }. This is what I ask for now: { $ask }. If it does not happen, I will take this to the next stage.
ask-second-look = a second look at it
because-threshold = I think that this is more serious than the decision says.
because-evidence-missed = I think that some evidence was missed.
because-voice-missing = I cannot find the child’s or adult’s own voice in it.
because-bias = I am worried that we would see this differently if it were someone else.
because-delay = I am worried that it is taking too long.
because-information-sharing = I think that something important was not shared.
because-plan-not-done = I think that the plan was not carried out.
because-something-else = I think that it needs another look.

## What is missing

missing-decision = Please say in one line which decision it is.
missing-level = Please choose how strongly you want to say it.
missing-replies = Please choose how you want to hear back.

## It is on its way

challenge-sent-title = We have your challenge
challenge-sent-soon = It will go to { $agency } after a random wait of some minutes.
challenge-sent-slot = It will go to { $agency } at the next set time, with any others.
challenge-sent-now = It is sent, and on its way to { $agency }. Until we tell you that someone has answered, it may not have been read.
challenge-sent-next-code = What happens next: they are asked to answer with a reason, by a set day. Then you say if that settles it. If they do not answer, others are asked. We keep no address of yours, so no message tells you: please look now and then with your code.
challenge-sent-next = What happens next: they are asked to answer with a reason, by a set day. Then you say if that settles it. If they do not answer, others are asked. We tell you each step.
owner-known = First we ask { $name }.
owner-not-known = We do not know the person you named, so it goes to the managers of { $agency }. They can see the name you wrote.
owner-not-yourself = Nobody answers what they raise themselves, so it goes to the managers of { $agency }. They can see the name you wrote.
receipt-yours = Your code. Please write it down now.
receipt-keep = We cannot show this code again, and we do not know whose it is. With it you can read the answer and write back. Whoever has the code can do the same.

## What whoever raised it sees

raiser-page-challenge = My challenge
listed-challenge = A challenge, { $day }
desk-challenge = Challenge: { $topic }
button-withdraw = Withdraw it
challenge-state-waiting = This has not gone to { $agency } yet. It is waiting for its time. You can still take it back.
challenge-state-open = This is waiting for an answer.
challenge-state-picked = { $name } has an answer for you, or is working on it.
challenge-state-answered = { $name } has answered. It is not closed yet.
challenge-state-closed = This is closed.

## What was said

part-decision = The decision
part-ask = What is asked for
part-sentence = The sentence
part-owner = Who is said to have made it
said-verdict-change-you = The answer: the decision is changed, { $day }
said-verdict-change-other = The answer: the decision is changed, { $day }
said-verdict-adapt-you = The answer: the decision is adapted, { $day }
said-verdict-adapt-other = The answer: the decision is adapted, { $day }
said-verdict-keep-you = The answer: the decision stays, { $day }
said-verdict-keep-other = The answer: the decision stays, { $day }
said-outcome-close-you = The last word on this, and why, { $day }
said-outcome-close-other = The last word on this, and why, { $day }
said-moderate-why-you = Why a moderator was asked, { $day }
said-moderate-why-other = Why a moderator was asked, { $day }

## What happened: first to whoever raised it, then to those who answer

bot-to-role = We do not know whose decision it was, so their managers are asked.
bot-to-role-lead = The person whose decision it was is not known here, so you are asked.
bot-to-reader = Someone from another agency reads it now, and sees both sides.
bot-to-reader-lead = It was not settled. Someone from another agency reads it now, and sees both sides.
bot-to-adopt = The safeguarding leads are asked if one of them carries this on in their own name. You stay hidden from those who answer.
bot-to-adopt-lead = The leads are asked if one of them carries this on in their own name.
bot-to-stage = It goes to the next stage of the partnership’s own policy.
bot-to-stage-lead = It has gone to the next stage of the partnership’s own policy.
bot-to-person = It has come as far as it can in writing. Someone with responsibility is asked to talk it through. The other ways to get help are on this page.
bot-to-person-lead = It has come as far as it can in writing. Please talk it through with the people involved.
bot-no-answer = There was no answer in time. Others are asked now.
bot-no-answer-lead = There was no answer in time.
bot-pointed = { $name } can answer this, and is asked now.
bot-pointed-lead = { $name } was named as the person who can answer this.
bot-adopted = { $name }, a lead, carries this on in their own name. You stay hidden from those who answer.
bot-adopted-lead = { $name } carries this on in their own name.
bot-name-opened = Two people have looked up your name, because they saw no other way: { $name }. It is on record. You can ask them why.
bot-name-opened-lead = The name of whoever raised this was looked up by two people: { $name }.
bot-asked-30 = It is a month since this was closed. How were you treated?
bot-asked-30-lead = The person who raised this was asked how they were treated.
bot-asked-90 = It is three months since this was closed. How were you treated?
bot-asked-90-lead = The person who raised this was asked how they were treated.
bot-fared-30 = You answered the first two questions. Thank you.
bot-fared-30-lead = The person who raised this answered.
bot-fared-90 = You answered the last two questions. Thank you.
bot-fared-90-lead = The person who raised this answered.
unsettled-challenge = Thank you for saying so. Someone else is asked to look at it. Please add what is still missing.
missing-reason = Please choose why it should be looked at again. “Something else” is fine.
receipt-where = Later, type it with the command “receipt”, or under “{ receipt-title }” here or on our page in a web browser. You need no account for that page.
withdraw-title = Withdraw it
withdraw-sure = It has gone out already. If you withdraw it, it is closed for good, nobody goes on with it, and those who have it are told that you withdrew it. If it was raised without your name, the link back to you is deleted too, and a code opens nothing any more.
withdraw-submit = Withdraw it

## Answering a challenge: the owner of the decision, a second reader, a lead who adopts it, a stage.

challenge-card-owner = A decision in { $agency } is challenged, and you are asked to answer
challenge-card-reader = You are asked to read a challenge to { $agency } with fresh eyes
challenge-card-stage = A challenge to { $agency } has come to your stage
challenge-card-person = A challenge to { $agency } needs someone to talk it through
challenge-page-owner = A challenge
fact-decision-of = Whose decision it is
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
fact-code = Code in lists

owner-fair = This has not been shown in any channel. You see it first, and you answer first. Someone speaks up because they care how it goes: please answer as you would want to be answered.{ $how ->
    [named] {""}
   *[other] {" "}Please do not try to find out who it is.
}
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
point-done = Thank you. We are asking { $name }. There is nothing more you need to do.

not-yours-to-answer = This is not waiting for an answer from you. It may be answered already, or with someone else now. “My concerns” shows what is waiting for you.

## A lead carries a challenge on in their own name.

adopted-now = You carry this on in your own name now. The person who raised it has been told. They stay hidden from those who answer.
card-adopted = { $name } carries this on. There is nothing you need to do.
who-adopted = { $name }, who carries it on for: { $hidden }
button-adopt = I carry it on in my name
challenge-card-adopt = Will you carry a challenge to { $agency } in your own name?
challenge-page-adopt = A challenge, both sides
challenge-card-carried = A challenge to { $agency }, carried on by a lead
challenge-page-adopter = A challenge you carry

## A moderator looks at a conversation that may be abusive.

moderate-title = Ask a moderator to look
moderate-label = What is wrong with what was written?
moderate-hint = The person who raised it is not told. It stays open and must still be answered.
moderate-submit = Ask
moderate-done-title = A moderator is asked
moderate-done = They look at it and decide. Until then nothing changes for you: please still answer it.
moderate-left-title = Left as it is
moderate-left = The conversation goes on as before. Nobody is told.
moderator-card = You are asked to look at a conversation with { $agency }
reviewer-card = Please read a conversation with { $agency } in place of the person it was sent to
divert-done-title = Passed to a reviewer
divert-done = What the person writes from now on goes to an independent reviewer. Nothing is lost, and neither side sees a difference.
diverted-already = A reviewer has this already. There is nothing more you need to do.
no-reviewer = No reviewer is free for this. Please ask whoever runs Upstander to name one in the partnership’s file.
no-moderator = No moderator is free for this. Please ask whoever runs Upstander to name one in the partnership’s file, and answer the challenge meanwhile.

bot-asked-gone = The person who was asked is no longer there for it. We have asked others, and tell you what they say.
bot-asked-gone-lead = The person who was asked before is no longer there for it.
bot-asked-unreached = We cannot reach the person who was asked. We have asked others, and tell you what they say.
bot-asked-unreached-lead = The person who was asked before could not be reached.
bot-adopter-gone = The lead who carried this on in their own name is no longer there for it. We have asked the other leads if one of them does. It goes on meanwhile.
bot-adopter-gone-lead = The lead who carried this on is no longer there for it. The other leads are asked.
