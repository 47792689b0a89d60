# A lead who will be away names who stands in.

standin-title = While you are away
standin-button = Name a stand-in
standin-label = Who stands in for you?
standin-first = First day away
standin-last = Last day away
standin-submit = Save
standin-done-title = Stand-in named
standin-done = On those days, they get each new concern that you would get. Please tell them. What you have already picked up stays with you.
standin-not-lead = Only people who hear concerns can name a stand-in. If that should be you, please ask whoever looks after Upstander for your partnership.

missing-person = Please choose someone from the list.
missing-day = Please choose the first day.
missing-last-day = Please choose a last day that is not over, and not before the first.
