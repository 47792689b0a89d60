# Who can help: numbers, names, routes and policies, and what can be done here.

help-title = Who can help
help-button = Who can help
help-public = This page is for everyone. Your own agency’s leads are shown to those who sign in.
help-leads = Who listens in your agency
help-lead = Safeguarding lead. Hears what you raise.
help-away = Away today. { $name } stands in.
help-if-silent = Is asked when no lead answers.
help-in-the-end = Is told when nobody has picked it up.
help-nobody = Upstander doesn’t know the names of your leads yet. What you raise reaches them all the same.
help-own-door = Your own front door, for others who need your agency:
help-doors = Front doors
help-doors-others = Front doors of other agencies
help-doors-about = Where people of other agencies call:
help-door = { $agency }, { $door }
help-advice = Advice
help-advice-about = You can ask for advice, without giving a name:
help-allegation = Allegations
help-allegation-about = If someone who works with children or adults may have harmed one, or isn’t safe to work with them:
help-whistleblowing = Whistleblowing
help-whistleblowing-about = If your own organisation is what worries you:
help-reporting = Regulators and reporting
help-reporting-about = To report a service, or how something was handled:
help-policies = Our policies
help-policy = { $name } (looked at on { $day })
help-here = What Upstander does
help-what = Seen or heard something that worries you? You can speak up here: by name, in confidence or anonymously. A person picks it up, and you hear back. If nobody does, we ask others and tell you. You can challenge a decision: whoever made it must answer, with a reason. You can record a referral, and ask for a second opinion. “My concerns” shows every step.
urgent-short = Emergency

## What else can be done, by what it is for

menu-speak = Other ways to speak up
menu-meeting = In a meeting
menu-mine = My own
menu-help = Help and practice
