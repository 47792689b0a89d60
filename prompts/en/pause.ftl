# Pausing a meeting: the form, the card in the room, the page of everyone in it, and the results.

pause-button = Pause a meeting
pause-title = Pause to think
pause-intro = The talk stops for a moment. Everyone thinks alone and answers for themselves. Then you all see the result at once, and talk.
pause-no-room = You are not in a meeting’s channel or chat. People can join from one with the join code, or answer on a web page with codes that you hand out. If all of you answer by a code, you only see whether someone asks to stop, unless the round is by name.
pause-kind-label = What kind of pause?
pause-kind-voices = How comfortable are we?
pause-kind-voices-hint = Three questions to think about, then one of four answers from each.
pause-kind-premortem = What could go wrong?
pause-kind-premortem-hint = Imagine that it is a year later and it failed. Everyone writes down why.
missing-pause-kind = Please choose a kind of pause.
pause-what-label = What are you about to decide?
pause-what-hint = One sentence. It is never shown in the channel, only to those who open it. Please leave out the names of families.
missing-about-to-decide = Please write what you are about to decide.
pause-by-label = How do people answer?
pause-by-alone = Nobody sees who answered what
pause-by-alone-hint = The chair does not see it either. Best for most meetings.
pause-by-named = By name
pause-by-named-hint = For small meetings. Hidden until all have answered, then with names.
missing-by = Please choose how people answer.
pause-many-label = How many people are in the room?
pause-many-hint = Only for a round by name: it ends as soon as all have answered.
missing-many = A round by name needs the number of people, from { $small } to { $large }.
pause-minutes-label = How long is the silent time?
pause-minutes = { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
}
missing-minutes = Please choose how long it lasts.
pause-codes-wanted = How many codes, for people without Slack or Teams?
pause-codes-wanted-hint = Choose now: codes that are added later count from the next round only. Everyone sees how many there are.
pause-codes-none = None
pause-submit = Pause now
pause-here = There is a pause here already, or a look back. It ends once the chair has recorded what comes of it.
pause-here-yours = What you began here is still open. Open it with “For the chair” on its card, and record what comes of it. Then you can start again.
pause-gone = We cannot find this pause any more.

## Asking the chair

pause-ask-button = I am not the chair: ask for a pause
pause-ask-title = Ask for a pause
pause-ask-intro = The chair gets a private message and decides. Nobody else hears of it.
pause-ask-timing = The moment may give you away, even without your name: people may notice who is typing.
pause-whom-agency-label = Which agency is the chair from?
pause-whom-label = What is the chair called?
pause-whom-hint = The name by which people know them.
pause-whom-unknown = We do not know anyone of that name there. Please check the spelling, or ask them directly.
pause-ask-named = With my name
pause-ask-anonymous = Without my name
pause-ask-submit = Ask for a pause
pause-ask-done = The chair has been asked.
pause-asked = Someone in the meeting asks for a pause
pause-asked-by = { $name } asks for a pause.
pause-who = Who asks
pause-start = Start a pause

## Another room

pause-join-button = Join a pause from another channel
pause-join-title = Join a pause
pause-join-intro = Are some of you in another channel? The chair’s page shows a join code. Type it here, and the pause’s card comes to this channel or chat too: one pause, one result.
pause-word-label = Join code
pause-word-hint = Like 7KQM-2XFP.
pause-word = Join code
pause-word-wrong = No pause has that join code just now. Please check it with the chair.
pause-join-submit = Join
pause-join-where = Please do this in the channel or chat that is to join.
pause-joined-already = This channel or chat takes part already.
pause-join-done = This channel takes part now. Its card is here.

## The round

