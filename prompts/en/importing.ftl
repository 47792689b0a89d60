# Referrals from a file and into one: what is wrong in it, by its place, and the mend.

import-at-line = Row { $line }: { $fix }
import-at-cell = Row { $line }, { $column }: { $fix }
import-more = And { $count ->
    [one] one more
   *[other] { $count } more
}. Mend these first.

## The file as a whole

import-empty = There is nothing in this file. The first row names the columns, and each further row is a referral.
import-too-big = This file is too big. Please split it into files of at most { $most } rows.
import-too-many = These are { $count } rows, and one file may have { $most }. Please split it.
import-workbook = This is a workbook, not a CSV file. In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
import-utf16 = This is Unicode text (UTF-16). In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
import-not-utf8 = From here on, letters cannot be read. In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
import-quotes = A quotation mark opens here and does not close, or stands in the middle of a cell. Please write it twice there, or take it out.

## A column

import-unknown-column = We do not know this column. Please take it out, or name it as one of these: { $names }.
import-column-twice = This column is there twice. Please take one out.
import-column-missing = This column is missing. Please add it, with its name in the first row.

## A cell

import-cell-too-many = There is a cell too many. Text with the sign that parts the columns in it needs quotation marks around it.
import-formula = A spreadsheet could run this as a formula. Please begin it with a letter or a digit.
import-control = There is a sign in it that cannot be shown. Please type it anew.
import-agency = We do not know this agency. Please write one of these: { $known }.
import-kind = We do not know this kind. Please write one of these: { $known }.
import-kind-elsewhere = This kind is for another nation than the agency’s. Please write one of these: { $known }.
import-kind-which = Several kinds are called so. Please write which: { $known }.
import-role = Please write one of these: { $known }.
import-owner-which = Several people there may be meant. Please write the whole name, or leave it empty.
import-day = This is not a day we can read. Please write it like 2026-12-24 or 24/12/2026.
import-twice = This is the same as row { $line }: same reference, kind and agency. Please take one out.
import-recorded = Your agency has recorded this already, and it is not closed: same reference, kind and agency. Please take it out.
import-doubt = This may show who someone is: { $words }

## The page

import-link = Referrals as files
import-title = Referrals as files
import-heading = Record many at once
import-intro = Choose a CSV file with one referral a row, at most { $most }. All of them are recorded, or none: if anything is wrong, you see each row with its mend.
import-columns = The first row names the columns: { $names }. You may leave out owner, role and due.
import-privacy = Please give no names of families: a reference is enough.
import-file-label = CSV file
import-file-missing = Please choose a file.
import-anyway = I have looked at the rows that may show who someone is. Record them as they are.
import-submit = Record them
import-so-far = How far it is
import-checked = { $done } of { $of } rows are checked.
import-prepared = { $done } of { $of } rows are prepared.
import-written = { $done } of { $of } rows are written.
import-failed = Something went wrong on our side. Please choose the file again: what is recorded already is not recorded twice.
import-wrong = { $count ->
    [one] One thing must be mended
   *[other] { $count } things must be mended
}. Nothing was recorded.
import-doubts = { $count ->
    [one] One row may show
   *[other] { $count } rows may show
} who someone is. Nothing was recorded yet.
import-doubts-mend = Please change these rows, or tick the box below. Then choose the file again.
import-done = { $count ->
    [one] One referral is
   *[other] { $count } referrals are
} recorded. Everyone they are with is told once, and each is followed until it is done.
export-heading = Take them with you
export-own-csv = My referrals, as a spreadsheet
export-own-ics = My referrals’ deadlines, for a calendar
export-agency-csv = My agency’s referrals, as a spreadsheet
export-agency-ics = My agency’s deadlines, for a calendar
export-note = A file that you take with you is no longer looked after by Upstander. Please keep it as safe as the case’s own papers.

## The message

import-card-title = Referrals for you
import-card = { $count ->
    [one] One referral was
   *[other] { $count } referrals were
} recorded for you: see “{ $list }”.

## In a calendar

calendar-name = Upstander: referrals
calendar-summary = Due: { $kind }, { $reference }
calendar-between = Asked by { $asking } of { $asked }.
