# Pausing a meeting: the form, the card in the room, the page of everybody in it, and the results.

pause-button = Pause a meeting
pause-title = Pause to think
pause-intro = The talk stops for a moment. Everyone thinks alone and answers for themselves. Then you all see the result at once, and talk.
pause-no-room = You are not in a meeting’s channel or chat. So this pause works with codes: you hand them out, and people answer on a web page.
pause-kind-label = What kind of pause?
pause-kind-voices = How comfortable are we?
pause-kind-voices-hint = Three questions to think about, then one of four answers from each.
pause-kind-premortem = What could go wrong?
pause-kind-premortem-hint = Imagine that it is a year later and it failed. Everyone writes down why.
missing-pause-kind = Please choose a kind of pause.
pause-what-label = What is on the table?
pause-what-hint = One sentence. It is never shown in the channel, only to those who open it. Please leave out the names of families.
missing-on-the-table = Please write what is on the table.
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
missing-minutes = Please choose how long the silent time is.
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
pause-asked = Somebody in the meeting asks for a pause
pause-asked-by = { $name } asks for a pause.
pause-who = Who asks
pause-start = Start a pause

## Another room

pause-join-button = Join a pause from another channel
pause-join-title = Join a pause
pause-join-intro = Are some of you in another channel? The chair’s page shows a word. Type it here, and the pause’s card comes to this channel or chat too: one pause, one result.
pause-word-label = The pause’s word
pause-word-hint = Like 7KQM-2XFP.
pause-word = Word for another channel
pause-word-wrong = No pause goes under that word just now. Please check it with the chair.
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
pause-question-8 = What is the smallest next step that would make somebody safer?
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
pause-on-the-table = On the table
voices-before = If { $picture } or more answer, not counting the chair, everyone sees how many gave which answer, and the lines in mixed order. If fewer answer, you only see whether views differ. If fewer than { $views } answer, no views are shown.
premortem-before = If { $picture } or more write, not counting the chair, everyone sees what was written, in mixed order. If fewer write, nothing is shown.
debrief-before = If { $picture } or more answer, not counting whoever began it, everyone sees what was written, in mixed order. If fewer answer, nothing is shown.
pause-before-stop = One “stop” is always shown, as “at least one person asks to stop”. With very few people it may be clear who it was.
pause-before-codes = { $codes ->
    [one] One code has been handed out: whoever holds a code has one voice.
   *[other] { $codes } codes have been handed out: whoever holds a code has one voice.
}
pause-by-name = This round is by name. Nothing is shown until all have answered or the time is up. Then everyone sees every answer with its name.
pause-comfortable = I am comfortable
pause-concerned = I am concerned
pause-uncomfortable = I am uncomfortable
pause-stop = Stop, it is not safe
pause-answered = Your answer is in. Everyone sees the result at the same moment. Until then you can answer again: only your last answer counts. With a code, your first answer stands.
pause-time-done = The chair has been asked for a little more time.
pause-time-asked = Somebody needs a little more time
pause-round-over = This round is over. Open the card to see the result.

## The result

voices-result = This is how you answered. Now talk about it, and let the quietest begin.
premortem-result = This is what was written.
debrief-result = This is what was written.
pause-differ = Views differ. With so few answers we show no more than that. Go round the table, and let the quietest begin.
pause-similar = Views are similar. With so few answers we show no more than that.
pause-others = Other people answered than in the first round. So that nobody can work out who said what, we show no picture. Go round the table.
voices-few = There were too few answers to show anything. Go round the table instead.
premortem-few = Too few people wrote to show anything. Go round the table instead.
debrief-few = Too few people answered to show anything. Talk about it instead, if you like.
pause-stop-asked = At least one person asks to stop.
pause-stop-chair = The chair stops the decision now, asks what would make it safe, and does not ask who it was. If someone is in danger, the chair uses the urgent route.
pause-quick = You all agreed, and fast. What would have to be true for somebody to disagree?
pause-bars = Answers
pause-bar = { $count } of { $many }
pause-bar-moved = { $count } of { $many }, before: { $before }
voices-lines = What you wrote, round { $round }
premortem-lines = Why it failed
pause-mixed = In mixed order
pause-named-answer = { $name }: { $answer }
pause-why = Why
pause-decided-go = The chair has recorded: we go on.
pause-decided-change = The chair has recorded: we change it.
pause-decided-stop = The chair has recorded: we stop here.
pause-decided-done = The look back is over. Thank you.
voices-over = The silent time is over
premortem-over = The writing time is over
debrief-over = The look back is over
listed-pause = Pause that you chair, { $day }
listed-debrief = Look back that you began, { $day }
pause-state-open = Still open: record what comes of it.
pause-state-closed = Over.
debrief-state-open = Still open.
debrief-state-closed = Over.