voices-card = The meeting pauses
premortem-card = The meeting pauses: what could go wrong?
debrief-card = A look back, for five minutes
voices-round = Please stop talking for a moment, and think:
voices-again = A second round. After what you have heard:
premortem-round = Imagine that it is a year later, and it failed. Why? Everyone writes alone.
debrief-round = Four short questions, for whoever wants to answer them.
voices-until = Silent until { $time }. Then everyone sees the result at once.
premortem-until = Silent until { $time }. Then you see together what was written.
debrief-until = Open until { $time }. Then you see together what was written.
voices-alone = Everyone presses “My answer”, even if all is well. Nobody sees who has answered, or who said what.
premortem-alone = Nobody sees who wrote what.
debrief-alone = Nobody has to answer. Nobody sees who has answered, or who wrote what.
pause-by-name-card = A round by name: everything stays hidden until all have answered, then it is shown with names.
pause-question-1 = Whose voice is missing?
pause-question-2 = What are we assuming?
pause-question-3 = What would we see if we were wrong?
pause-question-4 = What would the child, or the adult, say if they were in the room?
pause-question-5 = Who sees this family most, and what do they think?
pause-question-6 = What has changed since we last decided?
pause-question-7 = What do we know, and what have we only heard?
pause-question-8 = What is the smallest next step that would make someone safer?
pause-question-9 = What do we not want to say out loud?
pause-answer-button = My answer
pause-answer-mine = My own answer
pause-open-button = What it is about
pause-time-button = I need more time
pause-chair = For the chair
pause-see = See the result
pause-look = Look again

## Pages

voices-page = Pause to think
premortem-page = What could go wrong?
debrief-page = A look back
pause-about = What it is about
voices-before = If { $picture } or more answer, not counting the chair, everyone sees how many gave which answer, and the comments in random order. If fewer answer, you only see whether their views differ. If fewer than { $views } answer, no views are shown.
premortem-before = If { $picture } or more write, not counting the chair, everyone sees what was written, in random order. If fewer write, nothing is shown.
debrief-before = If { $picture } or more answer, not counting whoever began it, everyone sees what was written, in random order. If fewer answer, nothing is shown.
pause-before-stop = One “stop” is always shown, as “at least one person asks to stop”. With very few people it may be clear who it was.
pause-codes-now = { $codes } codes have been handed out for this round.
pause-codes-later = { $codes } more codes have been handed out since this round began. They count from the next round.
pause-codes-changed = The chair has handed out more codes: { $codes } in all. Those that were not there when the round began count from the next round.
voices-codes = The chair knows every code. So answers by a code do not count as people here: they are shown only in the picture, once { $picture } others have answered, not counting the chair. A “stop” by a code is always shown. If anyone answers by a code, a second round shows no picture.
premortem-codes = The chair knows every code. So what is written by a code does not count as a person here: it is shown only once { $picture } others have written, not counting the chair.
debrief-codes = Whoever began this knows every code. So what is written by a code does not count as a person here: it is shown only once { $picture } others have answered, not counting whoever began it.
pause-codes-named = What is answered by a code is shown as “with a code”, without a name.
pause-by-code = With a code
pause-by-name = This round is by name. Nothing is shown until all have answered or the time is up. Then everyone sees every answer with its name.
pause-comfortable = I am comfortable
pause-concerned = I am concerned
pause-uncomfortable = I am uncomfortable
pause-stop = Stop, it is not safe
pause-answered = Your answer is in. Everyone sees the result at the same moment. Until then you can answer again: only your last answer counts. With a code the last answer counts too, whoever gave it.
pause-answered-stop = A “stop” by a code stays until the round is over.
pause-time-done = The chair has been asked for a little more time.
pause-time-asked = Someone needs a little more time
pause-round-over = This round is over. Open the card to see the result.

## The result

