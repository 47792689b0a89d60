# The morning list: one card a day for each lead, if anything waits.

morning-title = Good morning. This is where things stand
morning-waiting = Waiting for you
morning-owned = Yours
morning-unowned = Nobody has it yet
morning-today = Due today
morning-over = Past its time
morning-see = See them
