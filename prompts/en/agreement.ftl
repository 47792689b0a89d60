# What we agreed: the partnership's shared statement.

agreement-title = What we agreed
agreement-button = What we agreed
agreement-line = We agreed: { $words }
agreement-none = Your partnership has not written this down yet. Whoever looks after its file can add it under agreement.
agreement-unacceptable = What is not all right here
agreement-how = How we challenge it
agreement-confirmed = Who stands by it
agreement-version = Version { $version }, since { $day }.
agreement-many = { $held } of { $all } agencies have confirmed it in the last year.
agreement-not-yet = Not confirmed yet
agreement-by = { $name }, { $day }, version { $version }
agreement-someone = Someone who has left
agreement-due = It is time to confirm this for your agency. It then says here that you did, and on which day.
agreement-confirm = We stand by this
agreement-thanks = Thank you. It says below that you confirmed it.
agreement-not-yours = Only an agency’s safeguarding lead can confirm this. You can read it here at any time.
agreement-card = Time to confirm what we agreed
agreement-card-words = Once a year each agency’s lead says that it still stands by what we agreed. It takes one press, once you have read it.
agreement-look = Read it
