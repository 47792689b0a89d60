# Whoever will be away names who stands in.

standin-title = While you are away
standin-button = Name a stand-in
standin-agency = At which agency are they?
standin-now-whom = Now please choose who at that agency stands in for you.
standin-label = Who stands in for you?
standin-first = First day away
standin-last = Last day away
standin-submit = Save
standin-done-title = Stand-in named
standin-done = On those days, they get each new concern that you would get, and are asked beside you about referrals. Please tell them. Concerns that you have picked up stay with you.
standin-hint = They read each new concern that you would get, what is said in confidence or without a name among them. They can be from another agency, so please choose someone who may read that.
standin-holds = Standing in for you from { $first } to { $last }: { $who }. You can change that here, or end it.
standin-gone = Whoever you named to stand in for you has left, or does nothing here any more: nobody stands in for you. Please choose someone else.
standin-back = I am back: from now on nobody stands in for me
standin-over-title = You are back
standin-over = From now on each new concern comes to you alone again. What they got meanwhile stays before them, too.

missing-person = Please choose someone from the list.
missing-day = Please choose the first day.
missing-last-day = Please choose a last day that is not over, and not before the first.
standin-too-far = Please choose a last day within a year from today. You can name a stand-in again after that.