voices-result = This is how you answered. Now talk about it, and let the quietest begin.
premortem-result = This is what was written.
debrief-result = This is what was written.
pause-differ = Views differ. With so few answers we show no more than that. Go round the table, and let the quietest begin.
pause-similar = Views are similar. With so few answers we show no more than that.
pause-others = Other people answered than in the first round, or someone answered by a code. So that nobody can work out who said what, we show no picture. Go round the table.
voices-few = There were too few answers to show anything. Nobody has to say what they answered: ask what would help to decide well.
premortem-few = Too few people wrote to show anything. Go round the table instead.
debrief-few = Too few people answered to show anything. Talk about it instead, if you like.
pause-stop-asked = At least one person asks to stop.
pause-stop-chair = The chair stops the decision now, asks what would make it safe, and does not ask who it was. If someone is in danger, the chair uses the urgent route.
pause-quick = You all agreed, and fast. What would have to be true for someone to disagree?
pause-bars = Answers
pause-bar = { $count } of { $many }
pause-bar-moved = { $count } of { $many }, before: { $before }
voices-lines = Comments, round { $round }
premortem-lines = Why it failed
pause-mixed = In random order
pause-named-answer = { $name }: { $answer }
pause-why = Why
pause-decided-go = The chair has recorded the decision: go on.
pause-decided-change = The chair has recorded the decision: change it.
pause-decided-stop = The chair has recorded the decision: stop here.
pause-decided-done = It is over. Thank you.
voices-over = The silent time is over
premortem-over = The writing time is over
debrief-over = The look back is over
listed-pause = Pause that you chair, { $day }
listed-debrief = Look back that you began, { $day }
pause-state-open = Still open: record what comes of it.
pause-state-closed = Over.
debrief-state-open = Still open.
debrief-state-closed = Over.

## Answering in a round, each for themselves.

voices-answer-title = My answer
premortem-answer-title = Why did it fail?
debrief-answer-title = A look back
pause-answer-label = How do you feel about it?
missing-answer = Please choose one of the four.
pause-line-label = Comment
pause-line-hint = It may be shown to everyone, without your name. Write so that nobody can tell it was you.
premortem-line-label = It is a year later, and it failed. Why?
pause-answer-submit = Give my answer
pause-code-wrong = This code does not open any pause just now. Please check it, or ask the chair for another one.
pause-code-next = This code was handed out after this round had begun. It counts from the next round. If someone is in danger, say so now.

## What the chair of a pause does.

voices-chair = Your pause
premortem-chair = Your pause
debrief-chair = The look back you began
pause-not-chair = Only the chair can do that. You can ask the chair, or answer like everyone else.
pause-answered-many = At least { $many } people have answered, besides you and those with a code.
pause-answered-few = Fewer than five people have answered so far, besides you and those with a code.
pause-chair-hint = We count in fives, once a minute at most. Nobody sees who has answered, not even you. Until the round ends, the others see no count.
pause-read-by-all = What everyone in the meeting reads
pause-no-card = No card in your channel or chat? Bring Upstander in first: in Slack with /invite @Upstander, in Teams by adding the app. Then press “Send the card again”.
pause-card-again = Send the card again
pause-card-sent = The card is on its way to the channel again.
pause-notes-title = Notes for the chair only
pause-notes-none = There is no note yet. Nobody else in the meeting sees them.
pause-note-label = What do you want to remember?
pause-note-hint = Nobody else in the meeting reads it; if someone chairs this after you, they do. Please do not write who said what, and do not guess. It is deleted together with the rest.
pause-note-done = Your note is kept. Nobody else in the meeting sees it, and nobody is told.
pause-longer = One more minute
pause-longer-done = The round lasts a minute longer.
pause-long-enough = This round cannot be made any longer. Please end it and show what there is.
pause-show = End the round and show it
pause-again = Second round
pause-again-done = The second round has begun.
pause-is-over = This pause is over: a decision is recorded. You can read it here, or pause the meeting again.
pause-not-now = That is not possible just now. Please open the pause again.
pause-two-rounds = There are two rounds in a pause. Please record what comes of it.
pause-codes-button = Codes for those without Slack or Teams
pause-codes-title = Codes
pause-codes-intro = For people in the room who have neither Slack nor Teams. Each code is one voice. Everyone sees how many you hand out, and every change. You know the codes, so answers by them do not count as people: they are shown only once enough others have answered.{ $kind ->
    [voices] {" "}A “stop” is always shown.
   *[other] {""}
}
pause-codes-label = How many codes in all?
pause-codes-5 = 5
pause-codes-10 = 10
pause-codes-20 = 20
pause-codes-40 = 40
missing-codes = Please choose how many.
pause-codes-next = Codes that you add now count from the next round, not in one that has begun. Everyone is told.
pause-codes-closed = There is no round left in which more codes could count. Next time, choose how many when you start.
pause-codes-submit = Make codes
pause-codes-given = The codes
pause-codes-once = Give each person one code. They type it on this server’s page /pause. To print them with QR codes, copy them to the page /pause/sheet.
voices-decide = Record the decision
premortem-decide = Record the decision
debrief-decide = End the look back
pause-decision-label = What was decided?
pause-decision-go = Go on
pause-decision-change = Change it
pause-decision-stop = Stop here
pause-why-after-stop = At least one person asked to stop. If you go on, please say why: everyone in the meeting can read it.
missing-why-after-stop = Someone asked to stop. Please say why you go on: everyone in the meeting can read it.
missing-pause-decision = Please choose what was decided.
pause-why-label = Why, and what next
pause-why-go-label = Why do you go on?
pause-next-label = Anything else, and what next
pause-why-hint = Everyone in the room can read it. What someone is to do becomes a referral, with an owner and a day.
pause-decide-submit = Record it
pause-decided-recorded = Thank you. It is recorded, and this is over. Is there something to do? Make it a referral: then someone is reminded.
pause-refer = An action: make it a referral
pause-opinion = Ask people from outside
pause-group = Sort the reasons
pause-group-intro = You sort them together, not a machine. Give each reason a word: reasons with the same word go together.
pause-group-label = { $reason }
pause-group-submit = Put together
pause-group-none = Not grouped
pause-grouped = Why it failed, grouped
debrief-offer = Offer a look back

