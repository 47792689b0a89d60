# Awaiting a Welsh reader
# Yr e-bost sy’n dweud bod rhywbeth yn aros, ac a yw rhywun am ei gael.

email-subject = Mae rhywbeth yn aros amdanoch yn Upstander
email-text =
    Mae rhywbeth yn aros amdanoch yn Upstander. Gallwch ei ddarllen yma:

    { $url }

    Mae’r e-bost hwn bob amser yn dweud yr un peth, felly nid yw’n dangos beth yw’r mater na phwy sydd y tu ôl iddo.

    Peidiwch ag ateb, os gwelwch yn dda: nid oes neb yn darllen yr hyn a anfonir yn ôl. Os oes rhywun mewn perygl nawr, ffoniwch 999.

    Gallwch atal yr e-byst hyn: mewngofnodwch, a dewiswch “E-bost”.

email-title = E-bost
email-submit = Cadw
email-label = A ddylem ysgrifennu atoch pan fydd rhywbeth yn aros amdanoch yma?
email-way-on = Dylech, ysgrifennwch ataf
email-way-on-hint = Yn eich oriau, unwaith bob hanner awr ar y mwyaf; mewn perygl, ar unwaith.
email-way-off = Na, dim ond os gallai rhywun fod mewn perygl
email-way-off-hint = Wedyn nid oes dim arall yn dweud wrthych: edrychwch yma eich hun.
email-kept = Mae’r e-bost bob amser yn dweud yr un peth: bod rhywbeth yn aros. Mae eich gweinydd post yn cadw ei fod wedi dod, a phryd. Gall y rhai sy’n gofalu amdano weld hynny.
email-hidden = Ni fydd yr hyn a godwch heb ddangos eich enw byth yn dod ag e-bost atoch. Edrychwch yma eich hun a oes ateb.
email-done-title = Cadwyd
email-done-on = O hyn ymlaen byddwn yn ysgrifennu atoch pan fydd rhywbeth yn aros amdanoch.
email-done-off = O hyn ymlaen byddwn yn ysgrifennu atoch dim ond os gallai rhywun fod mewn perygl. Edrychwch yma eich hun a oes rhywbeth yn aros.
email-none = Nid oes gennym gyfeiriad e-bost i chi, felly ni allwn ysgrifennu atoch. Gall pwy bynnag sy’n gofalu am bobl eich partneriaeth ychwanegu un.

missing-email = Dewiswch un o’r ddau, os gwelwch yn dda.
