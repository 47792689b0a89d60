# Microsoft Teams: the cards around everything else.

teams-typed-concern = concern
teams-typed-challenge = challenge
teams-typed-referral = referral
teams-typed-second-opinion = second-opinion
teams-typed-pause = pause
teams-typed-debrief = debrief
teams-typed-mine = mine
teams-typed-standin = standin
teams-typed-language = language
teams-typed-practice = practice
teams-typed-advocate = advocate
teams-typed-thanks = thanks
teams-typed-help = help

teams-launch-concern = Raise a concern
teams-launch-challenge = Challenge a decision
teams-launch-referral = Record a referral
teams-launch-second-opinion = Ask for a second opinion
teams-launch-pause = Pause and challenge
teams-launch-debrief = Look back together
teams-launch-mine = Your concerns, and what waits for you
teams-launch-standin = Who stands in for you
teams-launch-language = Choose your language
teams-launch-text = Press the button and a private window opens. Nothing you write there appears in this chat.

teams-open-concern = Raise a concern
teams-open-challenge = Challenge a decision
teams-open-referral = Record a referral
teams-open-second-opinion = Ask for a second opinion
teams-open-pause = Pause and challenge
teams-open-debrief = Look back together
teams-open-mine = My concerns
teams-open-standin = Name a stand-in
teams-open-language = Language
teams-open-help = { help-title }

teams-help-title = How can we help?
teams-help-text = Choose what you want to do. A private window opens, and nothing you write there appears in this chat.

teams-send = Send
teams-refresh = Show how it stands now
teams-done = Done.
teams-sorry = Sorry
teams-cannot = That can’t be done just now. Please try again in a moment.
teams-no-agency = Sorry, we don’t know which organisation you belong to, so we can’t take this from you here. Please sign in to Teams with your work account, or speak to your safeguarding lead. To answer while a meeting pauses, ask the chair for a code. If someone is in danger now, call 999.
teams-please-answer = Please answer: { $question }
teams-if-you-choose = If you choose “{ $answer }”: { $what }
teams-too-long = There is more than fits here. A part of it is left out.
teams-too-old = This version of Teams is too old to show this. Please update it, or open it on a computer.

# The app package, as people find it in Teams.
teams-app-name = Upstander
teams-app-full = Upstander: speak up, and be answered
teams-app-short = Speak up in the moment about safeguarding, and be answered by a person.
teams-app-about = Upstander helps professionals of different organisations speak up early and respectfully, by name, in confidence or without giving a name, and makes sure that a person answers. It reads only what is sent to it. Your organisation’s Teams administrators may still be able to see that you used it.
teams-app-flag = Flag this message
teams-app-flag-about = Raise a concern about this message, in a private window
teams-app-flag-decision = Challenge this decision
teams-app-flag-decision-about = Challenge a decision in this message, in a private window
teams-app-concern-about = Raise a concern in a private window
teams-app-challenge-about = Challenge a decision in a private window
teams-app-referral-about = Record what you asked another agency for, and have it followed up
teams-app-second-opinion-about = Ask people from outside, each of whom answers alone
teams-app-pause-about = Pause a meeting so that everyone thinks for themselves, or ask its chair for a pause
teams-app-debrief-about = Look back together for five minutes, to learn from it
teams-app-mine-about = What you raised, and what waits for you
teams-app-standin-about = Say who answers for you while you are away
teams-app-language-about = Choose English or Welsh
teams-app-practice-about = Practise what to say, alone, for three minutes
teams-app-help-about = Who can help, and what you can do here
teams-optional = { $question } (optional)

# The page that Teams shows in a tab beside the chat.

teams-tab-name = My page
teams-tab-title = Your page
teams-tab-why = Your own page opens in the browser, with more room than a chat. There you sign in once: a page that Teams shows in a frame of its own can’t know safely who you are.
teams-tab-open = Open my page in the browser
teams-tab-chat = What you can raise and answer there, you can raise and answer in the chat, too. If someone is in danger now, call 999.
teams-pages = Open Upstander in a browser
