# Awaiting a Welsh reader
# Rhoi ail farn.

button-opinion = Rhoi fy marn
button-decline = Ni allaf
opining-title = Eich barn
opining-verdict-label = Sut ydych chi’n ei gweld hi?
missing-opinion = Dewiswch un.
opining-why-hint = Ar beth mae’n seiliedig. Bydd pwy bynnag a ofynnodd yn ei ddarllen, a’r lleill sy’n ateb hefyd.
opining-submit = Anfon
opining-done-title = Diolch
opining-done = Fe’i cedwir nes bod pawb wedi ateb, neu’r amser ar ben. Yna fe’i dangosir i bawb ar unwaith.
opining-declined-title = Diolch
opining-declined = Mae rhywun arall yn cael ei holi nawr. Nid oes neb yn gofyn pam.
opinion-not-now = Ni allwch ateb hwn bellach: fe’i dangoswyd, rydych wedi ateb, neu dywedoch na allwch. Agorwch ef i ddarllen ble mae’n sefyll.
