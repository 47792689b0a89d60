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

missing-person = Please choose someone from the list.
missing-day = Please choose the first day.
missing-last-day = Please choose a last day that is not over, and not before the first.
