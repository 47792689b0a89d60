# Receipts: coming back with a code, for whoever left us no way to reach them.

receipt-title = Open with a code
receipt-intro = When you raised it, you were given a code. Type it here to read what has been answered, and to reply. We have no other way to reach you, and we cannot find a lost code for you.
receipt-chat = Your organisation’s Slack or Teams administrators may be able to see that you opened this form. The same code works on our page in a web browser, without signing in.
receipt-page = This page needs no account, and stores nothing in your browser. Whoever runs your network, your device or this server may still see that it was opened.
receipt-code = Your code
receipt-hint = 20 letters and digits. Capitals, spaces and dashes make no difference.
receipt-submit = Open

receipt-open = You can read and answer here for half an hour at a time. After that, please type your code again. Is anyone looking at your screen?

# The same for a code that never was, and one that is closed.
receipt-nothing = This code opens nothing just now. Please check each letter and digit. Closed conversations can’t be reopened.
receipt-rest = This code opens nothing just now. You have tried many, so please rest a little, and then check each letter and digit. The right code opens whenever you type it. If someone is in danger now, call 999.
receipt-ran-out = This page has been open too long, or what it showed is closed. Nothing was sent. Please type your code again.
receipt-kept = What you wrote. It was not sent: copy it, and add it after you have opened your concern again

receipt-wait-title = Please wait a little
receipt-wait = Very much was asked for from your network, by you or by someone else. Nothing is lost: please wait a little, up to ten minutes, before you try others. The right code opens at any time. If someone is in danger now, call 999.

receipt-again = Type a code
receipt-back = Back to what was said
receipt-sorry = That could not be done
receipt-sorry-text = What your browser sent could not be read. Nothing was sent. Please use the form on the page.

## How the command is named where it is typed

slack-command-receipt = Come back with the code you were given
teams-typed-receipt = receipt
teams-launch-receipt = { receipt-title }
teams-open-receipt = { receipt-title }
teams-app-receipt-about = Come back with the code you were given

## The sheet that the chair prints

codes-sheet-title = Codes for this pause
codes-sheet-intro = Paste the codes that you were given. This page draws a sheet to print and cut, or to show. It looks nothing up and keeps nothing.
codes-sheet-label = The codes
codes-sheet-hint = Up to { $many }, with a space, a comma or a new line between them.
codes-sheet-submit = Draw the sheet
codes-none = Please paste at least one code.
codes-too-many = Please paste no more than { $many } codes at a time.
codes-unread = “{ $code }” does not look like a code. A code looks like 7KQM-2XFP.
codes-sheet-how = Print this page and cut along the lines. Let each person take one, without looking who takes which. A code counts only in a round that begins after the code was made. This note is not printed.
codes-sheet-line = Point your camera at the square, or type the code at { $address }. One code is one voice, and no name goes with it. A “stop” is always shown.
codes-sheet-qr = QR code that opens { $code }
codes-sheet-again = Draw another sheet