## Codes on paper: people in the room without Slack or Teams answer on a web page.

codes-title = Answer with a code
codes-page = The page on which people type their code: /pause
codes-intro = For a pause in a meeting. Ask the chair for a code. It opens what the room is asked, and gives you one voice. We do not know who has which code: take one without anyone writing down which. Whoever handed it out could answer by it too: the last answer counts, but a “stop” stays. If you came here by a QR code, the code may stay in this browser’s history.
codes-hint = 8 letters and digits, such as 7KQM-2XFP. Capitals, spaces and dashes make no difference.
codes-open = Open
codes-shape = A code has 8 letters and digits, such as 7KQM-2XFP. Please check each one.
codes-back = Back to the pause
codes-kept = What you wrote. It was not taken: copy it if you want to keep it
codes-to-sheet = For the chair: print codes with QR codes

## Looking back after a meeting, for five minutes.

debrief-button = Look back at a meeting
debrief-title = A look back
debrief-intro = Five minutes, right after a meeting or a pause. Nobody has to take part. Everyone answers alone; then you read it together.
debrief-never = This is for learning. It is never for investigating anyone.
debrief-credit = The questions follow STOP5, the hot debrief of Walker and colleagues at the Royal Infirmary of Edinburgh, and the after-action review.
debrief-what-label = What are you looking back at?
debrief-minutes-label = How long is it open?
missing-look-back = Please write what you are looking back at.
debrief-submit = Begin
debrief-well = What went well?
debrief-well-hint = Also small things. Names only to thank someone.
debrief-hard = What was hard?
debrief-hard-hint = What happened that we did not expect?
debrief-change = What would we do differently?
debrief-change-hint = About how we work, not about who is to blame.
debrief-next = What next?
debrief-next-hint = Points to action. They can become referrals.
debrief-once = A look back has been offered already. Once is enough.

pause-chair-left = The chair has left. The round ends at its time, and everyone sees what it came to. To stop for longer, someone else can start a new pause then.
pause-chair-now = The chair has left. { $name } chairs this now.
pause-chair-other = The chair has left. Another chair has been asked.
pause-chair-you = The chair of this has left, and you are named as a chair here. So it is yours now.
