# Codes on paper: people in the room without Slack or Teams answer on a web page.

codes-title = Answer with a code
codes-intro = For a pause in a meeting. Ask the chair for a code. It opens what the room is asked, and gives you one voice. We do not know who has which code: take one without anybody writing down which. If you came here by a QR code, the code may stay in this browser’s history.
codes-hint = 8 letters and digits, such as 7KQM-2XFP. Capitals, spaces and dashes make no difference.
codes-open = Open
codes-shape = A code has 8 letters and digits, such as 7KQM-2XFP. Please check each one.
codes-back = Back to the pause
codes-kept = What you wrote. It was not taken: copy it if you want to keep it
codes-to-sheet = For the chair: print codes with QR codes

## The sheet that the chair prints

codes-sheet-title = Codes for this pause
codes-sheet-intro = Paste the codes that you were given. This page draws a sheet to print and cut, or to show. It looks nothing up and keeps nothing.
codes-sheet-label = The codes
codes-sheet-hint = Up to { $many }, with a space, a comma or a new line between them.
codes-sheet-submit = Draw the sheet
codes-none = Please paste at least one code.
codes-too-many = Please paste no more than { $many } codes at a time.
codes-unread = “{ $code }” does not look like a code. A code looks like 7KQM-2XFP.
codes-sheet-how = Print this page and cut along the lines. Let each person take one, without looking who takes which. This note is not printed.
codes-sheet-line = Point your camera at the square, or type the code at { $address }. One code is one voice, and no name goes with it.
codes-sheet-qr = QR code that opens { $code }
codes-sheet-again = Draw another sheet
