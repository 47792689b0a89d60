# Thanking someone: by name, or through the thread to whoever raised something.

thanks-title = Thank you
thanks-button = Thank someone
thanks-hidden = They see your name. Someone hidden is thanked on their case’s page.
thanks-minded-known = Did you challenge them without your name? Then this may show that it was you.
thanks-why-label = What for?
thanks-why-spoke = Speaking up
thanks-why-minded = Changing their mind when challenged
missing-why = Please choose what for.
thanks-whom-label = Their name
thanks-whom-unknown = We do not know anyone of that name. Please check the spelling, or thank them yourself.
thanks-yourself = Only you have that name. Please type someone else’s.
thanks-whom-many = More than { $most } people have that name. Please type all of it.
thanks-today = You have thanked them today already. Once a day is enough, and nothing more is sent.
thanks-sent-to = Your thanks are on their way to { $name }.
thanks-submit = Thank them
thanks-sent = Your thanks are on their way. If the person is anonymous, it may take a while, to protect them.
thanks-already = They have been thanked here already. Once is enough, and nothing more is sent.
thanks-card = Someone thanks you
thanks-for-spoke = { $name } thanks you. You spoke up, and it helped.
thanks-for-minded = { $name } thanks you. You were challenged, and you changed your mind. That takes courage.
listed-thanks = Thanks, { $day }
button-thanks = Say thank you
thank-label = Thank them for speaking up
thank-hint = The same words for everyone, beside your answer.
said-thanks-you = Thanks for speaking up, { $day }
said-thanks-other = Thank you for speaking up. It helped that you said it. { $day }

## From whoever raised it to those who answered

grateful-button = Thank them
grateful-done = Thank you for saying it. It goes out the way everything goes that you send here, and says only that you thank them.
grateful-already = You have thanked them here already. Once is enough, and nothing more is sent.
said-grateful-you = You thanked those who answered, { $day }
said-grateful-other = Thank you for listening, and for what you did. It takes courage to look at something again. { $day }
