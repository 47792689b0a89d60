# What differs before and after a change, and what the check has against it.

administration-more = { $count ->
    [one] One more change is not shown here.
   *[other] { $count } more changes are not shown here.
}
administration-agency = Agency: { $agency }
administration-person = Person: { $name }
administration-place = { $of }: { $what }
administration-called = { $place } – { $change }
administration-called-more = { $count ->
    [one] { $what } (and 1 more change)
   *[other] { $what } (and { $count } more changes)
}
administration-added = Added: { $what }
administration-gone = Taken out: { $what }
administration-added-gone = Added: { $added }. Taken out: { $gone }
administration-order = New order: { $order }
administration-from-to = Before: { $before }. After: { $after }
administration-of-leads = leads
administration-of-roles = roles
administration-of-roles-manager = managers
administration-of-roles-liaison-officer = liaison officers
administration-of-roles-chair = chairs
administration-of-roles-moderator = moderators
administration-of-roles-reviewer = reviewers
administration-of-roles-fallback = who is told when no lead answers
administration-of-roles-stand-in = stand-ins
administration-of-roles-administrator = administrators
administration-of-sector = kind of agency
administration-of-nation = where it is
administration-of-routes = its own places to turn
administration-yes = yes
administration-no = no
administration-days-span = { $first } to { $last }
administration-dates-span = { $first } to { $last }
administration-outside = outside { $hours }
administration-closed-days = { $count ->
    [one] closed on one more day
   *[other] closed on { $count } more days
}
administration-of-hours = when it is open
administration-of-hours-days = days on which it is open
administration-of-hours-opens = opens at
administration-of-hours-closes = closes at
administration-of-hours-closed = closed on
administration-of-hours-open-on-bank-holidays = open on bank holidays
administration-of-urgent = numbers
administration-of-front-door = front door
administration-of-name = name
administration-of-title = job title
administration-of-email = e-mail address
administration-of-agency = agency
administration-of-language = language
administration-of-accounts = linked accounts
administration-of-administrators = the partnership’s administrators
administration-of-thresholds = how few is too few
administration-of-times = times and delays
administration-of-slots = times of release
administration-of-policies = policies
administration-of-other-routes = where else to turn
administration-of-operators = who runs Upstander
administration-of-slack-workspaces = workspaces in Slack
administration-of-teams-tenants = tenants in Teams
administration-of-email-domains = what ends its e-mail addresses
administration-of-thresholds-could-have-sent = others who could have sent it
administration-of-thresholds-picture-from = answers before a picture is shown
administration-of-thresholds-views-from = answers before anything is shown
administration-of-thresholds-reported-from = how often before it is in the numbers
administration-of-thresholds-raised-an-hour = how much one person may raise in an hour

administration-found-at = { $of }: { $found }
administration-found-and = { $first } { $then }
administration-found-agency = There is no agency of this name. Please write its name as it stands here.
administration-found-address = Someone else has this e-mail address. If it is the same person, they are listed already and need not be added. If not, please give everyone their own: whoever reads that mailbox can sign in.
administration-found-email = This is not an e-mail address. Please write it plainly, like name@school.example.
administration-found-taken = Something of this name is there already. Please choose another name.
administration-found-account = This account is someone else’s already.
administration-found-id = This id can’t be used. Please write small letters, digits and hyphens.
administration-found-unlisted = Someone is named here who is not listed. Please add them first, or take them out.
administration-found-home = Someone is named here whose workspace or tenant belongs to no agency.
administration-found-elsewhere = A lead has to be someone of this agency. People of others can have another role.
administration-found-twice = The same lead is named twice.
administration-found-fallback = Someone has to be told when no lead answers, and at least one of them must not be a lead.
administration-found-slot = What is sent at fixed times would never go out in these hours. Please choose hours that include one of those times.
administration-found-name = This name is too long to be read whole in a list. Please write at most 75 letters.
administration-found-people = More than 60 people would be named at this agency.
administration-found-doors = There would be more front doors than one page can list.
administration-found-teams = There would be more agencies than a dialog in Teams can list.
administration-found-shared = Another agency sits in the same place, so nobody could tell whose people are whose.
administration-found-domain = Another agency has the same end of e-mail addresses.
administration-found-number = This is not a telephone number. Please write digits only, with spaces if you like.
administration-found-link = This is not an address on the web. Please write all of it, from https:// on.
administration-found-long = Something is too long. Please shorten it.
administration-found-many = There are too many of these. Please take one out first.
administration-found-empty = Something would be empty that has to be there. An agency needs at least one lead, for example.
administration-found-choice = This is not one of the choices.
administration-found-other = One of the settings would not be right. Whoever runs Upstander can see which.
