# Find the right route: two questions, and whom to turn to.

routes-title = Find the right route
routes-button = Find the right route
routes-intro = Two questions lead you to people who can help. We don’t keep what you answer.
routes-submit = Show me where to turn
routes-about-label = What is it about?
missing-route = Please choose what it is about.
routes-about-colleague = How someone I work with behaves
routes-about-agency = How my own agency works, or treats people
routes-about-other = Another agency, or a service
routes-about-decision = A decision that I see differently
routes-raised-label = Have you raised it already?
missing-raised = Please choose whether you have raised it.
routes-raised-no = No, not yet
routes-raised-waiting = Yes, and I am waiting to hear
routes-raised-nothing = Yes, and nothing changed
routes-raised-worse = Yes, and I am treated worse for it

## What to do first, while nothing was raised

routes-first-colleague = Tell a safeguarding lead today: here, by phone or in person. Don’t look into it yourself. If you can’t tell anyone in your own agency, the people below are there for you.
routes-first-agency = You can raise it here: by name, in confidence or anonymously. If you can’t raise it inside, the people below are there for you.
routes-first-other = Raise it here with that agency’s safeguarding leads first. If you would rather tell someone outside, here is who takes reports.
routes-first-decision = You can challenge it here: whoever made it must answer, with a reason, by a set day. Or ask for a second opinion first.

## Once it was raised

routes-then-waiting = “My concerns” shows where it is. If nobody takes it, we ask others, and tell you. You don’t have to wait for that: you can call the people below at any time.
routes-then-nothing = You were right to raise it, and you can take it further: challenge the decision, or turn to people outside. Write down what you saw, when it was, and whom you told.
routes-then-worse = This must not happen, and you don’t have to carry it alone. Write down what happened, and when. Ask for advice before you do anything else.

## The routes

routes-inside = In your own agency:
routes-outside = Outside your agency:
routes-policies = They say what happens when people see a decision differently. You can challenge it: the button for it is on this page.
routes-else = Where to turn
routes-none = Your partnership has no number for this yet. Ask a safeguarding lead, or look under “Who can help”.
routes-protection = What protects you, and what doesn’t
routes-protection-words = The law protects some people who report what is wrong at work, and not in every case. We can’t promise that it protects you. Before you report, ask an advice line or your union what holds for you. What we promise about your name stands on each form, before you send it.
routes-more = Not what you need?
routes-again = Answer again

## What an agency’s administrators write of a number

administration-number-title = Add a number
administration-number-submit = See what would change
administration-number-change = Change this number
administration-number-number-label = The telephone number
administration-number-name-label = Who answers there, in English
administration-number-name-cy-label = Who answers there, in Welsh
administration-number-note-label = When they answer or what for, in English
administration-number-note-cy-label = When they answer or what for, in Welsh
administration-door-title = Add a front door
administration-door-submit = See what would change
administration-route-title = Add a place to turn
administration-route-submit = See what would change
administration-numbers-urgent = If someone is in danger
administration-numbers-front-door = Front door
administration-numbers-routes = Its own places to turn
administration-elsewhere = Where else to turn
administration-elsewhere-change = Change where else to turn
administration-elsewhere-intro = Everyone finds these under “Who can help” and “Find the right route”. Whoever speaks up trusts the people who answer there. So it takes two administrators to add or change one. One alone can take one out.
administration-number-intro = People see on which day someone last looked at this. Sending this form says that you have just made sure that it is right.
administration-number-kind-label = What kind of help is it?
missing-administration-kind = Please choose what kind of help it is.
administration-number-purpose-label = What to call it for, in English
administration-number-purpose-cy-label = What to call it for, in Welsh
administration-number-answered-by-label = Who picks up, such as a social worker, in English
administration-number-answered-by-cy-label = Who picks up, such as a social worker, in Welsh
administration-number-protection-label = What protects whoever turns there, and what is not promised, in English
administration-number-protection-cy-label = What protects whoever turns there, and what is not promised, in Welsh
administration-number-limited-label = There are times at which nobody answers
administration-number-opens-label = From
administration-number-closes-label = Until
administration-number-outside-label = They answer outside these times instead, such as at night and at weekends
missing-administration-limited = An emergency number answers day and night. Please take this tick out.
administration-entry-gone = This is not there any more. Please go back to Administration, and look at how it stands now.
administration-number-away = Take this number out
missing-administration-number = Please write the number, and who answers there.
