# Awaiting a Welsh reader
# Mae atgyfeiriad wedi’i wneud, ac mae pwy bynnag a’i cofnododd yn dweud a oes gair yn ôl.

referral-done-title = Wedi’i wneud
referral-outcome-label = Beth ddaeth ohono?
referral-outcome-done = Gwnaed fel y gofynnwyd
referral-outcome-part = Gwnaed yn rhannol
referral-outcome-not-needed = Nid oes ei angen mwyach
referral-outcome-cannot = Ni ellir ei wneud
referral-done-label = Mewn ychydig eiriau
referral-done-hint = Bydd pwy bynnag a’i cofnododd yn darllen hyn. Dim enwau.
referral-done-submit = Anfon
referral-finished-title = Wedi’i wneud
referral-finished = Diolch. Dywedir wrth bwy bynnag a’i cofnododd, a gofynnir a yw wedi clywed yn ôl.
referral-closed-title = Caewyd
referral-closed = Da clywed. Mae ar gau nawr.
referral-further-title = Aeth ymhellach
referral-further = Gofynnir i bobl uwch i fyny nawr. Cewch glywed beth ddaw ohono.
referral-already-further = Mae wedi mynd ymhellach eisoes. Cewch glywed beth ddaw ohono.
referral-not-yours = Dim ond pwy bynnag a gofnododd hyn a all wneud hynny, a dim ond tra bo ar agor.
said-referral-done-you = Beth ddaeth ohono: gwnaed fel y gofynnwyd, { $day }
said-referral-done-other = Beth ddaeth ohono: gwnaed fel y gofynnwyd, { $day }
said-referral-part-you = Beth ddaeth ohono: gwnaed yn rhannol, { $day }
said-referral-part-other = Beth ddaeth ohono: gwnaed yn rhannol, { $day }
said-referral-not-needed-you = Beth ddaeth ohono: nid oes ei angen mwyach, { $day }
said-referral-not-needed-other = Beth ddaeth ohono: nid oes ei angen mwyach, { $day }
said-referral-cannot-you = Beth ddaeth ohono: ni ellir ei wneud, { $day }
said-referral-cannot-other = Beth ddaeth ohono: ni ellir ei wneud, { $day }
bot-heard = Mae pwy bynnag a’i cofnododd wedi clywed yn ôl.
bot-heard-lead = Mae pwy bynnag a’i cofnododd wedi clywed yn ôl.
