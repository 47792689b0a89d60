# Awaiting a Welsh reader
# Arweinydd yn bwrw ymlaen â her yn ei enw ei hun.

adopted-now = Rydych yn bwrw ymlaen â hyn yn eich enw eich hun nawr. Mae’r person a’i cododd wedi cael gwybod. Maent yn dal wedi’u cuddio rhag y rhai sy’n ateb.
card-adopted = Mae { $name } yn bwrw ymlaen â hyn. Nid oes angen i chi wneud dim.
who-adopted = { $name }, sy’n bwrw ymlaen â hyn ar ran: { $hidden }
button-adopt = Fe af ymlaen â hyn yn fy enw i
challenge-card-adopt = A wnewch chi fwrw ymlaen â her i { $agency } yn eich enw eich hun?
challenge-page-adopt = Her, o’r ddwy ochr
challenge-card-carried = Her i { $agency }, gydag arweinydd yn bwrw ymlaen â hi
challenge-page-adopter = Her yn eich enw chi
