# Practising what to say, alone. The scenarios themselves stand in prompts/scenarios.yaml.

practice-title = Practice
practice-button = Practise what to say
practice-intro = Something happens at work. What would you say? It takes three minutes, and there is no score. You see what each way of saying it sounds like, and what often happens next.
practice-kept = This is for you alone. What you choose or write is kept nowhere, and no one learns that you were here.
practice-scenario-label = What would you like to practise?
practice-submit = Begin
missing-scenario = Please choose a scenario from the list.
practice-gone = This scenario has been changed or taken out. Please begin again with “Practise what to say”.

practice-say-label = What would you say?
practice-choose = Please choose one of the answers.
practice-line-label = How you would say it yourself
practice-own-option = Something else, in my own words
practice-own = Your own words
practice-own-hint = Write it as you would say it. It is shown back to you and then forgotten.
practice-step-submit = See what happens
missing-own = Please write what you would say, or choose one of the answers.
missing-say = Please choose an answer, or write one of your own.

practice-yours = Your words
practice-compare = Which of these do your words sound most like? None of them is the right one. It depends on the moment.
practice-chosen = You would say: “{ $words }”
practice-sounds = “{ $words }”
practice-then = What often happens: { $what }
practice-strength-quiet = Say nothing
practice-strength-probe = Probe: ask a question
practice-strength-alert = Alert: say what worries you
practice-strength-challenge = Challenge: say what you want instead
practice-strength-escalate = Escalate: take it further
practice-strength-aside = Another way: not in front of everyone
practice-remember = To take with you
practice-next = And now?
practice-on-button = Go on
practice-anew-button = Try this one again
practice-other-button = Choose another one

## Together in a meeting, on a silent round of a pause

practice-card = Practising together
practice-round = A made-up story. What would you say? Open it, choose alone, and then see what all of you chose.
practice-until = Silent until { $time }. Then everyone sees the result at once.
practice-alone = Nobody has to answer. Nobody sees who has answered, or who chose what.
practice-page = Practising together
practice-before = If { $picture } or more answer, not counting whoever leads this, everyone sees how many chose which answer, and what was written, in random order. If fewer answer, nothing is shown.
practice-codes = Whoever leads this knows every code. So what is answered by a code does not count as a person here: it is shown only once { $picture } others have answered, not counting whoever leads this.
practice-result = This is what you would say. None of it is right or wrong. Talk about it, and let the quietest begin.
practice-few = Too few people answered to show anything. Talk about it instead: what would each of you say?
practice-lines = In your own words
practice-over = You have all chosen
practice-answer-title = What would you say?
practice-chair = You lead this
practice-decide = End the practice
practice-taken = What we take with us
practice-taken-hint = Everyone in the room can read it. It was practice: nothing is decided, and no one has to do anything.
practice-no-room = You are not in a meeting’s channel or chat. People can join from one with the join code, or answer on a web page with codes that you hand out. If all of you answer by a code, no result is shown.
practice-together-button = Together in a meeting
practice-together-title = Practise together
practice-together-intro = You read a made-up story. Everyone chooses alone what they would say. Then you all see at once how many chose what, and talk. You lead it: you get notes, and questions to ask.
practice-together-submit = Begin
practice-notes = Notes for you
practice-questions = Questions you can ask

## Once a month, to a channel

practice-offer-button = For leads: one a month in this channel
practice-offer-title = One a month
practice-offer-intro = This channel or chat gets a scenario now, and one more at the start of each month. Anyone can try it alone. No one sees who did, or what they chose. You can stop it at any time.
practice-offer-submit = Offer one a month
practice-offer-done = This channel gets one now, and then one a month.
practice-offer-by = { $name } chose on { $day } that this channel gets a scenario each month.
practice-offer-stop = Stop it
practice-offer-stopped = This channel gets no more of them.
practice-offer-where = Please do this in the channel or chat that is to get one.
practice-leads-only = Only a safeguarding lead can choose that. Ask one of yours: “Who can help” says who they are.
practice-offer-card = Three minutes: what would you say?
practice-offer-alone = Try it alone. No one sees who does, or what they choose.
practice-offer-try = Try it
listed-practising = Practice that you lead, { $day }
listed-practice = A scenario each month, since { $day }
