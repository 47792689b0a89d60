# Awaiting a Welsh reader
# Yr hyn a gytunwyd: datganiad cyffredin y bartneriaeth.

agreement-title = Yr hyn a gytunwyd
agreement-button = Yr hyn a gytunwyd
agreement-line = Fe gytunwyd: { $words }
agreement-none = Nid yw eich partneriaeth wedi ysgrifennu hyn eto. Gall pwy bynnag sy’n gofalu am ei ffeil ei ychwanegu o dan agreement.
agreement-unacceptable = Beth nad yw’n iawn yma
agreement-how = Sut rydym yn ei herio
agreement-confirmed = Pwy sy’n sefyll wrtho
agreement-version = Fersiwn { $version }, ers { $day }.
agreement-many = { $held } o { $all } asiantaeth sydd wedi ei gadarnhau yn y flwyddyn ddiwethaf.
agreement-not-yet = Heb ei gadarnhau eto
agreement-by = { $name }, { $day }, fersiwn { $version }
agreement-someone = Rhywun sydd wedi gadael
agreement-due = Mae’n bryd cadarnhau hyn dros eich asiantaeth. Wedyn mae’n dweud yma eich bod wedi gwneud, ac ar ba ddiwrnod.
agreement-confirm = Rydym yn sefyll wrth hyn
agreement-thanks = Diolch. Mae’n dweud isod eich bod wedi ei gadarnhau.
agreement-not-yours = Dim ond arweinydd diogelu asiantaeth all gadarnhau hyn. Gallwch ei ddarllen yma unrhyw bryd.
agreement-card = Mae’n bryd cadarnhau’r hyn a gytunwyd
agreement-card-words = Unwaith y flwyddyn mae arweinydd pob asiantaeth yn dweud ei bod yn dal i sefyll wrth yr hyn a gytunwyd. Un gwasgiad ydyw, ar ôl i chi ei ddarllen.
agreement-look = Ei ddarllen
