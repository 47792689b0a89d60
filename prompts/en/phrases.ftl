# Words to start from, alone or below a box in which something is said.

phrases-title = Help me say it
phrases-button = Help me say it
phrases-intro = Here are words to start from. Change them, so that they are yours. We don’t keep what you look at.
phrases-topic-label = What is it about?
phrases-answering = I was asked, and I am looking for how to answer
phrases-submit = Show me words
phrases-change = Take what fits, and fill in what happened. Facts help more than strong words.
phrases-quoted = “{ $words }”
phrases-again = Something else

# Below a box
phrases-help = Help me say it
phrases-pick = Pick one, and it goes into your box. Change it before you send it. We don’t keep what you look at.
phrases-use = Use this
phrases-close = Close these
phrases-language = Show these in { $language }
phrases-language-tells = These words go out in the language you see here. Without your name, that may tell something about you.

# Kinds of sentences, and what each is good for
phrases-own = Our own words: { $kind }
phrases-kind-probe = Ask
phrases-kind-probe-hint = You aren’t sure yet, and want to know more.
phrases-kind-alert = Say that you are worried
phrases-kind-alert-hint = You have seen something that others may have missed.
phrases-kind-challenge = Say that you don’t agree
phrases-kind-challenge-hint = You want something to change, and say what.
phrases-kind-escalate = Take it further
phrases-kind-escalate-hint = You have said it, and it still isn’t safe. If someone is in danger now, call first.
phrases-kind-cus = Concerned, uncomfortable, safety
phrases-kind-cus-hint = Three short sentences, each stronger than the one before.
phrases-kind-sbar = Situation, background, assessment, request
phrases-kind-sbar-hint = When someone has little time to listen.
phrases-kind-desc = Describe, explain, suggest, what follows
phrases-kind-desc-hint = When it is about how people treat each other.
phrases-kind-thanks = Thank them
phrases-kind-thanks-hint = Always a good way to begin. Speaking up takes courage.
phrases-kind-change = Say that they changed your mind
phrases-kind-change-hint = With what you do now. That takes courage, too.
phrases-kind-keep = Say that you see it differently
phrases-kind-keep-hint = With a reason, and what would change your mind.
phrases-kind-time = Ask for more time
phrases-kind-time-hint = With the day on which they will hear.
phrases-kind-ask = Ask back
phrases-kind-ask-hint = You need to know more before you can answer.
phrases-kind-saw = Say what you know
phrases-kind-saw-hint = Facts, apart from what you think.
phrases-kind-next = Say what comes next
phrases-kind-next-hint = What has to be done, and by which day.

# Ways that aren’t confrontation
phrases-ways = You don’t have to say it out loud, or at once. Other ways:
phrases-way-chair = Ask the chair in private to bring it up.
phrases-way-later = Check in later with the person it happened to.
phrases-way-hand = Hand it on to someone who is better placed: your manager, or the safeguarding lead.
phrases-way-write = Write down what was said, by whom and when, while you remember it.

# Words that wound: a hint before something goes out
wording-noticed = “{ $words }”: { $why } { $instead }
wording-label = Send it with these words
wording-hint = It is only a hint, and we don’t keep it. Change your words, or tick this and send again.
