# What comes again: leads tag what belongs together, and see how many there are of it.

themes-title = What comes again
themes-button = What comes again
themes-intro = These are the concerns that came to you this quarter. If one thing comes again and again, it may be a pattern: look at them together. Only you see these counts.
themes-none = No tag and no reference came twice to you this quarter. You can tag a concern on its page.
themes-by-tag = By your tags
themes-by-reference = By reference
themes-line = { $theme }: { $count }
themes-see = See them
themes-gone = There is nothing of that before you this quarter any more.

button-tag = Tag it
fact-tags = Tags
tag-count = { $tag } ({ $count } this quarter)
tags-and = { $tags }, { $more }
tag-title = Tag it
tag-submit = Keep these tags
tag-hidden = Please do not write who raised this, and do not guess. Others who read this tag may not know.
tag-tags-label = What does it belong to?
tag-word-label = A word of your own for it
tag-word-hint = A home, a process, a kind of problem. No names of people.
tag-unknown = Please choose only from the list, or write another word below.
tag-too-many = Please use no more than { $most } tags.
tag-done-title = Tagged
tag-done = The leads who have this with you see these tags. The person who raised it does not.
