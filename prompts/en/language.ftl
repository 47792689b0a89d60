# The language someone wants to be spoken to in.

language-title = Language
language-button = Change language
language-label = Which language would you like?
language-submit = Save
language-done-title = Language saved
language-done = From now on, Upstander speaks that language to you.
language-unknown-person = We could not save that, because we don’t know you yet. Please open “My concerns” and try again later.

missing-language = Please choose a language from the list.
