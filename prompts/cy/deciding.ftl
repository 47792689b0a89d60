# Awaiting a Welsh reader
# Ar ôl ail farn: beth a benderfynwyd, a beth a ddaw ohono.

button-decide = Cofnodi beth a benderfynwyd
button-to-challenge = Ei wneud yn her
button-to-referral = Ei wneud yn atgyfeiriad
button-to-concern = Ei wneud yn bryder
deciding-title = Beth a benderfynwyd?
deciding-what = Beth a benderfynwyd
deciding-why = Pam
deciding-why-hint = Hefyd os aethoch yn groes i farn: mae rheswm yn ddigon.
deciding-submit = Anfon
deciding-done-title = Wedi’i gofnodi
deciding-done = Diolch. Bydd y rhai a atebodd yn clywed hefyd.
opinion-not-yet = Nid oes dim i benderfynu arno eto, neu mae wedi’i gofnodi eisoes. Agorwch ef i weld ble mae’n sefyll.
